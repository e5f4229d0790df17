import type { Bound, DraftParagraph } from '../../../shapes-drafts.ts'

/** A bound number by its place in the whole text, paragraphs joined by line breaks. */
export type Place = {
  readonly from: number
  readonly to: number
  readonly bound: Bound
  readonly live: boolean
}

/** A draft's paragraphs as one text, a paragraph a line, with the places of its bound numbers. */
export function toText(paragraphs: readonly DraftParagraph[]): { text: string; places: Place[] } {
  const places: Place[] = []
  let from = 0
  for (const { text, numbers } of paragraphs) {
    for (const { start, end, bound, live } of numbers)
      places.push({ from: from + start, to: from + end, bound, live })
    from += text.length + 1
  }
  return { text: paragraphs.map(({ text }) => text).join('\n'), places }
}

/** The way back. A place that lost its letters, or reaches over a line's end, is bound no longer. */
export function toParagraphs(text: string, places: readonly Place[]): DraftParagraph[] {
  if (text === '') return []
  let from = 0
  let next = 0
  const sorted = places.toSorted((a, b) => a.from - b.from)
  return text.split('\n').map((line) => {
    const end = from + line.length
    const numbers: DraftParagraph['numbers'] = []
    while (next < sorted.length && sorted[next]!.from < end) {
      const { from: start, to, bound, live } = sorted[next]!
      if (start >= from && to <= end && to > start)
        numbers.push({ start: start - from, end: to - from, bound, live })
      next += 1
    }
    from = end + 1
    return { text: line, numbers }
  })
}
