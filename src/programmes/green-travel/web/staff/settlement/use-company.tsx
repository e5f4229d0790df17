import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { Select } from '#ui/controls/select.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { greenTravel } from '../../../contract.ts'
import { settlementMessages as messages } from './messages.ts'

/** Whose months and files are looked at: the address says it, and else it is the first. */
export function useCompany() {
  const [search, setSearch] = useSearchText()
  const answer = useAnswer(greenTravel.settlementCompanies, {})
  const companies = answer.data?.rows ?? []
  const asked = search.get('company')
  const company = companies.find(({ unit }) => unit === asked) ?? companies[0]
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search)
    next.set(name, value)
    setSearch(next)
  }
  return { answer, companies, company, search, change }
}

/** Only where there is a choice. */
export function CompanyField({ companies, company, change }: ReturnType<typeof useCompany>) {
  const t = useText()
  if (companies.length < 2) return null
  return (
    <Select
      label={t(messages.company)}
      options={companies.map(({ unit, name }) => ({ id: unit, label: name }))}
      value={company?.unit ?? null}
      onChange={(unit) => change('company', unit)}
    />
  )
}
