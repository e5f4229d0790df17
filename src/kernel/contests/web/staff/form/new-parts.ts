import { usualDays } from '../../../rules/round-days.ts'
import type { ContestRules } from '../../../shapes.ts'
import type { Award, Category, Media, RoundRules } from '../../types.ts'

type Named = { readonly id: string }

/** Entries, sheets and points name a part by a word that stays; nobody who fills in the form need see it. */
function freeId(list: readonly Named[], stem: string): string {
  const taken = new Set(list.map(({ id }) => id))
  let no = list.length + 1
  while (taken.has(`${stem}-${no}`)) no += 1
  return `${stem}-${no}`
}

const TEXT: Media = { kind: 'text', charactersMax: 3_000 }
const FILM: Media = { kind: 'video', video: { maxSeconds: 300, resolution: 'any', maxBytes: 4 * 1024 ** 3 } }

export const mediaOf = (kind: Media['kind']): Media => (kind === 'text' ? TEXT : FILM)

export const newCategory = (list: readonly Category[]): Category => ({
  id: freeId(list, 'category'),
  name: '',
  media: TEXT,
})

export const newCriterion = (list: RoundRules['criteria']): RoundRules['criteria'][number] => ({
  id: freeId(list, 'criterion'),
  name: '',
  weight: 10,
  pointsMax: 10_000,
})

export const newAward = (list: readonly Award[]): Award => ({ id: freeId(list, 'award'), name: '', count: 1 })

const ADVANCING = 20

/** A further round is judged as the one before it, which now lets some through. */
export function withRound(rounds: readonly RoundRules[], name: string): RoundRules[] {
  const last = rounds.at(-1)!
  const before = rounds.at(-2)?.advancing ?? null
  const advancing = before === null ? ADVANCING : Math.max(1, Math.floor(before / 2))
  const judging = last.judging && usualDays(last.judging.until)
  return [...rounds.slice(0, -1), { ...last, advancing }, { ...last, name, judging, advancing: null }]
}

/** Whatever round is left last lets nobody through. */
export function withoutRound(rounds: readonly RoundRules[], index: number): RoundRules[] {
  const left = rounds.toSpliced(index, 1)
  return left.with(-1, { ...left.at(-1)!, advancing: null })
}

/** Criteria of all rounds, each once, in their order. */
export function criteriaOf({ rounds }: Pick<ContestRules, 'rounds'>) {
  const known = new Map(rounds.flatMap(({ criteria }) => criteria.map((one) => [one.id, one.name] as const)))
  return [...known].map(([id, name]) => ({ id, name }))
}

/** What names a criterion or an award that is gone is dropped with it. */
export function tidied(rules: ContestRules): ContestRules {
  const criteria = new Set(criteriaOf(rules).map(({ id }) => id))
  const awards = new Set(rules.awards.map(({ id }) => id))
  const prize = rules.organisationPrize
  return {
    ...rules,
    tieCriteria: rules.tieCriteria.filter((id) => criteria.has(id)),
    organisationPrize: prize && {
      ...prize,
      pointsPerAward: Object.fromEntries(
        Object.entries(prize.pointsPerAward).filter(([id]) => awards.has(id)),
      ),
    },
  }
}
