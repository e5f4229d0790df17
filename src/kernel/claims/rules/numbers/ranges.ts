import { roundingTo, toNumber, type Decimal } from './numerals.ts'
import type { Hedge } from './said-number.ts'

/** By how much 近, 余 and 约 may be off, as a part of the number. No standard says: it is shown, and can be set. */
export const TOLERANCE = 0.1

export type Span = { readonly low: number; readonly high: number }

/** The widest that a number may be meant. Edges that are not meant themselves are moved by the smallest unit that is counted. */
export function spanOf(hedge: Hedge, decimal: Decimal, shift: number, tolerance = TOLERANCE): Span {
  const value = toNumber(decimal, shift)
  const part = Math.abs(value) * tolerance
  const step = smallestStep(decimal, shift)
  switch (hedge) {
    case 'exact':
    case 'between': {
      const isRounded = decimal.exponent > 0 || decimal.exponent + shift < 0
      return isRounded ? roundingTo(decimal, shift) : { low: value, high: value }
    }
    case 'near':
      return { low: value - Math.max(part, step), high: value - step }
    case 'over':
      return { low: value, high: Math.max(value, value + part - step) }
    case 'about':
      return { low: value - part, high: value + part }
    case 'more-than':
      return { low: value + step, high: Infinity }
    case 'at-least':
      return { low: value, high: Infinity }
    case 'less-than':
      return { low: 0, high: Math.max(0, value - step) }
    case 'at-most':
      return { low: 0, high: value }
  }
}

/** One fen, one person; nothing where parts are counted, as of a percentage: 98% is over 97.9%. */
const smallestStep = (decimal: Decimal, shift: number): number => (decimal.exponent + shift >= 0 ? 1 : 0)
