export type Sentence = { readonly start: number; readonly text: string }

/** The sentences of a paragraph with where they begin; what ends one belongs to it. */
export function sentencesOf(paragraph: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const match of paragraph.matchAll(/[^。！？；\n]+[。！？；\n]?/g))
    sentences.push({ start: match.index, text: match[0] })
  return sentences
}

/** The clause in which a place of a sentence stands, and the one before it. */
export function clauseAround(sentence: string, start: number, end: number) {
  const from = Math.max(lastOf(sentence, start), 0)
  const to = sentence.slice(end).search(/[，,、：:。；！？]/)
  const before = Math.max(lastOf(sentence, Math.max(0, from - 1)), 0)
  return {
    own: sentence.slice(from, start) + sentence.slice(end, to === -1 ? sentence.length : end + to),
    earlier: sentence.slice(before, from),
  }
}

/** Behind the last mark that ends a clause before a place. A comma within a number ends none. */
function lastOf(sentence: string, place: number): number {
  for (let at = place - 1; at >= 0; at -= 1) {
    if (!/[，,、：:。；！？]/.test(sentence[at]!)) continue
    if (sentence[at] === ',' && /\d/.test(sentence[at - 1] ?? '') && /\d/.test(sentence[at + 1] ?? ''))
      continue
    return at + 1
  }
  return 0
}
