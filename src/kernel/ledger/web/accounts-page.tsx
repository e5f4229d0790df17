import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import { ledger } from '../contract.ts'
import type { Currency } from '../shapes.ts'
import { accountColumns } from './account-columns.tsx'
import { messages } from './messages.ts'
import { useAmount } from './use-amount.ts'
import { Verification } from './verification.tsx'

type Filters = { search: string; currency: Currency | 'all'; state: 'open' | 'closed' | 'all' }

const unfiltered: Filters = { search: '', currency: 'all', state: 'open' }
const PAGE_SIZE = 50

/** Every account within reach: what it holds, what of it is reserved, what is left. */
export default function AccountsPage() {
  const t = useText()
  const amount = useAmount()
  const [filters, setFilters] = useState(unfiltered)
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    ledger.listAccounts,
    { ...asked(filters), page, pageSize: PAGE_SIZE },
    { keepLast: true },
  )
  const columns = useMemo(() => accountColumns(t, amount), [t, amount])
  const change = (changed: Partial<Filters>) => {
    setPage(1)
    setFilters({ ...filters, ...changed })
  }
  return (
    <div className="ui-stack">
      <PageHeader title={t(messages.title)} summary={t(messages.summary)} />
      <Verification />
      <DataTable
        label={t(messages.title)}
        columns={columns}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        filters={<Controls filters={filters} onChange={change} />}
        empty={
          <EmptyState kind="search" title={t(messages.noAccountsTitle)}>
            {t(messages.noAccountsHint)}
          </EmptyState>
        }
        pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
    </div>
  )
}

const asked = ({ search, currency, state }: Filters) => ({
  state,
  ...(search.trim() !== '' && { search: search.trim() }),
  ...(currency !== 'all' && { currency }),
})

type ControlsProps = { filters: Filters; onChange: (changed: Partial<Filters>) => void }

function Controls({ filters, onChange }: ControlsProps) {
  const t = useText()
  const currencies = [
    { id: 'all', label: t(messages.allCurrencies) },
    { id: 'fen', label: t(messages.money) },
    { id: 'points', label: t(messages.pointsName) },
    { id: 'minutes', label: t(messages.time) },
  ]
  const states = (['open', 'closed', 'all'] as const).map((id) => ({ id, label: t(messages[id]) }))
  return (
    <FilterBar>
      <SearchField
        label={t(messages.search)}
        placeholder={t(messages.searchHint)}
        value={filters.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        label={t(messages.currency)}
        options={currencies}
        value={filters.currency}
        onChange={(currency) => onChange({ currency: currency as Filters['currency'] })}
      />
      <Select
        label={t(messages.state)}
        options={states}
        value={filters.state}
        onChange={(state) => onChange({ state: state as Filters['state'] })}
      />
    </FilterBar>
  )
}
