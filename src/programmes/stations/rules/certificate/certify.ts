import { addDays, cityDay, daysBetween } from '#platform/city-time.ts'
import type { Criterion, Need, Standard } from '../standard/standard-schema.ts'
import { judgeTake, speaksOf, type Fact, type StationFacts, type TakeVerdict } from './judge-take.ts'

export type { Fact, StationFacts, TakeVerdict, Why } from './judge-take.ts'

export type NeedVerdict = {
  readonly holds: boolean
  readonly until: string | null
  readonly takes: readonly TakeVerdict[]
}

export type CriterionVerdict = {
  readonly id: string
  readonly holds: boolean
  readonly until: string | null
  readonly needs: readonly NeedVerdict[]
}

export type CertificateState = 'complete' | 'lapsing' | 'incomplete' | 'suspended' | 'withdrawn'

export type Certificate = {
  readonly state: CertificateState
  readonly criteria: readonly CriterionVerdict[]
  readonly failing: readonly string[]
  /** The last day on which every criterion holds, where all hold and something ages. */
  readonly lapsesOn: string | null
  /** The next day on which time alone changes state or failing criteria; null where it never does. */
  readonly turnsOn: string | null
}

/**
 * The certificate of a station on a day (of the city's calendar): a function of the standard, the evidence, the
 * decisions and the day, and of nothing else. Nobody sets it.
 */
export function certify(standard: Standard, station: StationFacts, day: string): Certificate {
  const known = { ...station, facts: station.facts.filter(({ at }) => cityDay(at) <= day) }
  const criteria = standard.criteria.map((criterion) => judgeCriterion(criterion, known, day))
  const failing = criteria.filter(({ holds }) => !holds).map(({ id }) => id)
  const lapsesOn = failing.length > 0 ? null : earliest(criteria.map(({ until }) => until))
  const state = stateOf(standard, station, failing, lapsesOn, day)
  return { state, criteria, failing, lapsesOn, turnsOn: turnOf(standard, state, criteria, lapsesOn) }
}

function stateOf(
  { lapsingWithinDays }: Standard,
  { isClosed, sanction }: StationFacts,
  failing: readonly string[],
  lapsesOn: string | null,
  day: string,
): CertificateState {
  if (isClosed) return 'withdrawn'
  if (sanction !== null) return sanction
  if (failing.length > 0) return 'incomplete'
  return lapsesOn !== null && daysBetween(day, lapsesOn) <= lapsingWithinDays ? 'lapsing' : 'complete'
}

function turnOf(
  { lapsingWithinDays }: Standard,
  state: CertificateState,
  criteria: readonly CriterionVerdict[],
  lapsesOn: string | null,
): string | null {
  const nextLapse = earliest(criteria.map(({ holds, until }) => (holds ? until : null)))
  if (nextLapse === null) return null
  if (state === 'complete' && lapsesOn !== null) return addDays(lapsesOn, -lapsingWithinDays)
  return addDays(nextLapse, 1)
}

function judgeCriterion({ id, needs }: Criterion, station: StationFacts, day: string): CriterionVerdict {
  const refutedAt = refutation(needs, station.facts)
  const judged = needs.map((need) => judgeNeed(need, station, refutedAt, day))
  return {
    id,
    holds: judged.every(({ holds }) => holds),
    until: earliest(judged.map(({ holds, until }) => (holds ? until : null))),
    needs: judged,
  }
}

/** When an inspector last found against what this criterion asks: no older evidence outweighs it. */
function refutation(needs: readonly Need[], facts: readonly Fact[]): string | null {
  const takes = needs.flatMap(({ anyOf }) => anyOf)
  const against = facts.filter((fact) => !fact.favourable && takes.some((take) => speaksOf(fact, take)))
  return against.reduce<string | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  )
}

function judgeNeed(
  { anyOf }: Need,
  station: StationFacts,
  refutedAt: string | null,
  day: string,
): NeedVerdict {
  const takes = anyOf.map((take) => judgeTake(take, station, refutedAt, day))
  const holding = takes.filter(({ holds }) => holds)
  return { holds: holding.length > 0, until: latest(holding.map(({ until }) => until)), takes }
}

/** Null is “never ages”. */
function earliest(days: readonly (string | null)[]): string | null {
  return days.reduce((least, day) => (least === null || (day !== null && day < least) ? day : least), null)
}

function latest(days: readonly (string | null)[]): string | null {
  if (days.includes(null)) return null
  return days.reduce((most, day) => (most === null || day! > most ? day : most), null)
}
