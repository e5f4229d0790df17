import type { InputOf } from '#platform/contract.ts'
import type { membership } from '../../contract.ts'
import type { FoundingFacts } from '../../rules/founding/facts.ts'

export type ApplicationInput = InputOf<typeof membership.applyToFound>

/** An application as it is typed: what is not chosen yet is empty. */
export type Draft = Omit<ApplicationInput, 'levelAboveId' | 'unitCode'> & {
  readonly levelAboveId: string
  readonly unitCode: string
  readonly units: NonNullable<ApplicationInput['units']>
  readonly people: NonNullable<ApplicationInput['people']>
}

const preparer = {
  name: '',
  duty: 'preparer',
  isRelativeOfHead: false,
  isHeadOrInChargeOfWages: false,
} as const

export const emptyDraft: Draft = {
  levelAboveId: '',
  unionName: '',
  unitName: '',
  unitCode: '',
  unitKind: 'enterprise',
  unitFoundedOn: null,
  address: '',
  adcode: '',
  scope: 'one-unit',
  form: 'committee',
  newForm: false,
  trade: null,
  workers: 0,
  members: 0,
  womenMembers: 0,
  units: [],
  people: [preparer, preparer, preparer],
  contactName: '',
  contactPhone: '',
  grounds: '',
}

const KEY = 'zhenyi.founding-draft'

/** On this device and for this visit only: the browser forgets it with the tab. */
export function keptDraft(): Draft {
  try {
    return { ...emptyDraft, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Draft>) }
  } catch {
    return emptyDraft
  }
}

export function keepDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    // A browser without storage keeps nothing; the form works all the same.
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}

const hasUnit = ({ scope }: Draft) => scope === 'one-unit' || scope === 'several-units'

/** What the rules ask, while it is still being typed. */
export const factsOf = (draft: Draft): FoundingFacts => ({
  unitKind: draft.unitKind,
  scope: draft.scope,
  workers: draft.workers,
  members: draft.members,
  womenMembers: draft.womenMembers,
  units: draft.units,
  unitFoundedOn: draft.unitFoundedOn,
  people: draft.people
    .filter(({ name }) => name.trim() !== '')
    .map(({ isRelativeOfHead = false, isHeadOrInChargeOfWages = false, ...person }) => ({
      ...person,
      isRelativeOfHead,
      isHeadOrInChargeOfWages,
    })),
})

/** As it is sent: an area or a trade has no code, and empty lines are nobody. */
export const sentOf = (draft: Draft): ApplicationInput => ({
  ...draft,
  unitCode: hasUnit(draft) ? draft.unitCode : null,
  units: draft.units.filter(({ name }) => name.trim() !== ''),
  people: draft.people.filter(({ name }) => name.trim() !== ''),
})

/** “某某公司” has a “某某公司工会”, several units a joint one. */
export function suggestedName({ unitName, form }: Pick<Draft, 'unitName' | 'form'>): string {
  const name = unitName.trim()
  if (name === '') return ''
  if (form === 'joint') return `${name}联合工会`
  return form === 'association' ? `${name}工会联合会` : `${name}工会`
}

/** The step on which a field of the contract is asked, so that a refusal leads there. */
export function stepOfField(field: string): number {
  const [name = ''] = field.split('.')
  if (
    ['scope', 'unitName', 'unitCode', 'unitKind', 'unitFoundedOn', 'adcode', 'address', 'trade'].includes(
      name,
    )
  )
    return 0
  if (['workers', 'members', 'womenMembers', 'units'].includes(name)) return 1
  if (['form', 'unionName', 'levelAboveId'].includes(name)) return 2
  return 3
}
