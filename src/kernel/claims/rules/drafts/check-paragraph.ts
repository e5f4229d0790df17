import { findNumbers } from '../numbers/find-numbers.ts'
import type { SaidNumber } from '../numbers/said-number.ts'
import type { DraftNumber } from '../../shapes-drafts.ts'
import { checkSentence, type Catalogue } from './check-sentence.ts'
import type { Finding } from './finding.ts'
import { sentencesOf } from './sentences.ts'

/** Sentences whose numbers are remembered: a long report has some four thousand. */
const REMEMBERED_MAX = 8000

export type ParagraphChecker = (text: string, numbers: readonly DraftNumber[]) => Finding[]

/**
 * Checks paragraphs, remembering what stands in each sentence: after a keystroke one sentence is read anew. One checker
 * serves one catalogue.
 */
export function makeParagraphChecker(catalogue: Catalogue): ParagraphChecker {
  const read = new Map<string, readonly SaidNumber[]>()
  const numbersOf = (sentence: string) => {
    const known = read.get(sentence)
    if (known !== undefined) return known
    if (read.size >= REMEMBERED_MAX) read.clear()
    const found = findNumbers(sentence, catalogue.tolerance)
    read.set(sentence, found)
    return found
  }
  return (text, numbers) =>
    sentencesOf(text).flatMap(({ start, text: sentence }) => {
      const end = start + sentence.length
      const places = numbers
        .filter((number) => number.start < end && number.end > start)
        .map((number) => ({ ...number, start: number.start - start, end: number.end - start }))
      return checkSentence(sentence, places, catalogue, numbersOf(sentence)).map((finding) => ({
        ...finding,
        start: finding.start + start,
        end: finding.end + start,
      }))
    })
}
