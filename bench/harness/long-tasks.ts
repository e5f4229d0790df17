type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** CPU time of the thread, which does not run while others have the machine. */
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly documentLoaderURL?: string } }
}

const SLOWER_PHONE = 4
const LONG_MS = 50

/**
 * As Lighthouse's blocking time, but by the CPU time of the page's thread, which says on a busy machine what it says
 * on an idle one: of each task after the first paint, on a phone four times slower, what exceeds 50 ms.
 */
export function blockingCpuMs(events: readonly TraceEvent[], address: string): number {
  const opened = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith(address),
  )
  if (opened === undefined) return NaN
  const { pid, tid, ts } = opened
  const painted =
    events.find((event) => event.name === 'firstContentfulPaint' && event.pid === pid && event.ts > ts)?.ts ??
    ts
  const excess = events
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && event.ts >= painted)
    .filter(({ name }) => name.includes('RunTask'))
    .map(({ tdur, dur }) => ((tdur ?? dur ?? 0) / 1000) * SLOWER_PHONE - LONG_MS)
  return Math.round(excess.reduce((sum, ms) => sum + Math.max(0, ms), 0))
}
