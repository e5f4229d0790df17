import { useCity } from '#kernel/city/client.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { stations } from '#programmes/stations/contract.ts'
import { certificateStateWords } from '#programmes/stations/rules/certificate/words.ts'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { Changed } from '../changed.ts'
import { messages } from '../messages.ts'
import { useSettled } from '#ui/controls/use-settled.ts'
import { states, type CertificatesSearch } from './certificates-search.ts'
import { certificateMessages } from './messages.ts'

type CertificateFiltersProps = {
  readonly search: CertificatesSearch
  readonly answer: OutputOf<typeof stations.listCertificates> | undefined
  readonly onChange: (changed: Changed<CertificatesSearch>) => void
}

const ALL = 'all'

/** Every choice says how many it would show, so that nobody chooses to find nothing. */
export function CertificateFilters({ search, answer, onChange }: CertificateFiltersProps) {
  const t = useText()
  const [words, setWords] = useSettled(search.search, (text) => onChange({ search: text }))
  const districts = useCity().data?.districts ?? []
  const countOf = (state: string) => answer?.counts.find((one) => one.state === state)?.count ?? 0
  const all = answer?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0
  const choices = [
    ...states.map((state) => ({
      id: state as string,
      label: t(certificateMessages.stateCount, {
        state: t(certificateStateWords[state]),
        count: countOf(state),
      }),
    })),
    { id: 'soon', label: t(certificateMessages.soon, { count: answer?.lapsingIn30Days ?? 0 }) },
  ]
  return (
    <FilterBar>
      <SearchField
        label={t(messages.search)}
        placeholder={t(certificateMessages.searchHint)}
        value={words}
        onChange={setWords}
      />
      <Select
        label={t(certificateMessages.state)}
        options={[{ id: ALL, label: t(certificateMessages.all, { count: all }) }, ...choices]}
        value={search.state ?? ALL}
        onChange={(id) => onChange({ state: id === 'soon' ? 'soon' : states.find((state) => state === id) })}
      />
      <Select
        label={t(certificateMessages.criterion)}
        options={[
          { id: ALL, label: t(certificateMessages.allCriteria) },
          ...(answer?.criteria ?? []).map(({ id, title, failing }) => ({
            id,
            label: t(certificateMessages.criterionCount, { title: t(title), count: failing }),
          })),
        ]}
        value={search.criterion ?? ALL}
        onChange={(id) => onChange({ criterion: id === ALL ? undefined : id })}
      />
      <Select
        label={t(messages.district)}
        options={[
          { id: ALL, label: t(certificateMessages.allCriteria) },
          ...districts.map(({ adcode, name }) => ({ id: adcode, label: t(name) })),
        ]}
        value={search.adcode ?? ALL}
        onChange={(id) => onChange({ adcode: id === ALL ? undefined : id })}
      />
    </FilterBar>
  )
}
