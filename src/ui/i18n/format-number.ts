import { localeOf, type Language } from './text.ts'

/** The exact number, grouped by thousands: 97,000,000. */
export function formatNumber(value: number | bigint, language: Language, digits?: number): string {
  const options = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(localeOf(language), options).format(value)
}

/**
 * The number as it is read aloud: 9,700万, 1.2亿 in Chinese; 97M in English. It rounds, so it always
 * goes with the exact number on hover and in exports.
 */
export function formatCompact(value: number | bigint, language: Language): string {
  const number = Number(value)
  if (language === 'en') return compactEnglish(number)
  const magnitude = Math.abs(number)
  if (magnitude < 10_000) return formatNumber(roundShort(number), 'zh')
  const inTenThousands = roundShort(number / 10_000)
  // Rounding may reach the next unit: 99,999,999 is 1亿, not 10,000万.
  if (Math.abs(inTenThousands) < 10_000) return `${formatNumber(inTenThousands, 'zh')}万`
  return `${formatNumber(roundShort(number / 100_000_000), 'zh')}亿`
}

function compactEnglish(number: number): string {
  const options = { notation: 'compact', maximumFractionDigits: 1 } as const
  // American, because British English writes 97m, which here reads as metres.
  return new Intl.NumberFormat('en-US', options).format(number)
}

/** Three figures are enough to read; whole numbers from 1,000 on. */
function roundShort(number: number): number {
  const magnitude = Math.abs(number)
  const digits = magnitude >= 1_000 || Number.isInteger(number) ? 0 : magnitude >= 100 ? 1 : 2
  return Number(number.toFixed(digits))
}

/** `share` is a part of one: 0.953 gives 95.3%. */
export function formatPercent(share: number, language: Language, digits = 1): string {
  const options = { style: 'percent', maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(localeOf(language), options).format(share)
}

/** Exact money from fen: 123.45元, ¥123.45. Whole yuan lose the cents. */
export function formatYuan(fen: number | bigint, language: Language): string {
  const whole = BigInt(fen)
  const magnitude = whole < 0n ? -whole : whole
  const yuan = formatNumber(magnitude / 100n, language)
  const cents = magnitude % 100n
  const amount = cents === 0n ? yuan : `${yuan}.${cents.toString().padStart(2, '0')}`
  const signed = (text: string) => (whole < 0n ? `-${text}` : text)
  return language === 'zh' ? `${signed(amount)}元` : signed(`¥${amount}`)
}

/** Money as it is read: 9,700万元, ¥97M. */
export function formatYuanCompact(fen: number | bigint, language: Language): string {
  const text = formatCompact(Number(fen) / 100, language)
  return language === 'zh' ? `${text}元` : text.replace(/^(-?)/, '$1¥')
}
