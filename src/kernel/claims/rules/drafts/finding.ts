import type { Text } from '#platform/text.ts'
import type { Bound } from '../../shapes-drafts.ts'

/** What is found of one number, the worst first. */
export const MARKS = [
  'contradicts',
  'wrong-unit',
  'parts',
  'out-of-date',
  'rate-without-terms',
  'cannot-be-checked',
  'unbound',
  'sourced',
  'rounds',
  'agrees',
] as const
export type Mark = (typeof MARKS)[number]

/** Whether somebody has to look at it before the text goes out. */
export const isProblem = (mark: Mark): boolean => MARKS.indexOf(mark) < MARKS.indexOf('unbound')

export type Offer = {
  /** What would stand in the text. */
  readonly words: string
} & (
  | { readonly kind: 'bind' | 'words' | 'field'; readonly figure: string }
  /** It says again what somebody else said: bound to that claim. */
  | { readonly kind: 'repeat'; readonly claim: string }
)

/** One number of a text. Offsets are UTF-16 units within the paragraph. */
export type Finding = {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly mark: Mark
  /** The reason with its arithmetic, a line a step. */
  readonly lines: readonly Text[]
  readonly bound: Bound | null
  readonly live: boolean
  /** The figure that it was held against: the bound one, or the one that the words around it name. */
  readonly figure: string | null
  readonly offers: readonly Offer[]
}
