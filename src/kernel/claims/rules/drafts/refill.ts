import type { DraftParagraph } from '../../shapes-drafts.ts'
import type { KnownFigure } from './known-figure.ts'
import { fieldWords } from './word-right.ts'

type Figures = ReadonlyMap<string, KnownFigure>

/**
 * Paragraphs with their live fields filled anew by the figures as they are now. A field whose figure has no value that may
 * be told stays as it was, and is marked by the rules.
 */
export const refill = (paragraphs: readonly DraftParagraph[], figures: Figures): DraftParagraph[] =>
  paragraphs.map((paragraph) =>
    paragraph.numbers.some(({ live }) => live) ? refilled(paragraph, figures) : paragraph,
  )

function refilled({ text, numbers }: DraftParagraph, figures: Figures): DraftParagraph {
  let words = ''
  let last = 0
  const moved = numbers.map((number) => {
    words += text.slice(last, number.start)
    last = number.end
    const start = words.length
    const figure = number.live && 'figure' in number.bound ? figures.get(number.bound.figure) : undefined
    const filled = figure && fieldWords(figure)
    words += filled ?? text.slice(number.start, number.end)
    const bound =
      figure === undefined || filled === undefined ? number.bound : { figure: figure.key, asOf: figure.asOf }
    return { ...number, start, end: words.length, bound }
  })
  return { text: words + text.slice(last), numbers: moved }
}

/** Whether filling anew changed a word. */
export const isRefilled = (before: readonly DraftParagraph[], after: readonly DraftParagraph[]): boolean =>
  before.some(({ text }, at) => text !== after[at]?.text)
