import type { SaidNumber } from '../numbers/said-number.ts'
import type { Mark, Offer } from './finding.ts'
import { fits } from './judge-number.ts'
import { aboveOf, type KnownFigure } from './known-figure.ts'
import { unitsAgree } from './units-agree.ts'
import { fieldWords, wordRight } from './word-right.ts'

/** What one click can do: bind, word it right, put a live field in its place. */
export function offersFor(
  number: SaidNumber,
  figures: readonly KnownFigure[],
  mark: Mark,
  isBound: boolean,
): Offer[] {
  return figures.flatMap((figure, at) => {
    const offers: Offer[] = []
    const isRight = figure.value !== null && fits(number, figure.value, aboveOf(figure))
    if (!isBound && isRight && unitsAgree(number, figure.dimension))
      offers.push({ kind: 'bind', figure: figure.key, words: number.words })
    if (at > 0) return offers
    if (mark !== 'agrees')
      for (const words of wordRight(figure))
        if (words !== number.words) offers.push({ kind: 'words', figure: figure.key, words })
    const field = fieldWords(figure)
    if (field !== undefined) offers.push({ kind: 'field', figure: figure.key, words: field })
    return offers
  })
}
