import { findNumbers } from './find-numbers.ts'
import type { NumberRole, SaidNumber } from './said-number.ts'

const COUNTING: ReadonlySet<NumberRole> = new Set(['amount', 'rate', 'change', 'duration', 'age', 'article'])

/** Whether a number tells of an amount, and so may be held against records. */
export const isCounting = ({ role }: SaidNumber): boolean => COUNTING.has(role)

/**
 * What a numeric phrase says: `近6万人`, `45万元`, `98%`. Undefined where there is no number in it, or more than one. Money is
 * in fen, a rate a part of one.
 */
export function readNumber(words: string, tolerance?: number): SaidNumber | undefined {
  const found = findNumbers(words, tolerance).filter(isCounting)
  return found.length === 1 ? found[0] : undefined
}
