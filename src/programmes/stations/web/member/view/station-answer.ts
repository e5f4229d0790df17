import type { StationDetail } from '../types.ts'
import { nextHoursChange, type HoursChange } from './change-words.ts'
import type { OpenKind } from './open-answer.ts'

export type StationAnswer = {
  readonly kind: OpenKind
  readonly change: HoursChange
  /** Whether what people said lately stands behind it; without it the declared hours answer alone. */
  readonly isLearned: boolean
}

/**
 * What the station's page answers. The server's estimate holds while it is about this hour: a page kept for use
 * without a network, or one that slept past closing time, is answered from the hours.
 */
export function answerOf(
  { hours, openNow }: Pick<StationDetail, 'hours' | 'openNow'>,
  now: Date,
  isOnline: boolean,
): StationAnswer {
  const change = nextHoursChange(hours, now)
  const isPast = openNow.changesAt !== null && Date.parse(openNow.changesAt) <= now.getTime()
  if (!isOnline || isPast || openNow.declaredOpen !== change.open) {
    return { kind: change.open ? 'open' : 'closed', change, isLearned: false }
  }
  return { kind: openNow.state, change, isLearned: openNow.confidence !== 'declared-only' }
}
