import type { Text } from '#platform/text.ts'

/** What is counted. Two claims are added, or held against a figure, only where this is the same. */
export type SaidDimension =
  | 'places'
  | 'persons'
  | 'turns'
  | 'money'
  /** Of whoever bought or sold; not the union's spending. */
  | 'money-of-others'
  /** A sum insured (保额): what could be paid out, and was not spent. */
  | 'cover'
  | 'organisations'
  | 'documents'
  | 'awards'
  | 'ratio'
  | 'area'
  | 'duration'
  | 'things'

/** A number as it was said: what it may be taken to mean lies between `low` and `high`, both included. */
export type Said = {
  readonly topic: Text
  /** The numeric phrase alone, as it was printed. */
  readonly words: string
  /** Money in fen; a ratio as a part of one. */
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: Text
  readonly dimension: SaidDimension
  /** The first day of what it counts, where it was said. */
  readonly since: string | null
}

export type Verdict = 'agrees' | 'rounds' | 'out-of-date' | 'contradicts' | 'cannot-be-checked'

/** Why something cannot be checked, or what kind of agreement it is. */
export type Why =
  | 'unbound'
  | 'no-value'
  | 'fewer-than-ten'
  | 'no-terms'
  | 'no-period'
  | 'parts-missing'
  | 'whole-unstated'
  | 'not-addable'
  | 'some-unnamed'
  | 'more-named'
  | 'out-of-bounds'
  | 'name-differs'
  | 'plausible'

/** A verdict with the arithmetic that leads to it, a line a step. */
export type Judged = { readonly verdict: Verdict; readonly why: Why | null; readonly lines: readonly Text[] }

export const judged = (verdict: Verdict, lines: readonly Text[], why: Why | null = null): Judged => ({
  verdict,
  why,
  lines,
})

/** A step whose words are the same in both languages but for a few. */
export const line = (zh: string, en: string = zh): Text => ({ zh, en })

export type Range = { readonly low: number; readonly high: number }

/** At most four decimals, grouped in threes, as both languages write numbers. */
const plain = (value: number, decimals = 4): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: decimals })

const isMoney = (dimension: SaidDimension) =>
  dimension === 'money' || dimension === 'money-of-others' || dimension === 'cover'

/** The bare number: money in yuan, a ratio as a percentage. */
export function numberOf(value: number, dimension: SaidDimension): string {
  if (dimension === 'ratio') return `${plain(value * 100, 2)}%`
  return plain(isMoney(dimension) ? value / 100 : value)
}

/** A number with its unit in one language. */
export const amount = (value: number, of: Pick<Said, 'unit' | 'dimension'>, language: keyof Text): string =>
  of.dimension === 'ratio'
    ? numberOf(value, 'ratio')
    : `${numberOf(value, of.dimension)} ${isMoney(of.dimension) ? { zh: '元', en: 'yuan' }[language] : of.unit[language]}`

/** How a range is written: one number where there is but one. */
export function rangeText(range: Range, of: Pick<Said, 'unit' | 'dimension'>, language: keyof Text): string {
  if (range.low === range.high) return amount(range.low, of, language)
  if (range.high === Infinity)
    return { zh: `不少于 ${amount(range.low, of, 'zh')}`, en: `at least ${amount(range.low, of, 'en')}` }[
      language
    ]
  return `${numberOf(range.low, of.dimension)} – ${amount(range.high, of, language)}`
}

/** The first line of most proofs: what was printed, and what it may mean. */
export const saidLine = (said: Said): Text => ({
  zh: `${said.topic.zh}：“${said.words}”，即 ${rangeText(said, said, 'zh')}`,
  en: `${said.topic.en}: “${said.words}”, that is ${rangeText(said, said, 'en')}`,
})

export const meet = (a: Range, b: Range): boolean => a.low <= b.high && b.low <= a.high
