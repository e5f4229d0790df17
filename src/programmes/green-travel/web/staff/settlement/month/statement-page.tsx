import { useParams } from '@tanstack/react-router'
import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'
import '../settlement.css'
import { Pay, Recompute, TakeOut } from './statement-actions.tsx'

type Statement = OutputOf<typeof greenTravel.getStatement>

/** A month's statement as it is printed: what is due and why, what was paid, who made and who checked it. */
export default function StatementPage() {
  const { statementId = '' } = useParams({ strict: false }) as { statementId?: string }
  const answer = useAnswer(greenTravel.getStatement, { id: statementId })
  return <Answered to={answer}>{(statement) => <Shown statement={statement} />}</Answered>
}

function Shown({ statement: { head, content } }: { readonly statement: Statement }) {
  const t = useText()
  const format = useFormat()
  const isOwed = content.owedFen > 0
  return (
    <>
      <PageHeader
        title={`${t(messages.statement)} · ${content.company.name} · ${content.month}`}
        breadcrumbs={[
          {
            label: t(messages.monthTitle),
            href: `/staff/green-travel/month?company=${content.company.unit}&month=${content.month}`,
          },
        ]}
        summary={
          <StatusBadge status={head.state === 'settled' ? 'good' : 'info'}>{t(head.stateText)}</StatusBadge>
        }
        actions={
          <>
            {head.state === 'settled' && isOwed && <Pay statement={{ head, content }} />}
            <TakeOut id={head.id} name={`${content.company.name}-${content.month}`} />
          </>
        }
      />
      <div className="ui-stack">
        <div className="ui-stats green-travel-money">
          <Stat label={t(messages.due)} value={content.dueFen / 100} unit="元" />
          <Stat label={t(messages.earned)} value={content.earnedToDateFen / 100} unit="元" />
          <Stat label={t(messages.paid)} value={content.paidToDateFen / 100} unit="元" />
          <Stat
            label={t(isOwed ? messages.owed : messages.advance)}
            value={(isOwed ? content.owedFen : content.advanceFen) / 100}
            unit="元"
          />
        </div>
        <Recompute id={head.id} />
        <div className="green-travel-columns">
          <div className="ui-stack">
            <Amounts
              title={t(messages.due)}
              of={t(messages.item)}
              rows={content.lines.map(({ label, ...rest }) => ({ name: t(label), ...rest }))}
            />
            <Amounts
              title={t(messages.routesPart)}
              of={t(messages.route)}
              rows={content.routes.map(({ code, name, ...rest }) => ({ name: `${code} ${name}`, ...rest }))}
            />
          </div>
          <div className="ui-stack">
            <Card title={t(messages.decided)}>
              <CaseMoves caseId={head.caseId} />
              <CaseTimeline caseId={head.caseId} />
            </Card>
            <Card title={t(messages.statement)}>
              <DescriptionList
                items={[
                  {
                    term: t(messages.proposedBy),
                    value: `${head.proposedBy} · ${format.dateTime(head.proposedAt)}`,
                  },
                  { term: t(messages.approvedBy), value: head.approvedBy },
                  { term: t(messages.cut), value: format.dateTime(content.cutAt) },
                  {
                    term: t(messages.digest),
                    value: <code className="green-travel-digest">{head.digest}</code>,
                  },
                  {
                    term: t(messages.seal),
                    value: content.seal && (
                      <>
                        {t(messages.sealNo, { no: content.seal.no })}{' '}
                        <code className="green-travel-digest">{content.seal.digest}</code>
                      </>
                    ),
                  },
                ]}
              />
            </Card>
          </div>
        </div>
      </div>
    </>
  )
}

type AmountRow = { readonly name: string; readonly rides: number; readonly fen: number }

type AmountsProps = { readonly title: string; readonly of: string; readonly rows: readonly AmountRow[] }

/** A few lines that stand as they are printed; nothing to sort or to choose. */
function Amounts({ title, of, rows }: AmountsProps) {
  const t = useText()
  const format = useFormat()
  return (
    <Card title={title}>
      <div className="green-travel-lines" tabIndex={0} role="group" aria-label={title}>
        <table className="ui-table">
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col" data-number>
                {t(messages.rides)}
              </th>
              <th scope="col" data-number>
                {t(messages.money)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, rides, fen }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-number>{format.number(rides)}</td>
                <td data-number>{format.yuan(fen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
