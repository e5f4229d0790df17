import { toHalfWidth } from '#platform/tabular/clean-text.ts'

/**
 * A station code is the district's adcode (6 digits), a number within the district (4 digits) and a check
 * character: 410402-0017-D. The check character is the weighted sum of the ten digits, weights the powers of 3
 * modulo 31, in the alphabet of GB 32100 (no I, O, S, V, Z). 31 is prime and the weights differ, so any one wrong
 * character and any two exchanged ones are found.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29] as const
const MODULUS = 31

export const SEQUENCE_MAX = 9999

export function makeStationCode(adcode: string, sequence: number): string {
  if (!/^\d{6}$/.test(adcode)) throw new RangeError(`not an adcode: ${adcode}`)
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > SEQUENCE_MAX) {
    throw new RangeError(`a station's number in its district is 1 to ${SEQUENCE_MAX}: ${sequence}`)
  }
  const digits = adcode + String(sequence).padStart(4, '0')
  return `${adcode}-${digits.slice(6)}-${checkCharacter(digits)}`
}

export type StationCodeVerdict =
  | { readonly ok: true; readonly code: string; readonly adcode: string; readonly sequence: number }
  | { readonly ok: false; readonly reason: 'shape' | 'check' }

/** Reads what a person types from a plate: any width, case, spaces and dashes, and O for 0, I for 1. */
export function readStationCode(typed: string): StationCodeVerdict {
  const characters = toHalfWidth(typed)
    .toUpperCase()
    .replace(/[\s\-‐‑–—_.·]/g, '')
  const digits = [...characters.slice(0, 10)].map((it) => LOOKALIKE_DIGITS[it] ?? it).join('')
  const typedCheck = characters.slice(10)
  const check = LOOKALIKE_LETTERS[typedCheck] ?? typedCheck
  if (!/^\d{10}$/.test(digits) || check.length !== 1 || !ALPHABET.includes(check))
    return { ok: false, reason: 'shape' }
  const sequence = Number(digits.slice(6))
  if (sequence === 0) return { ok: false, reason: 'shape' }
  if (checkCharacter(digits) !== check) return { ok: false, reason: 'check' }
  return {
    ok: true,
    code: makeStationCode(digits.slice(0, 6), sequence),
    adcode: digits.slice(0, 6),
    sequence,
  }
}

/** Where only a digit can stand, a letter is a digit misread. */
const LOOKALIKE_DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
}
/** Where the alphabet has gaps, only its gaps can be misreadings. */
const LOOKALIKE_LETTERS: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5', V: 'U' }

function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS] ?? ''
}
