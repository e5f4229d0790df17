import type { Text } from '#platform/text.ts'
import { dimensionsOf } from '../numbers/dimensions.ts'
import { readNumber } from '../numbers/read-number.ts'
import { saidOfNumber } from '../relations/said-of-number.ts'
import type { SaidDimension } from '../relations/said.ts'
import { clauseAround, sentencesOf } from '../drafts/sentences.ts'
import type { PublishedNumber } from '../../shapes-texts.ts'

/** What a published number is bound to, in words. */
export type Ground = { readonly title: Text; readonly unit: Text; readonly dimension: SaidDimension }

export type NumberClaim = {
  readonly topic: Text
  readonly words: string
  readonly value: number
  readonly low: number
  /** Null: no upper end. */
  readonly high: number | null
  readonly unit: Text
  readonly dimension: SaidDimension
  /** Whether it counts what its ground counts, and may be held against it. */
  readonly isAlike: boolean
}

/** The register holds no longer phrase, and what is longer is a sentence. */
const WORDS_MAX = 20
const TOPIC_MAX = 40
const UNIT_MAX = 12

/**
 * A number of a published text as a claim: what it is about, and what its words may mean. Undefined where it is no numeric
 * phrase that the register holds. Without a ground it is about its own clause.
 */
export function numberClaim(
  number: Pick<PublishedNumber, 'start' | 'end' | 'words'>,
  paragraph: string,
  ground: Ground | null,
  tolerance: number,
): NumberClaim | undefined {
  const words = number.words.trim()
  const read = readNumber(words, tolerance)
  if (read === undefined || words.length > WORDS_MAX) return undefined
  const isAlike = ground !== null && dimensionsOf(read).includes(ground.dimension)
  const said = saidOfNumber(read, isAlike ? { dimension: ground.dimension } : {})
  const { value, low, high, dimension } = said
  const topic = ground?.title ?? topicAround(paragraph, number)
  const own = said.unit.zh === '' ? { zh: '个', en: 'of them' } : said.unit
  return {
    topic,
    words,
    value,
    low,
    high: Number.isFinite(high) ? high : null,
    unit: isAlike ? ground.unit : { zh: own.zh.slice(0, UNIT_MAX), en: own.en.slice(0, UNIT_MAX) },
    dimension,
    isAlike,
  }
}

/** The clause without its number, as the text has it: a text of ours, from which may be quoted. */
function topicAround(paragraph: string, { start, end }: { start: number; end: number }): Text {
  const sentence = sentencesOf(paragraph).findLast((one) => one.start <= start)
  if (sentence === undefined) return NAMELESS
  const { own } = clauseAround(sentence.text, start - sentence.start, end - sentence.start)
  const words = own.replaceAll(/[\s。；！？]/g, '').slice(0, TOPIC_MAX)
  return words.length < 2 ? NAMELESS : { zh: words, en: words }
}

const NAMELESS: Text = { zh: '文中数字', en: 'A number of the text' }
