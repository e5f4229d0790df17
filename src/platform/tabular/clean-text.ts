// Written as escapes, because none of these can be seen in an editor.
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
/** Most cells: plain ASCII without spaces, and common Chinese characters. Nothing in them is ever changed. */
const CLEAN_ALREADY = /^[!-~\u4E00-\u9FFF]*$/
const SPACES_BUT_LINES = /[^\S\n]+/g
const SPACED_LINES = / ?\n[ \n]*/g
const FULL_WIDTH_LETTERS = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
const FULL_WIDTH = /[\uFF01-\uFF5E]/g
const PUNCTUATION = /[\s\p{P}\p{S}]/gu
const BRACKETED = /\([^()]*\)|\[[^[\]]*\]/g

/**
 * What a person meant to type: one kind of space, none at the ends, nothing invisible, digits and letters in half
 * width. Chinese punctuation stays, and no character is composed or replaced: Unicode normalisation would change
 * the rare characters of names. Lines stay apart.
 */
export function cleanText(written: string): string {
  if (CLEAN_ALREADY.test(written)) return written
  return written
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(SPACES_BUT_LINES, ' ')
    .replace(SPACED_LINES, '\n')
    .replace(FULL_WIDTH_LETTERS, halfWidth)
    .trim()
}

/** For fields that a machine reads (numbers, times, codes): punctuation too becomes half-width. */
export function toHalfWidth(written: string): string {
  return cleanText(written).replace(FULL_WIDTH, halfWidth).replaceAll('。', '.').replaceAll('、', ',')
}

/** Headings are compared without width, case, spaces and punctuation. */
export function normaliseHeading(heading: string): string {
  return toHalfWidth(heading).replace(PUNCTUATION, '').toLowerCase()
}

/** `经度（GCJ-02）` is `经度` to whoever typed it. */
export function normaliseHeadingWithoutRemark(heading: string): string {
  return normaliseHeading(toHalfWidth(heading).replace(BRACKETED, ''))
}

/**
 * A long number that a spreadsheet program has turned into 1.10105E+17: its last digits are gone for good, and
 * guessing them is worse than asking.
 */
export function looksEatenBySpreadsheet(text: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d{2}$/i.test(toHalfWidth(text))
}

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
}
