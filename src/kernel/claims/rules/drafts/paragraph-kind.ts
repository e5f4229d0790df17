export type ParagraphKind = 'heading' | 'subheading' | 'text'

/** A heading is a line of its own, and ends no sentence. */
const HEADING_MAX = 40
const ENDS_SENTENCE = /[。；;：:，,！？]$/

/**
 * What a paragraph is, by its number: 一、 opens a first level, （一） a second (GB/T 9704-2012, 7.3.3). Writers type numbers
 * anyway, so that no button has to be found and pasted text keeps its structure.
 */
export function paragraphKind(text: string): ParagraphKind {
  const line = text.trim()
  if (line.length > HEADING_MAX || ENDS_SENTENCE.test(line)) return 'text'
  if (/^[一二三四五六七八九十]{1,3}、\S/.test(line)) return 'heading'
  return /^[（(][一二三四五六七八九十]{1,3}[）)]\S/.test(line) ? 'subheading' : 'text'
}
