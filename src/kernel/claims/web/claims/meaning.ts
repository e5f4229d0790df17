import { dimensionsOf } from '../../rules/numbers/dimensions.ts'
import { readNumber } from '../../rules/numbers/read-number.ts'
import { saidOfNumber } from '../../rules/relations/said-of-number.ts'
import type { SaidDimension } from '../../rules/relations/said.ts'

/** What a phrase says, as a form shows it: money in yuan, a rate in per cent. Null where nothing is written, or there is no end. */
export type Meaning = {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unitZh: string
  readonly dimension: SaidDimension
}

const FEN_PER_YUAN = 100
const PERCENT = 100
const MONEY: ReadonlySet<SaidDimension> = new Set(['money', 'money-of-others', 'cover'])

/** By what a shown number is multiplied to be kept. */
const factorOf = (dimension: SaidDimension): number => {
  if (dimension === 'ratio') return 1 / PERCENT
  return MONEY.has(dimension) ? FEN_PER_YUAN : 1
}

/** Nothing finer is ever said, and nothing that dividing made up is shown. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

type Kept = {
  value: number
  low: number
  high: number | null
  dimension: SaidDimension
  unit: { zh: string }
}

export function shown({ value, low, high, dimension, unit }: Kept): Meaning {
  const by = 1 / factorOf(dimension)
  return {
    value: tidy(value * by),
    low: tidy(low * by),
    high: high === null || !Number.isFinite(high) ? null : tidy(high * by),
    unitZh: unit.zh,
    dimension,
  }
}

/** Back to what is kept: money in fen, a rate as a part of one. An end that is left open has none. */
export function kept({ value, low, high, dimension }: Meaning) {
  const by = factorOf(dimension)
  return {
    value: value === null ? Number.NaN : tidy(value * by),
    ...(low !== null && { low: tidy(low * by) }),
    high: high === null ? null : tidy(high * by),
  }
}

/** What the words say. The kind stays as it was where they may well count that: 家 may be a place or a union. */
export function meaningOf(words: string, before: SaidDimension): Meaning | undefined {
  const read = readNumber(words)
  if (read === undefined) return undefined
  const kinds = dimensionsOf(read)
  const dimension = kinds.includes(before) ? before : (kinds[0] ?? before)
  return shown(saidOfNumber(read, { dimension }))
}
