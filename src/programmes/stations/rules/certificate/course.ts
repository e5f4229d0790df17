import { addDays, cityDay } from '#platform/city-time.ts'
import type { Standard } from '../standard/standard-schema.ts'
import { certify, type Certificate, type Fact, type StationFacts } from './certify.ts'

/** A dated piece of a station's story; everything is known from its day on. */
export type Dated<T> = { readonly day: string; readonly value: T }

/** Evidence that was taken back holds until the day before; what arrived late is known from its arrival on. */
export type WithdrawnFact = Fact & { readonly withdrawnOn?: string; readonly knownOn?: string }

export type Story = {
  readonly facts: readonly WithdrawnFact[]
  readonly register: readonly Dated<Pick<StationFacts, 'facilities' | 'isInCity' | 'isClosed'>>[]
  readonly sanctions: readonly Dated<StationFacts['sanction']>[]
}

export type Turn = { readonly day: string; readonly certificate: Certificate; readonly standard: number }

/**
 * The certificate's whole course: each day on which state, failing criteria or standard changed, from the station's
 * first day up to `until`. What is stored day by day must equal it, and a test says so.
 */
export function courseOf(standards: readonly Dated<Standard>[], story: Story, until: string): Turn[] {
  const events = eventDays(standards, story).filter((day) => day <= until)
  const turns: Turn[] = []
  for (const [index, day] of events.entries()) {
    const end = events[index + 1] ?? addDays(until, 1)
    let next: string | null = day
    while (next !== null && next < end) {
      const turn = turnAt(standards, story, next)
      if (turn !== undefined && isTurn(turns.at(-1), turn)) turns.push(turn)
      next = turn === undefined ? null : later(turn.certificate.turnsOn, next)
    }
  }
  return turns
}

function turnAt(standards: readonly Dated<Standard>[], story: Story, day: string): Turn | undefined {
  const standard = standards.findLastIndex((one) => one.day <= day)
  const register = story.register.findLast((one) => one.day <= day)
  if (standard === -1 || register === undefined) return undefined
  const station = {
    ...register.value,
    sanction: story.sanctions.findLast((one) => one.day <= day)?.value ?? null,
    facts: story.facts.filter(
      (fact) => dayKnown(fact) <= day && (fact.withdrawnOn === undefined || fact.withdrawnOn > day),
    ),
  }
  return { day, standard, certificate: certify(standards[standard]!.value, station, day) }
}

const isTurn = (before: Turn | undefined, { certificate, standard }: Turn): boolean =>
  before === undefined ||
  before.standard !== standard ||
  before.certificate.state !== certificate.state ||
  before.certificate.failing.join() !== certificate.failing.join()

function eventDays(standards: readonly Dated<Standard>[], { facts, register, sanctions }: Story): string[] {
  const days = [
    ...standards.map(({ day }) => day),
    ...register.map(({ day }) => day),
    ...sanctions.map(({ day }) => day),
    ...facts.map(dayKnown),
    ...facts.flatMap(({ withdrawnOn }) => withdrawnOn ?? []),
  ]
  const first = register[0]?.day ?? ''
  return [...new Set(days.filter((day) => day >= first))].sort()
}

const dayKnown = ({ at, knownOn }: WithdrawnFact): string => knownOn ?? cityDay(at)

/** Time only goes on, whatever a rule answers. */
const later = (day: string | null, than: string) => (day !== null && day > than ? day : null)
