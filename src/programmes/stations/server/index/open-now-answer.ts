import type { z } from 'zod'
import type { OpenEvidence, OpenNow } from '../../rules/open-now.ts'
import type { OpenState } from '../../rules/open-state.ts'
import type { openNow } from '../../shapes.ts'

/** What is said about a door, ready to be sent, with the evidence for the station's own page. */
export type OpenNowAnswer = {
  readonly said: z.input<typeof openNow>
  /** `changesAt` in ISO 8601, written once and not once an answer. */
  readonly changesAt: string | null
  readonly evidence: readonly OpenEvidence[]
  /** Null where nothing was heard beyond the declared hours. */
  readonly learned: number | null
}

/**
 * Below this the wording says that the door may be locked, and so does the state; from here up a station that says
 * it is closed, or says nothing, is shown as open: its visitors know better.
 */
const OPEN_FROM = 0.65

export function openNowOf(declared: OpenState, isKnown: boolean, estimate: OpenNow): OpenNowAnswer {
  const probability = Math.round(estimate.probability * 100) / 100
  return {
    said: {
      state: stateOf(declared.open, isKnown, estimate.probability),
      declaredOpen: declared.open,
      changesAt: declared.changesAt,
      probability,
      confidence: estimate.confidence,
      wording: estimate.wording,
    },
    changesAt: declared.changesAt?.toISOString() ?? null,
    evidence: estimate.evidence,
    learned: estimate.confidence === 'declared-only' ? null : probability,
  }
}

function stateOf(declaredOpen: boolean, isKnown: boolean, probability: number) {
  if (declaredOpen) return probability >= OPEN_FROM ? 'open' : 'probably-locked'
  if (probability >= OPEN_FROM) return 'open'
  return isKnown ? 'closed' : 'unknown'
}
