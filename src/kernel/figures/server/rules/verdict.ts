export type Measured = {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly records: number
  readonly digest: string
}

export type Verdict = 'same' | 'value-differs' | 'records-differ' | 'digest-only' | 'no-longer-declared'

/**
 * What the records as recorded then say to a frozen value. A lawful purge since then excuses a difference, and
 * nothing can be proven any more: only the digest is left.
 */
export function judge(frozen: Measured, now: Measured | undefined, purgedSince: boolean): Verdict {
  if (now === undefined) return 'no-longer-declared'
  const sameValue =
    frozen.value === now.value && frozen.numerator === now.numerator && frozen.denominator === now.denominator
  const sameRecords = frozen.records === now.records && frozen.digest === now.digest
  if (sameValue && sameRecords) return 'same'
  if (purgedSince) return 'digest-only'
  return sameValue ? 'records-differ' : 'value-differs'
}
