export type DemoReportKind = 'locked' | 'broken' | 'no-water' | 'dirty' | 'other'

/** What shows that the reporter stood there. The code counts when it was scanned within ten minutes before. */
export type DemoProof = {
  readonly kind: 'code-and-position' | 'code' | 'position' | 'none'
  readonly scannedSecondsBefore?: number
  readonly metresAway?: number
}

export type DemoAnswer = {
  /** Seconds since the epoch. */
  readonly at: number
  readonly outcome: 'fixed' | 'explained' | 'not-found'
  readonly text: string
}

export type DemoReport = {
  /** Index into the stations that were given. */
  readonly station: number
  /** The same numbers as in the visits. */
  readonly visitor: number
  readonly kind: DemoReportKind
  readonly at: number
  /** What the reporter wrote, if anything: one tap is enough. */
  readonly text?: string
  readonly proof: DemoProof
  readonly answer?: DemoAnswer
  /** The reporter did not agree and opened it again; `second` is what the keeper said then. */
  readonly reopened?: { readonly at: number; readonly second?: DemoAnswer }
  readonly state: 'waiting' | 'closed' | 'reopened'
}
