import { useCity } from '#kernel/city/client.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import { termStage, unionForm, unionTrade } from '../../../shapes-unions.ts'
import { formWords, stageWords, tradeWords } from '../../union-words.ts'
import { messages } from './messages.ts'
import { UnionsTable } from './unions-table.tsx'
import { withChanged } from './unions-search.ts'
import './unions.css'

export default function UnionsPage() {
  const t = useText()
  return (
    <>
      <PageHeader title={t(messages.unions)} summary={t(messages.unionsSummary)} />
      <UnionsTable
        label={t(messages.unions)}
        filters={<UnionFilters />}
        empty={<EmptyState title={t(messages.noUnions)}>{t(messages.noUnionsWhy)}</EmptyState>}
      />
    </>
  )
}

const ALL = 'all'

export function UnionFilters() {
  const t = useText()
  const [given, setGiven] = useSearchText()
  const districts = useCity().data?.districts ?? []
  const choose = (name: string) => (id: string) =>
    setGiven(withChanged(given, { [name]: id === ALL ? undefined : id }))
  const tick = (name: string, on: string) => (isOn: boolean) =>
    setGiven(withChanged(given, { [name]: isOn ? on : undefined }))
  const everything = { id: ALL, label: t(messages.all) }
  return (
    <FilterBar>
      <SearchField
        label={t(messages.search)}
        defaultValue={given.get('search') ?? ''}
        onSubmit={(search) => setGiven(withChanged(given, { search }))}
        onClear={() => setGiven(withChanged(given, { search: undefined }))}
      />
      <Select
        label={t(messages.district)}
        options={[everything, ...districts.map(({ adcode, name }) => ({ id: adcode, label: t(name) }))]}
        value={given.get('adcode') ?? ALL}
        onChange={choose('adcode')}
      />
      <Select
        label={t(messages.form)}
        options={[
          everything,
          ...unionForm.options.map((id) => ({ id: id as string, label: t(formWords[id]) })),
        ]}
        value={given.get('form') ?? ALL}
        onChange={choose('form')}
      />
      <Select
        label={t(messages.trade)}
        options={[
          everything,
          ...unionTrade.options.map((id) => ({ id: id as string, label: t(tradeWords[id]) })),
        ]}
        value={given.get('trade') ?? ALL}
        onChange={choose('trade')}
      />
      <Select
        label={t(messages.stage)}
        options={[
          everything,
          { id: 'due', label: t(messages.dueSoon) },
          ...termStage.options.map((id) => ({ id: id as string, label: t(stageWords[id].text) })),
        ]}
        value={given.get('stage') ?? ALL}
        onChange={choose('stage')}
      />
      <Checkbox isSelected={given.get('newForm') === 'true'} onChange={tick('newForm', 'true')}>
        {t(messages.newFormOnly)}
      </Checkbox>
      <Checkbox isSelected={given.get('vacantOnly') === 'true'} onChange={tick('vacantOnly', 'true')}>
        {t(messages.vacantOnly)}
      </Checkbox>
      <Checkbox isSelected={given.get('state') === 'all'} onChange={tick('state', 'all')}>
        {t(messages.dissolvedToo)}
      </Checkbox>
    </FilterBar>
  )
}
