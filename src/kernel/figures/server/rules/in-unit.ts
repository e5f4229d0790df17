import type { Dimension } from '../../figure.ts'

const FEN_PER_YUAN = 100
const PER_CENT_DECIMALS = 4

/** A value in the unit that people read: money in yuan, a share in per cent. Null stays null. */
export function inUnit(value: number | null, dimension: Dimension): number | null {
  if (value === null) return null
  if (dimension === 'money') return value / FEN_PER_YUAN
  return dimension === 'ratio' ? Number((value * 100).toFixed(PER_CENT_DECIMALS)) : value
}
