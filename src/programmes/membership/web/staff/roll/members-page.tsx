import { useMemo } from 'react'
import { memberships } from '#kernel/memberships/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import type { OutputOf } from '#platform/contract.ts'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { useSettled } from '#ui/controls/use-settled.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { standingWords } from '../../words.ts'
import { rollMessages } from './messages.ts'
import { NothingMatches } from './nothing-matches.tsx'
import { changed, oneOf, pageOf } from './search-state.ts'
import './roll.css'

type Row = OutputOf<typeof memberships.listMembers>['rows'][number]

const A_PAGE = 50
const ALL = 'all'

/** The roll within reach. */
export default function MembersPage() {
  const t = useText()
  const [text, setText] = useSearchText()
  const go = (change: Record<string, string | undefined>) => setText(changed(text, change))
  const search = (text.get('search') ?? '').slice(0, 40)
  const status = oneOf(text.get('standing'), ['active', 'retained'] as const)
  const form = oneOf(text.get('form'), ['new', 'employed'] as const)
  const unit = text.get('unit') ?? undefined
  const answer = useAnswer(
    memberships.listMembers,
    {
      ...(search !== '' && { search }),
      ...(status && { status }),
      ...(form && { newForm: form === 'new' }),
      ...(unit && { organisationId: unit }),
      page: pageOf(text),
      pageSize: A_PAGE,
    },
    { keepLast: true },
  )
  const [typed, setTyped] = useSettled(search, (words) => go({ search: words }))
  return (
    <>
      <PageHeader title={t(rollMessages.members)} summary={t(rollMessages.membersLead)} />
      <DataTable
        label={t(rollMessages.members)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        filters={
          <FilterBar>
            <div className="roll-search">
              <SearchField
                label={t(rollMessages.search)}
                placeholder={t(rollMessages.nameHint)}
                value={typed}
                onChange={setTyped}
              />
            </div>
            <Select
              label={t(rollMessages.standing)}
              options={[
                { id: ALL, label: t(rollMessages.all) },
                { id: 'active', label: t(standingWords.active.text) },
                { id: 'retained', label: t(standingWords.retained.text) },
              ]}
              value={status ?? ALL}
              onChange={(id) => go({ standing: id === ALL ? undefined : id })}
            />
            <Select
              label={t(rollMessages.newForm)}
              options={[
                { id: ALL, label: t(rollMessages.all) },
                { id: 'new', label: t(rollMessages.newFormYes) },
                { id: 'employed', label: t(rollMessages.newFormNo) },
              ]}
              value={form ?? ALL}
              onChange={(id) => go({ form: id === ALL ? undefined : id })}
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

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t(rollMessages.name),
        value: (row) => row.name,
        cell: (row) => <Link href={`/staff/members/${row.person.bk}/${row.person.id}`}>{row.name}</Link>,
        isRowHeader: true,
        isFixed: true,
        width: 130,
      },
      { id: 'document', header: t(rollMessages.document), value: (row) => row.maskedDocument, width: 190 },
      { id: 'union', header: t(rollMessages.union), value: (row) => row.organisationName },
      {
        id: 'standing',
        header: t(rollMessages.standing),
        value: (row) => t(standingWords[row.status].text),
        cell: (row) => (
          <StatusBadge status={standingWords[row.status].status}>
            {t(standingWords[row.status].text)}
          </StatusBadge>
        ),
        width: 140,
      },
      {
        id: 'form',
        header: t(rollMessages.newForm),
        value: (row) => t(row.newForm ? rollMessages.newFormYes : rollMessages.newFormNo),
        width: 120,
      },
      {
        id: 'since',
        header: t(rollMessages.since),
        value: (row) => row.fromDay,
        cell: (row) => format.date(row.fromDay, 'numeric'),
        width: 130,
      },
    ],
    [t, format],
  )
}
