import type { z } from 'zod'

import type { answerKind, presenceProof, reportKind, reportState } from '../../shapes.ts'
import type { FacilityId } from '../../rules/facilities.ts'

export type DemoReportKind = z.infer<typeof reportKind>
export type DemoAnswerKind = z.infer<typeof answerKind>

/** What shows that somebody stood there. A code counts when it was scanned within ten minutes before. */
export type DemoProof = {
  readonly proof: z.infer<typeof presenceProof>
  readonly scannedSecondsBefore?: number
  readonly metresAway?: number
}

/** What happened after the report: the keeper answers, the reporter reopens or settles. Times in seconds. */
export type DemoReportEvent =
  | {
      readonly kind: 'answered'
      readonly at: number
      readonly answer: DemoAnswerKind
      readonly words: string
    }
  | { readonly kind: 'reopened' | 'settled'; readonly at: number; readonly words: string }

export type DemoReport = DemoProof & {
  /** Index into the stations that were given. */
  readonly station: number
  /** The same numbers as in the visits. */
  readonly visitor: number
  readonly kind: DemoReportKind
  readonly facility: FacilityId | null
  /** What the reporter wrote; empty where one tap was enough. */
  readonly words: string
  /** Seconds since the epoch. */
  readonly at: number
  /** In the order of time, without the report itself. */
  readonly events: readonly DemoReportEvent[]
  readonly state: z.infer<typeof reportState>
}
