import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { contests } from '../../../contract.ts'
import type { Contest, Judge } from '../../types.ts'
import { staffMessages as messages } from '../messages.ts'
import { AddJudgeDialog } from './add-judge-dialog.tsx'
import { PreviewCard } from './preview-card.tsx'
import { ReplaceJudge } from './replace-judge.tsx'

/** Who judges, and what would stand against whom if the next round were opened now. */
export function PanelPart({ contest }: { readonly contest: Contest }) {
  const t = useText()
  const [isAdding, setAdding] = useState(false)
  const answer = useAnswer(contests.listJudges, { contestId: contest.id })
  const needed = Math.max(...contest.rules.rounds.map(({ judgesPerEntry }) => judgesPerEntry))
  return (
    <div className="ui-stack">
      <div className="ui-row">
        <Allowed permission="contests.run">
          <Button variant="primary" icon="plus" onPress={() => setAdding(true)}>
            {t(messages.addJudge)}
          </Button>
        </Allowed>
        <span className="ui-hint">{t(messages.addJudgeWhat)}</span>
      </div>
      <DataTable
        label={t(messages.panel)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        empty={
          <EmptyState title={t(messages.noJudges)}>{t(messages.noJudgesHint, { count: needed })}</EmptyState>
        }
      />
      {contest.state === 'open' && <PreviewCard contest={contest} />}
      <AddJudgeDialog contestId={contest.id} isOpen={isAdding} onOpenChange={setAdding} />
    </div>
  )
}

function useColumns(): DataColumn<Judge>[] {
  const t = useText()
  return [
    { id: 'no', header: t(messages.no), value: (row) => row.no, isNumber: true, width: 80 },
    {
      id: 'name',
      header: t(messages.judge),
      value: (row) => row.name,
      isRowHeader: true,
      isFixed: true,
      width: 200,
    },
    { id: 'unit', header: t(messages.unit), value: (row) => row.unitName },
    {
      id: 'state',
      header: t(messages.state),
      value: (row) => t(row.hasLeft ? messages.left : messages.sits),
      cell: (row) => (
        <StatusBadge status={row.hasLeft ? 'quiet' : 'good'}>
          {t(row.hasLeft ? messages.left : messages.sits)}
        </StatusBadge>
      ),
      width: 120,
    },
    {
      id: 'replace',
      header: t(messages.replace),
      value: () => null,
      cell: (row) => (row.hasLeft ? null : <ReplaceJudge judge={row} />),
      width: 140,
    },
  ]
}
