const MINUTE_MS = 60_000

/** Phones' clocks differ from ours by minutes: what was made within so long of its arrival was made when it arrived. */
export const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS
/** A report older than this helps nobody any more; the person is told so and may report what is now. */
export const LATE_MAX_MS = 7 * 24 * 60 * MINUTE_MS

export type ReportDate =
  | { readonly at: Date; readonly arrivedAt: Date | null }
  /** Older than a report may be. */
  | { readonly tooOld: true }

/**
 * A report is dated by when it was made, so that a locked door of this morning does not close the station this
 * evening; what arrives late says so. A clock that runs ahead moves nothing into the future: then the arrival counts.
 */
export function dateReport(madeAt: Date | undefined, arrived: Date): ReportDate {
  const ageMs = madeAt === undefined ? 0 : arrived.getTime() - madeAt.getTime()
  if (ageMs > LATE_MAX_MS) return { tooOld: true }
  if (madeAt === undefined || ageMs <= CLOCK_TOLERANCE_MS) return { at: arrived, arrivedAt: null }
  return { at: madeAt, arrivedAt: arrived }
}
