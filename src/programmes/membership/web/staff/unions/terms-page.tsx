import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { membership } from '../../../contract.ts'
import { termStage } from '../../../shapes-unions.ts'
import { stageWords } from '../../union-words.ts'
import { messages } from './messages.ts'
import { UnionFilters } from './unions-page.tsx'
import { UnionsTable } from './unions-table.tsx'
import './unions.css'

/** The clock of terms: how many stand where, and each union by the end of its term, the most pressing first. */
export default function TermsPage() {
  const t = useText()
  return (
    <>
      <PageHeader
        title={t(messages.terms)}
        summary={t(messages.termsSummary)}
        actions={
          <Button icon="print" onPress={() => window.print()}>
            {t(messages.export)}
          </Button>
        }
      />
      <Stages />
      <UnionsTable
        label={t(messages.terms)}
        usual={{ sort: 'term' }}
        filters={<UnionFilters />}
        empty={
          <EmptyState kind="done" title={t(messages.noDue)}>
            {t(messages.noDueWhy)}
          </EmptyState>
        }
      />
    </>
  )
}

function Stages() {
  const t = useText()
  const { data } = useAnswer(membership.listUnions, { pageSize: 1 })
  const count = new Map(data?.stages.map(({ stage, count: unions }) => [stage, unions]))
  return (
    <div className="ui-stats">
      {[...termStage.options].reverse().map((stage) => (
        <Stat
          key={stage}
          label={t(stageWords[stage].text)}
          value={count.get(stage) ?? 0}
          href={`/staff/unions/terms?stage=${stage}`}
        />
      ))}
    </div>
  )
}
