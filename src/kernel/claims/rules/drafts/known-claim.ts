import type { Text } from '#platform/text.ts'
import { dimensionsOf } from '../numbers/dimensions.ts'
import type { SaidNumber } from '../numbers/said-number.ts'
import { saidOfNumber } from '../relations/said-of-number.ts'
import { judgeRepeated } from '../relations/repeated.ts'
import { meet, type SaidDimension, type Verdict, type Why } from '../relations/said.ts'
import type { Judgement } from './judge-number.ts'

/** What another publication said, as the linter needs it: a text that repeats it is held against it. */
export type KnownClaim = {
  readonly id: string
  /** What the number is about. */
  readonly title: Text
  readonly words: string
  readonly value: number
  readonly low: number
  /** Null: no upper end. */
  readonly high: number | null
  readonly unit: Text
  readonly dimension: SaidDimension
  /** Who said it, and when. */
  readonly where: Text
  readonly verdict: Verdict
  readonly why: Why | null
  readonly lines: readonly Text[]
}

const rangeOf = ({ low, high }: KnownClaim) => ({ low, high: high ?? Infinity })

/** Whether a number may be a repetition of the claim: one kind of thing, and ranges that meet. */
export const maySay = (number: SaidNumber, claim: KnownClaim): boolean =>
  dimensionsOf(number).includes(claim.dimension) && meet(number, rangeOf(claim))

/** A number of the text beside the claim that it repeats. */
export function judgeAgainstClaim(number: SaidNumber, claim: KnownClaim): Judgement {
  const { title, where, dimension, unit } = claim
  if (!dimensionsOf(number).includes(dimension)) {
    const line = {
      zh: `${where.zh}的“${claim.words}”说的是${unit.zh}，文中“${number.words}”不是同一种量。`,
      en: `“${claim.words}” (${where.en}) counts ${unit.en}; “${number.words}” counts something else.`,
    }
    return { mark: 'wrong-unit', lines: [line] }
  }
  const said = { ...claim, ...rangeOf(claim), topic: title, since: null }
  const { verdict, lines } = judgeRepeated(
    { ...saidOfNumber(number, { topic: IN_TEXT, dimension }), unit },
    { said, where, judged: claim },
  )
  // That nothing records it yet is no fault of whoever repeats it: whose number it is stands there.
  return { mark: verdict === 'cannot-be-checked' ? 'sourced' : verdict, lines }
}

const IN_TEXT: Text = { zh: '文中', en: 'The text' }
