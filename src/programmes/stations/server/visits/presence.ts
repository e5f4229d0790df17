import type { Context } from '#platform/context.ts'
import { sign, verifySigned } from '#platform/keys.ts'
import { z } from 'zod'
import { distanceMetres, locate } from '../../rules/coordinates.ts'
import { proofShare, type PresenceProof as ProofFacts } from '../../rules/open-signal.ts'
import type { Datum, PresenceProof } from '../words.ts'

/** A scanned code speaks for whoever stands there now, not for whoever passed by this morning. */
const PRESENCE_MINUTES = 10
/** A station is a room and its door; phones in the street are off by some tens of metres. */
export const NEAR_METRES = 150
/** What a phone claims about its own error counts up to here; beyond it, any place would be near. */
const ACCURACY_COUNTED_MAX_METRES = 300

const statement = z.object({ code: z.string(), at: z.number() })

export type GivenPresence = {
  readonly presence?: string | undefined
  readonly position?:
    | {
        readonly longitude: number
        readonly latitude: number
        readonly datum: Datum
        readonly accuracyMetres?: number | undefined
      }
    | undefined
}

/** What is known of somebody's being at a station: kept with the check-in or report, and weighed by it. */
export type Presence = {
  readonly proof: PresenceProof
  /** From the station; null where no position was given. */
  readonly distanceMetres: number | null
  /** 0 to 1: see `proofShare`, which states each weight and why. */
  readonly weight: number
}

/** A signed word that this station's plate was scanned now. */
export function makePresence(ctx: Context, code: string): { presence: string; until: Date } {
  const at = ctx.now.getTime()
  return {
    presence: sign(ctx.config.keys, 'presence', { code, at }),
    until: new Date(at + PRESENCE_MINUTES * 60_000),
  }
}

/**
 * A word that is forged, of another station or older than ten minutes proves nothing, and refuses nothing: a locked
 * door may be reported by whoever stands before it without the code.
 */
export function judgePresence(
  ctx: Context,
  station: { readonly code: string; readonly longitude: number; readonly latitude: number },
  given: GivenPresence,
): Presence {
  const codeScanned = given.presence !== undefined && holds(ctx, station.code, given.presence)
  const { position } = given
  if (position === undefined) return presenceOf(codeScanned, false, null)
  const metres = distanceMetres(station, locate(position, position.datum, ''))
  const accuracy = Math.min(position.accuracyMetres ?? 0, ACCURACY_COUNTED_MAX_METRES)
  return presenceOf(codeScanned, metres <= NEAR_METRES + accuracy, Math.round(metres))
}

function presenceOf(codeScanned: boolean, isNear: boolean, metres: number | null): Presence {
  const proof = codeScanned ? (isNear ? 'code-and-position' : 'code') : isNear ? 'position' : 'none'
  return { proof, distanceMetres: metres, weight: proofShare(proofOf(proof, metres)) }
}

/** A row's proof as the open-now rule reads it. A position that was given and is not near speaks against. */
export const proofOf = (proof: PresenceProof, metres: number | null): ProofFacts => ({
  codeScanned: proof === 'code' || proof === 'code-and-position',
  position:
    proof === 'position' || proof === 'code-and-position' ? 'near' : metres === null ? 'not-given' : 'far',
})

function holds(ctx: Context, code: string, presence: string): boolean {
  const read = statement.safeParse(verifySigned(ctx.config.keys, 'presence', presence))
  if (!read.success || read.data.code !== code) return false
  const age = ctx.now.getTime() - read.data.at
  return age >= 0 && age <= PRESENCE_MINUTES * 60_000
}
