import type { Text } from '#platform/text.ts'

/** Why one line of a company's claim is not taken; the good ones are. */
export const claimRefusals = {
  'bad-date': { zh: '日期读不出来，例如 2026-11-05', en: 'the date cannot be read; write 2026-11-05' },
  'other-month': { zh: '日期不在申报的月份', en: 'the day is not in the month that is claimed' },
  'unknown-route': { zh: '没有登记过这条线路', en: 'no such route is registered' },
  'bad-rides': { zh: '次数应是正整数', en: 'rides are a whole number above zero' },
  'bad-amount': { zh: '金额读不出来', en: 'the amount cannot be read' },
  'decimal-fen': { zh: '金额小于一分：最多两位小数', en: 'less than a fen: two decimals at most' },
  'number-reused': { zh: '同一编号在这份表里内容不同', en: 'the same number stands here with other content' },
  repeated: { zh: '同一行重复', en: 'the same line again' },
} satisfies Record<string, Text>

export type ClaimRefusal = keyof typeof claimRefusals

/** Fen of an amount as people write it: `1,234.50`, `¥12`, `12.5元`. */
export function readYuan(text: string): number | ClaimRefusal {
  const plain = text.replace(/[¥￥元,，\s]/g, '')
  const [, whole, decimals = ''] = /^(\d{1,12})(?:\.(\d*))?$/.exec(plain) ?? []
  if (whole === undefined) return 'bad-amount'
  if (/[1-9]/.test(decimals.slice(2))) return 'decimal-fen'
  return Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
}

/** Fen written as fen. */
export function readFen(text: string): number | ClaimRefusal {
  const plain = text.replace(/[分,，\s]/g, '')
  if (/^\d{1,14}(?:\.0+)?$/.test(plain)) return Number(plain)
  return /^\d+\.\d+$/.test(plain) ? 'decimal-fen' : 'bad-amount'
}

/** `2026-11-05`, `2026/11/5`, `20261105`, `2026年11月5日`, with or without a time behind it. */
export function readDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T\s].*)?$/.exec(text) ?? []
  if (year === undefined) return undefined
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso ? iso : undefined
}
