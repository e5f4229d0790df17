import type { Problem } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import type { OrganisationKind } from '../contract.ts'
import { creditCodeFixes } from './credit-code-fixes.ts'

/** GB 32100-2015, 4.2: no I, O, S, V, Z, which are misread. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Powers of 3 modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** GB 11714: the nine characters of the organisation code inside, with a check digit of their own. */
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const BODY_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Registrars: GB 32100-2015 table 1, with A (military), N (villages' economic bodies) and Y (others) since added. */
const REGISTRARS = '123456789ANY'

const weighed = (text: string, alphabet: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text[index]!), 0)

/** Position 18 for the first seventeen characters. */
export const creditCheck = (first17: string): string =>
  ALPHABET[(31 - (weighed(first17, ALPHABET, WEIGHTS) % 31)) % 31]!

/** Position 17 for positions 9 to 16. */
export function bodyCheck(eight: string): string {
  const check = 11 - (weighed(eight, BODY_ALPHABET, BODY_WEIGHTS) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** Kinds whose own code the unions' registrar gives: 基层工会法人登记管理办法 (总工办发〔2020〕20号) names all three. */
const unionKinds: readonly (OrganisationKind | undefined)[] = [
  'grassroots-union',
  'joint-union',
  'union-association',
]

/**
 * What is wrong with a unified social credit code, or undefined. Letters are expected in upper case. It says which
 * of the two check digits fails, and offers the codes that one misread character would make right.
 */
export function creditCodeProblem(code: string, kind?: OrganisationKind): Problem | undefined {
  const reason = wrongText(code) ?? wrongStructure(code)
  if (reason !== undefined) return problem(reason, creditCodeFixes(code, isGood))
  // Registrar 8 is the trade unions', class 1 a grassroots union with legal personality.
  if (unionKinds.includes(kind) && !code.startsWith('81')) return problem(notAUnion, [])
  return undefined
}

/** Codes that one misread character would make right, for a form to offer; nothing is corrected unseen. */
export const creditCodeSuggestions = (code: string): string[] => creditCodeFixes(code, isGood)

const isGood = (code: string) => wrongText(code) === undefined && wrongStructure(code) === undefined

function wrongText(code: string): Text | undefined {
  if (code.length !== 18) return wrongLength(code.length)
  const refused = [...code].flatMap((letter, index) =>
    ALPHABET.includes(letter) ? [] : [{ letter, place: index + 1 }],
  )
  return refused.length === 0 ? undefined : wrongCharacters(refused)
}

function wrongStructure(code: string): Text | undefined {
  if (!REGISTRARS.includes(code[0]!)) return wrongRegistrar
  if (!/^\d{6}$/.test(code.slice(2, 8))) return wrongRegion
  const bodyFits = bodyCheck(code.slice(8, 16)) === code[16]
  const wholeFits = creditCheck(code.slice(0, 17)) === code[17]
  if (!bodyFits) return wholeFits ? wrongBodyCheck : wrongBothChecks
  return wholeFits ? undefined : wrongCheck
}

const problem = (reason: Text, fixes: readonly string[]): Problem => ({
  field: 'creditCode',
  reason,
  accepted:
    fixes.length === 0
      ? {
          zh: '18位统一社会信用代码，例如 81410400MC0000012N（第一位为登记机关，8为工会）',
          en: '18 characters such as 81410400MC0000012N; the first names the registrar, 8 is the unions',
        }
      : {
          zh: `您要填的也许是：${fixes.join('、')}`,
          en: `Perhaps you mean: ${fixes.join(', ')}`,
        },
})

const wrongLength = (length: number): Text => ({
  zh: `统一社会信用代码应为18位数字或大写字母，现在是${length}位。`,
  en: `A unified social credit code has 18 digits or capital letters; this has ${length}.`,
})

function wrongCharacters(refused: readonly { letter: string; place: number }[]): Text {
  const list = refused.map(({ letter, place }) => ({
    zh: `第${place}位“${letter}”`,
    en: `${place} (“${letter}”)`,
  }))
  return {
    zh: `${list.map(({ zh }) => zh).join('、')}不会出现在18位代码里：代码只用数字和大写字母，不用容易看错的 I、O、S、V、Z。`,
    en: `Character ${list.map(({ en }) => en).join(', ')} stands in no such code of 18: digits and capitals only, without I, O, S, V and Z, which are misread.`,
  }
}
const wrongRegistrar = {
  zh: '第1位不是已知的登记机关代码（1至9、A、N、Y）。',
  en: 'Character 1 names no known registrar (1 to 9, A, N, Y).',
}
const wrongRegion = {
  zh: '第3至8位应为登记机关的6位行政区划代码。',
  en: "Characters 3 to 8 are the registrar's region code, six digits.",
}
const wrongBodyCheck = {
  zh: '第17位（组织机构代码的校验码，GB 11714）不符，请核对第9至17位。',
  en: 'Character 17, the check of the organisation code (GB 11714), does not fit: compare characters 9 to 17.',
}
const wrongCheck = {
  zh: '第18位校验码（GB 32100）不符，而第17位是对的：请核对第1至8位和第18位。',
  en: 'Character 18, the check digit (GB 32100), does not fit while 17 does: compare 1 to 8 and 18.',
}
const wrongBothChecks = {
  zh: '第17位和第18位两个校验码都不符：多半是第9至17位里错了一个字符。',
  en: 'Neither check digit fits, 17 nor 18: most likely one of the characters 9 to 17 is wrong.',
}
const notAUnion = {
  zh: '基层工会法人的统一社会信用代码以81开头；这看起来是单位自己的代码，不是工会的。',
  en: "A grassroots union's own code begins with 81; this looks like the employer's code.",
}
