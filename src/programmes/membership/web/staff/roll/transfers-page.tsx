import { useMemo } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { Select } from '#ui/controls/select.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { membership } from '../../../contract.ts'
import type { TransferState } from '../../../shapes-members.ts'
import type { TransferRow } from '../../types.ts'
import { transferWords } from '../../words.ts'
import { rollMessages } from './messages.ts'
import { NothingMatches } from './nothing-matches.tsx'
import { changed, oneOf, pageOf } from './search-state.ts'

const A_PAGE = 50
const ALL = 'all'
const directions = ['both', 'out', 'in'] as const
const states = Object.keys(transferWords) as TransferState[]

/** Memberships on their way out of and into the unions within reach; what waits for the reader says so. */
export default function TransfersPage() {
  const t = useText()
  const [text, setText] = useSearchText()
  const go = (change: Record<string, string | undefined>) => setText(changed(text, change))
  const direction = oneOf(text.get('direction'), directions) ?? 'both'
  const state = oneOf(text.get('state'), states)
  const answer = useAnswer(
    membership.listTransfers,
    { direction, ...(state && { state }), page: pageOf(text), pageSize: A_PAGE },
    { keepLast: true, everySeconds: 60 },
  )
  const directionWords = { both: rollMessages.both, out: rollMessages.out, in: rollMessages.into }
  return (
    <>
      <PageHeader title={t(rollMessages.transfers)} summary={t(rollMessages.transfersLead)} />
      <DataTable
        label={t(rollMessages.transfers)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        filters={
          <FilterBar>
            <Select
              label={t(rollMessages.direction)}
              options={directions.map((id) => ({ id, label: t(directionWords[id]) }))}
              value={direction}
              onChange={(id) => go({ direction: id === 'both' ? undefined : id })}
            />
            <Select
              label={t(rollMessages.state)}
              options={[
                { id: ALL, label: t(rollMessages.all) },
                ...states.map((id) => ({ id, label: t(transferWords[id].text) })),
              ]}
              value={state ?? ALL}
              onChange={(id) => go({ state: id === ALL ? undefined : id })}
            />
          </FilterBar>
        }
        empty={<NothingMatches onClear={() => setText(new URLSearchParams())} />}
        pagination={{
          page: pageOf(text),
          pageSize: A_PAGE,
          total: answer.data?.total ?? 0,
          onPageChange: (page) => go({ page: String(page) }),
        }}
      />
    </>
  )
}

function useColumns(): DataColumn<TransferRow>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t(rollMessages.number),
        value: (row) => row.number,
        cell: (row) => <Link href={`/staff/members/transfers/${row.id}`}>{row.number}</Link>,
        isRowHeader: true,
        isFixed: true,
        width: 100,
      },
      { id: 'member', header: t(rollMessages.member), value: (row) => row.maskedName, width: 100 },
      { id: 'from', header: t(rollMessages.from), value: (row) => row.fromName },
      { id: 'to', header: t(rollMessages.to), value: (row) => row.toName },
      {
        id: 'state',
        header: t(rollMessages.state),
        value: (row) => t(transferWords[row.state].text),
        cell: (row) => <StateBadge row={row} />,
        width: 180,
      },
      {
        id: 'due',
        header: t(rollMessages.due),
        value: (row) => row.mine?.dueOn,
        cell: (row) => (row.mine?.dueOn == null ? null : format.date(row.mine.dueOn, 'numeric')),
        width: 120,
      },
      {
        id: 'at',
        header: t(rollMessages.askedAt),
        value: (row) => row.askedAt,
        cell: (row) => format.dateTime(row.askedAt),
        width: 160,
      },
    ],
    [t, format],
  )
}

/** What waits for the reader comes before what is merely so. */
function StateBadge({ row }: { row: TransferRow }) {
  const t = useText()
  if (row.mine !== null)
    return (
      <StatusBadge status="warn">
        {t(row.mine.side === 'release' ? rollMessages.mineRelease : rollMessages.mineAcceptance)}
      </StatusBadge>
    )
  const { status, text } = transferWords[row.state]
  return <StatusBadge status={status}>{t(text)}</StatusBadge>
}
