/** Decisions that one officer proposes and another makes. Warnings are given in a case of their own, with time to mend. */
export type ProposedSanction = 'suspension' | 'withdrawal' | 'restoration'

export type SanctionKind = 'warning' | ProposedSanction

export type SanctionsSoFar = {
  /** Within the last year. */
  readonly warnings: number
  /** The last decision that was no warning. */
  readonly standing: string | null
}

/**
 * Nobody's certificate is suspended unwarned, and neither a certificate nor a station is withdrawn before a second
 * warning. All of it counts the same warnings.
 */
export const WARNINGS_BEFORE = { suspension: 1, withdrawal: 2 } as const

/** The decisions that may be proposed now. */
export function sanctionableAfter({ warnings, standing }: SanctionsSoFar): ProposedSanction[] {
  const isDown = standing === 'suspension' || standing === 'withdrawal'
  return [
    ...(!isDown && warnings >= WARNINGS_BEFORE.suspension ? (['suspension'] as const) : []),
    ...(standing !== 'withdrawal' && warnings >= WARNINGS_BEFORE.withdrawal ? (['withdrawal'] as const) : []),
    ...(isDown ? (['restoration'] as const) : []),
  ]
}
