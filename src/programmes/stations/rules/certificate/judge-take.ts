import { addDays, cityDay } from '#platform/city-time.ts'
import type { Take } from '../standard/standard-schema.ts'

/** One piece of evidence as the rule reads it. Of each kind, what and direction only the latest matters. */
export type Fact = {
  readonly kind: 'photo' | 'document' | 'answer' | 'keeper'
  /** The photo's or document's kind, or the question; empty for a keeper's confirmation. */
  readonly what: string
  /** Whether it speaks for the station. An inspector's finding may speak against it. */
  readonly favourable: boolean
  /** ISO 8601: when it was so. */
  readonly at: string
  readonly id?: string
}

export type Sanction = 'suspended' | 'withdrawn'

/** All that a certificate stands on besides the standard and the day. */
export type StationFacts = {
  readonly facts: readonly Fact[]
  readonly facilities: readonly string[]
  readonly isInCity: boolean
  readonly isClosed: boolean
  readonly sanction: Sanction | null
}

/** Why a need is not met by a take. */
export type Why =
  | { readonly kind: 'never' }
  | { readonly kind: 'old'; readonly day: string; readonly maxAgeDays: number }
  | { readonly kind: 'refuted'; readonly day: string }
  | {
      readonly kind: 'facilities'
      readonly missing: readonly string[]
      readonly atLeast: number
      readonly has: number
    }
  | { readonly kind: 'place' }

export type TakeVerdict = {
  readonly take: Take
  readonly holds: boolean
  /** The last day on which it holds; null where it does not age. */
  readonly until: string | null
  /** The day it speaks of, and the record; null where it is read off the register. */
  readonly day: string | null
  readonly evidenceId: string | null
  readonly why: Why | null
}

/** Whether one piece of evidence that would do is there and young enough, and why not. */
export function judgeTake(
  take: Take,
  station: StationFacts,
  refutedAt: string | null,
  day: string,
): TakeVerdict {
  if (take.kind === 'place') return fixed(take, station.isInCity && !station.isClosed, { kind: 'place' })
  if (take.kind === 'facilities') return judgeFacilities(take, station.facilities)
  const fact = latestFor(take, station.facts)
  if (fact === undefined) return failed(take, { kind: 'never' })
  const tookPlace = cityDay(fact.at)
  const until = addDays(tookPlace, take.maxAgeDays)
  const seen = { day: tookPlace, evidenceId: fact.id ?? null }
  if (refutedAt !== null && refutedAt >= fact.at)
    return { ...failed(take, { kind: 'refuted', day: cityDay(refutedAt) }), ...seen }
  if (until < day)
    return { ...failed(take, { kind: 'old', day: tookPlace, maxAgeDays: take.maxAgeDays }), ...seen }
  return { take, holds: true, until, ...seen, why: null }
}

function judgeFacilities(take: Take & { kind: 'facilities' }, has: readonly string[]): TakeVerdict {
  const missing = [...new Set(take.of)].filter((id) => !has.includes(id))
  const count = new Set(take.of).size - missing.length
  return fixed(take, count >= take.atLeast, {
    kind: 'facilities',
    missing,
    atLeast: take.atLeast,
    has: count,
  })
}

const latestFor = (take: Take, facts: readonly Fact[]): Fact | undefined =>
  facts
    .filter((fact) => fact.favourable && speaksOf(fact, take))
    .reduce<Fact | undefined>(
      (best, fact) => (best === undefined || fact.at > best.at ? fact : best),
      undefined,
    )

/** What is read off the register has no day of its own. */
const fixed = (take: Take, holds: boolean, why: Why): TakeVerdict =>
  holds ? { take, holds, until: null, day: null, evidenceId: null, why: null } : failed(take, why)

const failed = (take: Take, why: Why): TakeVerdict => ({
  take,
  holds: false,
  until: null,
  day: null,
  evidenceId: null,
  why,
})

/** Whether a fact is of the kind that a take asks for. */
export const speaksOf = (fact: Fact, take: Take): boolean =>
  fact.kind === take.kind &&
  (take.kind === 'keeper' || fact.what === (take.kind === 'answer' ? take.question : 'of' in take && take.of))
