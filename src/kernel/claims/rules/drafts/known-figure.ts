import type { Text } from '#platform/text.ts'

export type FigureDimension =
  | 'places'
  | 'persons'
  | 'turns'
  | 'money'
  | 'organisations'
  | 'documents'
  | 'awards'
  | 'ratio'

/** A figure of the catalogue as the linter needs it: today's public value, and what it was on days that may be meant. */
export type KnownFigure = {
  readonly key: string
  readonly title: Text
  readonly unit: Text
  readonly dimension: FigureDimension
  /** Money in fen, a ratio as a part of one. Null where there is none, or none that may be told. */
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** Counts of people are told in whole tens: the count lies less than ten above `value`. */
  readonly inTens: boolean
  readonly asOf: string
  readonly earlier: readonly { readonly asOf: string; readonly value: number | null }[]
}

/** One below the next ten. */
export const aboveOf = ({ inTens, dimension }: Pick<KnownFigure, 'inTens' | 'dimension'>): number =>
  inTens && dimension !== 'ratio' ? 9 : 0
