export type SanctionKind = 'warning' | 'suspension' | 'withdrawal' | 'restoration'

export type SanctionsSoFar = {
  /** Within the last year. */
  readonly warnings: number
  /** The last decision that was no warning. */
  readonly standing: string | null
}

/** Nobody's certificate is suspended unwarned, and none is withdrawn before a second warning. */
export const WARNINGS_BEFORE = { suspension: 1, withdrawal: 2 } as const

/** The decisions that may be proposed now. */
export function sanctionableAfter({ warnings, standing }: SanctionsSoFar): SanctionKind[] {
  const isDown = standing === 'suspension' || standing === 'withdrawal'
  return [
    ...(standing === 'withdrawal' ? [] : (['warning'] as const)),
    ...(!isDown && warnings >= WARNINGS_BEFORE.suspension ? (['suspension'] as const) : []),
    ...(standing !== 'withdrawal' && warnings >= WARNINGS_BEFORE.withdrawal ? (['withdrawal'] as const) : []),
    ...(isDown ? (['restoration'] as const) : []),
  ]
}
