import { CITY_TIME_ZONE } from '#platform/city-time.ts'
import {
  compileOpeningHours,
  isOpenAt,
  MINUTES_A_DAY,
  spansOn,
  type CompiledOpeningHours,
} from './compile-opening-hours.ts'
import { instantOf, localDay, localMoment, type LocalMoment } from './local-time.ts'
import type { OpeningHours } from './opening-hours-schema.ts'

/** Why: the ordinary week, a dated exception, or because it never changes. */
export type OpenStateKind =
  | 'open'
  | 'closed'
  | 'open-by-exception'
  | 'closed-by-exception'
  | 'always-open'
  | 'never-open'

export interface OpenState {
  readonly open: boolean
  /** When that changes next; null if it does not within a year. */
  readonly changesAt: Date | null
  readonly kind: OpenStateKind
}

/** A year and a week: every season has begun and every weekday of it has come. */
const HORIZON_DAYS = 373

/** What the declared hours say about one instant. */
export function openStateAt(
  hours: OpeningHours | CompiledOpeningHours,
  at: Date,
  timeZone: string = CITY_TIME_ZONE,
): OpenState {
  const compiled = isCompiled(hours) ? hours : compileOpeningHours(hours)
  const moment = localMoment(at, timeZone)
  const open = isOpenAt(compiled, moment)
  const change = nextChange(compiled, moment, open)
  if (change === undefined) return { open, changesAt: null, kind: open ? 'always-open' : 'never-open' }
  const isException = compiled.exceptions?.has(moment.today.epochDay) === true
  const kind = open ? 'open' : 'closed'
  return {
    open,
    changesAt: instantOf(change.epochDay, change.minute, timeZone),
    kind: isException ? `${kind}-by-exception` : kind,
  }
}

function nextChange(compiled: CompiledOpeningHours, from: LocalMoment, open: boolean) {
  let yesterday = from.yesterday
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const today = localDay(from.today.epochDay + ahead)
    for (const minute of boundaries(compiled, { today, yesterday, minute: 0 })) {
      if (ahead === 0 && minute <= from.minute) continue
      if (isOpenAt(compiled, { today, yesterday, minute }) !== open)
        return { epochDay: today.epochDay, minute }
    }
    yesterday = today
  }
  return undefined
}

/** The minutes of a day at which anything can change, in order. */
function boundaries(compiled: CompiledOpeningHours, { today, yesterday }: LocalMoment): number[] {
  const spilled = spansOn(compiled, yesterday).map((minute) => minute - MINUTES_A_DAY)
  return [0, ...spansOn(compiled, today), ...spilled]
    .filter((minute) => minute >= 0 && minute < MINUTES_A_DAY)
    .sort((a, b) => a - b)
}

function isCompiled(hours: OpeningHours | CompiledOpeningHours): hours is CompiledOpeningHours {
  return !Array.isArray(hours.exceptions)
}
