import { useMemo, useState } from 'react'
import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Drawer } from '#ui/controls/drawer.tsx'
import { Switch } from '#ui/controls/switch.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { greenTravel } from '../../../../contract.ts'
import { flagMessages } from './messages.ts'

const PAGE_SIZE = 50

type Row = OutputOf<typeof greenTravel.listFlags>['rows'][number]

/** What looks wrong, with its evidence; a person says whether it is. */
export default function FlagsPage() {
  const t = useText()
  const [search, setSearch] = useSearchText()
  const [openOnly, setOpenOnly] = useState(false)
  const [page, setPage] = useState(1)
  const answer = useAnswer(greenTravel.listFlags, { openOnly, page, pageSize: PAGE_SIZE }, { keepLast: true })
  const rows = answer.data?.rows ?? []
  const shown = rows.find(({ id }) => id === search.get('flag'))
  return (
    <>
      <PageHeader title={t(flagMessages.title)} summary={t(flagMessages.summary)} />
      <DataTable
        label={t(flagMessages.title)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        isServerSorted
        empty={
          <EmptyState kind="done" title={t(flagMessages.empty)}>
            {t(flagMessages.emptyHint)}
          </EmptyState>
        }
        filters={
          <Switch isSelected={openOnly} onChange={setOpenOnly}>
            {t(flagMessages.openOnly)}
          </Switch>
        }
        pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
      <Drawer
        title={shown === undefined ? '' : t(shown.text)}
        isOpen={shown !== undefined}
        onOpenChange={(isOpen) => !isOpen && setSearch(new URLSearchParams())}
      >
        {shown !== undefined && (
          <div className="ui-stack">
            <DescriptionList items={evidenceOf(t, shown)} />
            <CaseMoves caseId={shown.caseId} />
            <CaseTimeline caseId={shown.caseId} />
          </div>
        )}
      </Drawer>
    </>
  )
}

/** As a person reads it: who, from where to where, how far in how long. */
const EVIDENCE = [
  'rider',
  'fromRoute',
  'fromReader',
  'toRoute',
  'toReader',
  'seconds',
  'metres',
  'speedKmh',
  'limitKmh',
  'file',
  'number',
  'lines',
  'duplicates',
  'files',
] as const

type Evidence = (typeof EVIDENCE)[number]

/** What a line of the list says of each kind; all of it stands where the flag is opened. */
const BRIEF: Readonly<Record<Row['kind'], readonly Evidence[]>> = {
  'impossible-travel': ['fromRoute', 'toRoute', 'seconds', 'metres'],
  'code-sharing': ['fromReader', 'toReader', 'seconds'],
  'reader-replay': ['toReader', 'file', 'lines', 'duplicates'],
}

const evidenceOf = (t: Translate, { evidence }: Row, names: readonly Evidence[] = EVIDENCE) =>
  names
    .filter((name) => evidence[name] !== undefined)
    .map((name) => ({ term: t(flagMessages[name]), value: String(evidence[name]) }))

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  return useMemo(
    () => [
      {
        id: 'kind',
        header: t(flagMessages.kind),
        value: (row) => t(row.text),
        cell: (row) => <Link href={`/staff/green-travel/flags?flag=${row.id}`}>{t(row.text)}</Link>,
        isRowHeader: true,
        isFixed: true,
        width: 200,
      },
      { id: 'day', header: t(flagMessages.day), value: (row) => row.day, width: 120 },
      {
        id: 'evidence',
        header: t(flagMessages.evidence),
        value: (row) =>
          evidenceOf(t, row, BRIEF[row.kind])
            .map(({ term, value }) => `${term} ${value}`)
            .join(' · '),
      },
      {
        id: 'state',
        header: t(flagMessages.state),
        value: (row) => t(row.stateText),
        cell: (row) => (
          <StatusBadge status={row.isOpen ? 'warn' : row.state === 'confirmed' ? 'bad' : 'good'}>
            {t(row.stateText)}
          </StatusBadge>
        ),
        width: 130,
      },
    ],
    [t],
  )
}
