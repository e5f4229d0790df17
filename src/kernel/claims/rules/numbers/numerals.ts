/** `digits` × 10^`exponent`, exactly; the last digit written stands at `exponent`. */
export type Decimal = { readonly digits: bigint; readonly exponent: number }

const DIGITS = '零一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
const PLACES: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 }
const GROUPS: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8 }

/** 万: from here on a numeral tells its places only as far as it is written. */
const ROUND_FROM = 4

/** The letters of Chinese numerals, for a character class. */
export const CHINESE_DIGITS = '零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖'

function digitOf(letter: string): number {
  if (letter === '〇') return 0
  if (letter === '两') return 2
  return Math.max(DIGITS.indexOf(letter), FORMAL.indexOf(letter))
}

/** As a number of JavaScript's, rounded once. `shift` moves the point: 2 for yuan into fen, -2 for per cent into a ratio. */
export const toNumber = ({ digits, exponent }: Decimal, shift = 0): number =>
  Number(`${digits}e${exponent + shift}`)

/** From where to where a number rounds to this one: 50万 is right for 495,000 up to 505,000. */
export function roundingTo({ digits, exponent }: Decimal, shift = 0): { low: number; high: number } {
  const below = exponent + shift - 1
  return { low: Number(`${digits * 10n - 5n}e${below}`), high: Number(`${digits * 10n + 5n}e${below}`) }
}

/** How many tens the multipliers behind a number make: 万 is 4, 百万 6, 万亿 12. */
export function tensOf(multipliers: string): number {
  let tens = 0
  for (const letter of multipliers) tens += PLACES[letter] ?? GROUPS[letter] ?? 0
  return tens
}

/** `1,234.50` and what multiplies it; 1亿2000万 too. The digits after the point count as written. */
export function readArabic(written: string, multipliers = ''): Decimal {
  const parts = /^([\d.]+)([万亿])(\d+)$/.exec(written)
  if (parts !== null) {
    const rest = readArabic(parts[3]!, multipliers)
    const first = readArabic(parts[1]!, parts[2])
    const whole = first.digits * 10n ** BigInt(first.exponent - rest.exponent)
    return { digits: whole + rest.digits, exponent: rest.exponent }
  }
  const [whole, decimals = ''] = written.replaceAll(',', '').split('.')
  return { digits: BigInt(`${whole}${decimals}`), exponent: tensOf(multipliers) - decimals.length }
}

/**
 * A Chinese numeral: 一千二百三十, 两万, 二〇二四, 一点五万, 三百五 (350). Undefined where the letters are no numeral. The last
 * digit written is the last place named: 两万 stands at 10,000.
 */
export function readChinese(written: string): Decimal | undefined {
  const pointed = /^(.+)点([零〇一二三四五六七八九]+)([十百千万亿]*)$/.exec(written)
  if (pointed !== null) return readPointed(pointed[1]!, pointed[2]!, pointed[3]!)
  if (![...written].some((letter) => letter in PLACES || letter in GROUPS)) return readInPlaces(written)
  return readWithPlaces(written)
}

function readPointed(whole: string, decimals: string, multipliers: string): Decimal | undefined {
  const before = readChinese(whole)
  if (before === undefined) return undefined
  const after = [...decimals].map(digitOf).join('')
  return {
    digits: BigInt(`${toNumber(before)}${after}`),
    exponent: tensOf(multipliers) - after.length,
  }
}

/** Digit by digit: 二〇二四. */
function readInPlaces(written: string): Decimal | undefined {
  const digits = [...written].map(digitOf)
  if (digits.length === 0 || digits.some((digit) => digit < 0)) return undefined
  return { digits: BigInt(digits.join('')), exponent: 0 }
}

/** One pass: `group` gathers what stands below 万, `total` what stands above; 亿 multiplies all that came before it. */
function readWithPlaces(written: string): Decimal | undefined {
  let total = 0n
  let group = 0n
  let digit = -1
  let last = 0
  for (const letter of written) {
    const value = digitOf(letter)
    if (value >= 0) {
      digit = value
      continue
    }
    const place = PLACES[letter]
    if (place !== undefined) {
      group += BigInt(digit < 0 ? 1 : digit) * 10n ** BigInt(place)
      last = place
    } else {
      const tens = GROUPS[letter]!
      const below = group + BigInt(Math.max(digit, 0))
      const first = below === 0n && total === 0n ? 1n : below
      total = tens === 8 ? (total + first) * 10n ** 8n : total + first * 10n ** BigInt(tens)
      group = 0n
      last = tens
    }
    digit = -1
  }
  if (digit > 0) {
    // 三百五 is 350, 一万二 is 12,000; after 零 a digit is a digit.
    const isShort = last > 1 && written.at(-2) !== '零' && written.at(-2) !== '〇'
    last = isShort ? last - 1 : 0
    group += BigInt(digit) * 10n ** BigInt(last)
  }
  return trimmedTo(total + group, last)
}

/** 两万 is told in tens of thousands, as 2万 is; 三百 is 300 and nothing else. */
const trimmedTo = (value: bigint, place: number): Decimal => {
  const step = 10n ** BigInt(place)
  const isTold = place >= ROUND_FROM && value % step === 0n
  return isTold ? { digits: value / step, exponent: place } : { digits: value, exponent: 0 }
}
