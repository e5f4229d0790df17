import type { Problem } from '#platform/failures.ts'

export type NameVerdict =
  | { readonly good: string; readonly problem?: undefined }
  | { readonly good?: undefined; readonly problem: Problem }

/** Letters of a Chinese name, minorities' names with their middle dots included. */
const HAN_LETTERS_MAX = 20
const LATIN_LETTERS_MAX = 40

const han = /^[\p{Script=Han}〇]+(·[\p{Script=Han}〇]+)*$/u
const latin = /^(?!.*\p{Script=Han})\p{L}[\p{L}\p{M}'’. ·-]*$/u
/** Dots that keyboards offer for the one between the parts of a Uyghur or Tibetan name (U+00B7). */
const dots = /[•・‧․∙⋅｡]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu

/**
 * A name as it is kept. Rare characters stay as typed: no normalisation touches Han letters, since two forms of a
 * character are two names in the register of persons.
 */
export function readPersonName(text: string): NameVerdict {
  const name = text
    .trim()
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(dots, '·')
    .replace(/(?<=[\p{Script=Han}·])[\s\u3000]+(?=[\p{Script=Han}·])/gu, '')
    .replace(/\s+/g, ' ')
  const letters = [...name].length
  if (/\p{Co}/u.test(name)) return { problem: privateUse }
  if (han.test(name))
    return letters <= HAN_LETTERS_MAX && letters >= 2 ? { good: name } : { problem: wrongLength }
  if (latin.test(name) && letters <= LATIN_LETTERS_MAX) return { good: name }
  return { problem: wrongLetters }
}

const problem = (zh: string, en: string): Problem => ({ field: 'name', code: 'name', reason: { zh, en } })

const wrongLength = problem('姓名应为2至20个字。', 'A Chinese name has 2 to 20 characters.')
const wrongLetters = problem(
  '姓名只能有汉字、字母和间隔号（·），不能有数字或其他符号。',
  'A name holds letters and the middle dot, no digits or other signs.',
)
const privateUse = problem(
  '姓名中有一个字是旧系统的自造字，别处无法显示。请用支持生僻字的输入法重新输入。',
  "A character comes from an old system's private set. Type it again with an input method for rare characters.",
)
