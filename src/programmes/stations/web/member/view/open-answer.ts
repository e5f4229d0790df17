import {
  compileOpeningHours,
  createOpeningHoursCompiler,
  isOpenAt,
} from '#programmes/stations/rules/compile-opening-hours.ts'
import { localMoment, type LocalMoment } from '#programmes/stations/rules/local-time.ts'
import type { OpeningHours } from '#programmes/stations/rules/opening-hours-schema.ts'
import type { Status } from '#ui/data/status-badge.tsx'
import type { MapStation } from '../types.ts'

/** The answer a person came for. `probably-locked`: the hours say open, and people on the spot say otherwise. */
export type OpenKind = 'open' | 'probably-locked' | 'closed' | 'unknown'

/** What was learned fades by half in two hours; a list kept longer than this speaks by its hours alone. */
const LEARNED_HOLDS_MS = 60 * 60_000

/** From here up people on the spot outweigh the hours, and below it they make them doubtful; as on the server. */
const OPEN_FROM = 0.65

const compile = createOpeningHoursCompiler()
const compiled = new WeakMap<OpeningHours, ReturnType<typeof compileOpeningHours>>()

/** Each list of hours is compiled once while its station is held; asking again costs nanoseconds. */
function compiledOf(hours: OpeningHours) {
  const known = compiled.get(hours) ?? compile(hours)
  compiled.set(hours, known)
  return known
}

/** One clock for a whole list: the same instant for every station, and what was learned only while it is fresh. */
export type ListClock = { readonly moment: LocalMoment; readonly isLearnedFresh: boolean }

export function clockFor(now: Date, listAsOf: string): ListClock {
  return {
    moment: localMoment(now),
    isLearnedFresh: Math.abs(now.getTime() - Date.parse(listAsOf)) <= LEARNED_HOLDS_MS,
  }
}

/** Whether a station is open, computed on the phone, so that a kept list answers without a network. */
export function openKindOf(
  station: Pick<MapStation, 'hours' | 'openProbability'>,
  { moment, isLearnedFresh }: ListClock,
): OpenKind {
  const isDeclaredOpen = isOpenAt(compiledOf(station.hours), moment)
  const learned = isLearnedFresh ? station.openProbability : null
  if (learned !== null && learned >= OPEN_FROM) return 'open'
  if (!isDeclaredOpen) return 'closed'
  return learned === null ? 'open' : 'probably-locked'
}

/** A shape and a colour for each answer; the word stands beside it. */
export const statusOfKind: Readonly<Record<OpenKind, Status>> = {
  open: 'good',
  'probably-locked': 'warn',
  closed: 'quiet',
  unknown: 'quiet',
}
