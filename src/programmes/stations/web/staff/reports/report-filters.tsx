import { reportKind, reportState } from '#programmes/stations/shapes.ts'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { Changed } from '../changed.ts'
import { messages } from '../messages.ts'
import { useSettled } from '#ui/controls/use-settled.ts'
import { reportKindWords, reportStateWords } from '../words.ts'
import { reportMessages } from './messages.ts'
import type { ReportsSearch } from './reports-search.ts'

type ReportFiltersProps = {
  readonly search: ReportsSearch
  readonly onChange: (changed: Changed<ReportsSearch>) => void
}

const ALL = 'all'

export function ReportFilters({ search, onChange }: ReportFiltersProps) {
  const t = useText()
  const [words, setWords] = useSettled(search.search, (text) => onChange({ search: text }))
  const states = reportState.options.map((id) => ({ id, label: t(reportStateWords[id].text) }))
  const kinds = reportKind.options.map((id) => ({ id, label: t(reportKindWords[id]) }))
  return (
    <FilterBar>
      <SearchField
        label={t(messages.search)}
        placeholder={t(reportMessages.searchHint)}
        value={words}
        onChange={setWords}
      />
      <Select
        label={t(messages.state)}
        options={[{ id: ALL, label: t(reportMessages.allStates) }, ...states]}
        value={search.state ?? ALL}
        onChange={(id) => onChange({ state: states.find((state) => state.id === id)?.id })}
      />
      <Select
        label={t(reportMessages.kind)}
        options={[{ id: ALL, label: t(reportMessages.allKinds) }, ...kinds]}
        value={search.kind ?? ALL}
        onChange={(id) => onChange({ kind: kinds.find((kind) => kind.id === id)?.id })}
      />
      <Select
        label={t(reportMessages.time)}
        options={[
          { id: ALL, label: t(reportMessages.anyTime) },
          { id: 'true', label: t(reportMessages.onlyLate) },
          { id: 'false', label: t(reportMessages.inTime) },
        ]}
        value={search.late === undefined ? ALL : String(search.late)}
        onChange={(id) => onChange({ late: id === ALL ? undefined : id === 'true' })}
      />
    </FilterBar>
  )
}
