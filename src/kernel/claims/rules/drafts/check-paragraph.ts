import type { DraftNumber } from '../../shapes-drafts.ts'
import type { Catalogue } from './catalogue.ts'
import { checkSentence, type BoundPlace } from './check-sentence.ts'
import type { Finding } from './finding.ts'
import { sentencesOf } from './sentences.ts'

/** Sentences whose findings are remembered: a long report has some four thousand. */
const REMEMBERED_MAX = 8000

export type ParagraphChecker = (text: string, numbers: readonly DraftNumber[]) => Finding[]

/**
 * Checks paragraphs, remembering what was found in each sentence as it stands and is bound: after a keystroke one sentence is
 * read and judged anew. One checker serves one catalogue.
 */
export function makeParagraphChecker(catalogue: Catalogue): ParagraphChecker {
  const remembered = new Map<string, readonly Finding[]>()
  const findingsOf = (sentence: string, places: readonly BoundPlace[]) => {
    const key = places.length === 0 ? sentence : `${sentence}\n${JSON.stringify(places)}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    if (remembered.size >= REMEMBERED_MAX) remembered.clear()
    const found = checkSentence(sentence, places, catalogue)
    remembered.set(key, found)
    return found
  }
  return (text, numbers) =>
    sentencesOf(text).flatMap(({ start, text: sentence }) => {
      const end = start + sentence.length
      const places = numbers
        .filter((number) => number.start < end && number.end > start)
        .map((number) => ({ ...number, start: number.start - start, end: number.end - start }))
      return findingsOf(sentence, places).map((finding) => ({
        ...finding,
        start: finding.start + start,
        end: finding.end + start,
      }))
    })
}
