export type SignalKind =
  /** Somebody used the station. */
  | 'check-in'
  | 'reported-locked'
  /** The person who reported it locked, or another, found it open again. */
  | 'reported-reopened'
  | 'keeper-said-open'
  | 'keeper-said-closed'

/** What showed that the person was there. The plate's code counts when scanned within 10 minutes of the report. */
export interface PresenceProof {
  readonly codeScanned: boolean
  readonly position: 'near' | 'far' | 'not-given'
}

export interface OpenSignal {
  readonly kind: SignalKind
  readonly at: Date
  readonly proof: PresenceProof
  /** A pseudonym: one person counts once a day for each kind, by the weightiest, and less each further day. */
  readonly by?: string
  /** What the declared hours said at that moment; left out where there are none. */
  readonly declaredOpen?: boolean
}

/** How far a signal can be believed: the plate's code outweighs a position, which a phone can be told. */
export function proofShare({ codeScanned, position }: PresenceProof): number {
  if (position === 'far') return codeScanned ? 0.3 : 0.05
  if (codeScanned) return position === 'near' ? 1 : 0.8
  return position === 'near' ? 0.5 : 0.2
}
