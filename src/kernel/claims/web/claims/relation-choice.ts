import type { Relation } from '../../relation-schema.ts'
import type { Said } from '../../rules/relations/said.ts'
import type { Claim } from './staff-claims-page.tsx'

export const RELATION_KINDS = ['sum', 'product', 'rate'] as const

/** What somebody has chosen so far, whatever the kind: changing the kind and back loses nothing. */
export type Chosen = {
  readonly kind: (typeof RELATION_KINDS)[number]
  readonly parts: readonly string[]
  readonly whole: string | null
  readonly complete: boolean
  readonly factors: readonly string[]
  readonly product: string | null
  readonly rate: string | null
  readonly numerator: string | null
  readonly denominator: string | null
}

export const EMPTY: Chosen = {
  kind: 'sum',
  parts: [],
  whole: null,
  complete: true,
  factors: [],
  product: null,
  rate: null,
  numerator: null,
  denominator: null,
}

/** The relation that was chosen; undefined while something is missing. A rate of claims needs both of its terms. */
export function relationOf(chosen: Chosen): Relation | undefined {
  const { kind, parts, whole, complete, factors, product, rate, numerator, denominator } = chosen
  switch (kind) {
    case 'sum':
      return parts.length < 2 ? undefined : { kind, parts: [...parts], whole, complete }
    case 'product':
      return factors.length < 2 || product === null ? undefined : { kind, factors: [...factors], product }
    case 'rate':
      return rate === null || numerator === null || denominator === null
        ? undefined
        : { kind, rate, numerator, denominator }
  }
}

export const saidOfClaim = ({ topic, words, value, low, high, unit, dimension, since }: Claim): Said => ({
  topic,
  words,
  value,
  low,
  high: high ?? Infinity,
  unit,
  dimension,
  since,
})
