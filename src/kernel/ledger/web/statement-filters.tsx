import { cityDay } from '#platform/city-time.ts'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import { messages } from './messages.ts'

export type Filters = {
  from: string | null
  until: string | null
  side: 'debit' | 'credit' | 'both'
  search: string
}

/** Accounts are settled by the calendar year. */
export const thisYear = (): Filters => ({
  from: `${cityDay(Date.now()).slice(0, 4)}-01-01`,
  until: null,
  side: 'both',
  search: '',
})

export const asked = ({ from, until, side, search }: Filters) => ({
  ...(from !== null && { from }),
  ...(until !== null && { until }),
  ...(side !== 'both' && { side }),
  ...(search.trim() !== '' && { search: search.trim() }),
})

type Props = { filters: Filters; onChange: (changed: Partial<Filters>) => void }

export function StatementFilters({ filters, onChange }: Props) {
  const t = useText()
  return (
    <FilterBar>
      <DatePicker label={t(messages.from)} value={filters.from} onChange={(from) => onChange({ from })} />
      <DatePicker label={t(messages.until)} value={filters.until} onChange={(until) => onChange({ until })} />
      <Select
        label={t(messages.side)}
        options={[
          { id: 'both', label: t(messages.bothSides) },
          { id: 'debit', label: t(messages.debit) },
          { id: 'credit', label: t(messages.credit) },
        ]}
        value={filters.side}
        onChange={(side) => onChange({ side: side as Filters['side'] })}
      />
      <SearchField
        label={t(messages.search)}
        placeholder={t(messages.lineSearchHint)}
        value={filters.search}
        onChange={(search) => onChange({ search })}
      />
    </FilterBar>
  )
}
