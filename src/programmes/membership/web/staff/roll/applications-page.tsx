import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { useSettled } from '#ui/controls/use-settled.ts'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import { membership } from '../../../contract.ts'
import { employments, employmentWords } from '../../../rules/employment.ts'
import type { ApplicationState } from '../../../shapes-members.ts'
import { applicationWords } from '../../words.ts'
import { useApplicationColumns } from './application-columns.tsx'
import { BulkApproval, BulkStatus } from './bulk-approval.tsx'
import { rollMessages } from './messages.ts'
import { NothingMatches } from './nothing-matches.tsx'
import { changed, oneOf, pageOf } from './search-state.ts'
import { useBulkApproval } from './use-bulk-approval.ts'
import './roll.css'

const A_PAGE = 50
const ALL = 'all'
const states = Object.keys(applicationWords) as ApplicationState[]

/** Applications within reach: those that wait for a decision first, each opened, or several admitted together. */
export default function ApplicationsPage() {
  const t = useText()
  const [text, setText] = useSearchText()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const asked = text.get('state')
  const state = oneOf(asked, states)
  const search = (text.get('search') ?? '').slice(0, 40)
  const employment = oneOf(text.get('work'), employments)
  const isWaiting = asked === null
  const go = (change: Record<string, string | undefined>) => setText(changed(text, change))
  const answer = useAnswer(
    membership.listApplications,
    {
      ...(state && { state }),
      ...(employment && { employment }),
      ...(search !== '' && { search }),
      waitingOnly: isWaiting,
      sort: isWaiting ? 'oldest' : 'newest',
      page: pageOf(text),
      pageSize: A_PAGE,
    },
    { keepLast: true, everySeconds: 60 },
  )
  const rows = answer.data?.rows ?? []
  const chosen = rows.filter((row) => selected.has(row.id) && row.state === 'checking')
  const bulk = useBulkApproval(() => setSelected(new Set()))
  return (
    <>
      <PageHeader title={t(rollMessages.applications)} summary={t(rollMessages.applicationsLead)} />
      <BulkStatus bulk={bulk} />
      <DataTable
        label={t(rollMessages.applications)}
        columns={useApplicationColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        selectedIds={selected}
        onSelectionChange={setSelected}
        bulkActions={<BulkApproval rows={chosen} bulk={bulk} />}
        filters={<Filters state={asked ?? ''} work={employment} search={search} onChange={go} />}
        empty={
          <Nothing
            isPlain={isWaiting && search === '' && !employment}
            onClear={() => setText(new URLSearchParams())}
          />
        }
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

type FiltersProps = {
  readonly state: string
  readonly work: string | undefined
  readonly search: string
  readonly onChange: (change: Record<string, string | undefined>) => void
}

function Filters({ state, work, search, onChange }: FiltersProps) {
  const t = useText()
  const [typed, setTyped] = useSettled(search, (words) => onChange({ search: words }))
  const WAITING = 'waiting'
  return (
    <FilterBar>
      <div className="roll-search">
        <SearchField
          label={t(rollMessages.search)}
          placeholder={t(rollMessages.searchHint)}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <Select
        label={t(rollMessages.state)}
        options={[
          { id: WAITING, label: t(rollMessages.waiting) },
          { id: ALL, label: t(rollMessages.all) },
          ...states.map((id) => ({ id, label: t(applicationWords[id].text) })),
        ]}
        value={state === '' ? WAITING : state}
        onChange={(id) => onChange({ state: id === WAITING ? undefined : id })}
      />
      <Select
        label={t(rollMessages.employment)}
        options={[
          { id: ALL, label: t(rollMessages.all) },
          ...employments.map((id) => ({ id, label: t(employmentWords[id]) })),
        ]}
        value={work ?? ALL}
        onChange={(id) => onChange({ work: id === ALL ? undefined : id })}
      />
    </FilterBar>
  )
}

function Nothing({ isPlain, onClear }: { isPlain: boolean; onClear: () => void }) {
  const t = useText()
  if (isPlain)
    return (
      <EmptyState kind="done" title={t(rollMessages.nothingTitle)}>
        {t(rollMessages.nothing)}
      </EmptyState>
    )
  return <NothingMatches onClear={onClear} />
}
