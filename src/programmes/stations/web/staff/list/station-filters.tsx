import { useCity } from '#kernel/city/client.ts'
import { facilities } from '#programmes/stations/rules/facilities.ts'
import { stationLevel, stationState } from '#programmes/stations/shapes.ts'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import type { Option } from '#ui/controls/options.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { FilterBar, type ActiveFilter } from '#ui/table/filter-bar.tsx'
import type { Changed } from '../changed.ts'
import { messages } from '../messages.ts'
import { useSettled } from '#ui/controls/use-settled.ts'
import { levelWords, stateWords } from '../words.ts'
import { listMessages } from './messages.ts'
import { isFiltered, type StationsSearch } from './stations-search.ts'

type StationFiltersProps = {
  readonly search: StationsSearch
  readonly onChange: (changed: Changed<StationsSearch>) => void
  readonly onClear: () => void
}

const ALL = 'all'

export function StationFilters({ search, onChange, onClear }: StationFiltersProps) {
  const t = useText()
  const [words, setWords] = useSettled(search.search, (text) => onChange({ search: text }))
  const options = useFilterOptions()
  return (
    <FilterBar
      active={useActive(search, options)}
      onRemove={(id) => onChange(id === 'search' ? { search: '' } : { [id]: undefined, ...unsaid(id) })}
      {...(isFiltered(search) && { onClear })}
    >
      <SearchField
        label={t(messages.search)}
        placeholder={t(listMessages.searchHint)}
        value={words}
        onChange={setWords}
      />
      {options.map(({ field, label, all, choices }) => (
        <Select
          key={field}
          label={label}
          options={[{ id: ALL, label: all }, ...choices]}
          value={search[field] ?? ALL}
          onChange={(id) => onChange({ [field]: id === ALL ? undefined : id })}
        />
      ))}
      <Checkbox
        isSelected={search.withOpenReports}
        onChange={(withOpenReports) => onChange({ withOpenReports })}
      >
        {t(listMessages.onlyWithReports)}
      </Checkbox>
    </FilterBar>
  )
}

const unsaid = (id: string) => (id === 'withOpenReports' ? { withOpenReports: false } : {})

type FilterField = 'adcode' | 'state' | 'level' | 'facility'
type FilterOptions = { field: FilterField; label: string; all: string; choices: Option[] }

function useFilterOptions(): FilterOptions[] {
  const t = useText()
  const districts = useCity().data?.districts ?? []
  return [
    {
      field: 'adcode',
      label: t(messages.district),
      all: t(listMessages.allDistricts),
      choices: districts.map(({ adcode, name }) => ({ id: adcode, label: t(name) })),
    },
    {
      field: 'state',
      label: t(messages.state),
      all: t(listMessages.allStates),
      choices: stationState.options.map((id) => ({ id, label: t(stateWords[id].text) })),
    },
    {
      field: 'level',
      label: t(messages.level),
      all: t(listMessages.allLevels),
      choices: stationLevel.options.map((id) => ({ id, label: t(levelWords[id]) })),
    },
    {
      field: 'facility',
      label: t(listMessages.facility),
      all: t(listMessages.allFacilities),
      choices: facilities.map(({ id, text }) => ({ id, label: t(text) })),
    },
  ]
}

function useActive(search: StationsSearch, options: FilterOptions[]): ActiveFilter[] {
  const t = useText()
  const chosen = options.flatMap(({ field, label, choices }) => {
    const choice = choices.find(({ id }) => id === search[field])
    return choice === undefined ? [] : [{ id: field, label: `${label}：${choice.label}` }]
  })
  const words = search.search.trim()
  return [
    ...(words === '' ? [] : [{ id: 'search', label: t(listMessages.searched, { words }) }]),
    ...chosen,
    ...(search.withOpenReports ? [{ id: 'withOpenReports', label: t(listMessages.withReports) }] : []),
  ]
}
