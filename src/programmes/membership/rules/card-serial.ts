/**
 * The number on a member's card: twelve characters of data and two that check them, written `XXXX-XXXX-XXXX-CC`.
 * The data hold the person's bucket (decision 0003) and 54 random bits, so that a number is found without an index
 * over all buckets, and nobody finds one by trying.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BUCKETS = 64n
const DATA_LETTERS = 12
const CHECK_LETTERS = 2
/** The largest prime below 32²: one wrong letter, and any two that changed places, change the remainder. */
const MODULUS = 1021n

export const RANDOM_BITS = 54

/** `random` holds 54 bits. */
export function cardSerial(bk: number, random: bigint): string {
  const data = written(BigInt(bk) + BUCKETS * random, DATA_LETTERS)
  return data + checkOf(data)
}

/** What was typed or scanned as a serial in its one form; undefined where the check characters do not fit. */
export function readCardSerial(typed: string): { readonly serial: string; readonly bk: number } | undefined {
  const serial = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    // Letters that the alphabet leaves out stand for the digits that they look like.
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (serial.length !== DATA_LETTERS + CHECK_LETTERS) return undefined
  if ([...serial].some((letter) => !ALPHABET.includes(letter))) return undefined
  const data = serial.slice(0, DATA_LETTERS)
  if (checkOf(data) !== serial.slice(DATA_LETTERS)) return undefined
  return { serial, bk: Number(valueOf(data) % BUCKETS) }
}

/** In groups, as it is printed and read aloud. */
export const spacedSerial = (serial: string): string =>
  [serial.slice(0, 4), serial.slice(4, 8), serial.slice(8, 12), serial.slice(12)].join('-')

const checkOf = (data: string) => written(valueOf(data) % MODULUS, CHECK_LETTERS)

const valueOf = (text: string) =>
  [...text].reduce((value, letter) => value * 32n + BigInt(ALPHABET.indexOf(letter)), 0n)

function written(value: bigint, letters: number): string {
  let rest = value
  let text = ''
  for (let at = 0; at < letters; at += 1) {
    text = ALPHABET[Number(rest % 32n)]! + text
    rest /= 32n
  }
  return text
}
