import type { Amount } from './read-amount.ts'
import type { NumberRole } from './said-number.ts'

const CHANGES =
  /(?:增长|下降|上升|提高|提升|增加|减少|降低|回落|上涨|下跌|增幅|涨幅|降幅|增速|同比|环比|年均|翻|扩大|缩小|压减|减免|下调|上调|增|降|升|涨)(?:了|到|为|约|近|超|超过|达|率为|幅度)?$/
/** So far back a word of change may stand before its number. */
const LOOK_BACK = 8

export type Seen = {
  plain: string
  start: number
  end: number
  before: string
  unit: string
  amount: Amount
}

/** What the number is for; undefined where it counts nothing that anybody would call a number. */
export function roleOf({ plain, start, end, before, unit, amount }: Seen): NumberRole | undefined {
  const written = plain.slice(start, end)
  const { kind } = amount
  if (kind === 'none' && !isBare(written)) return undefined
  if (kind === 'age') return 'age'
  if (kind === 'duration') return 'duration'
  if (kind === 'points') return 'change'
  if (kind === 'ratio' || kind === 'times') {
    const isChange =
      unit === '番' || CHANGES.test(plain.slice(Math.max(0, start - LOOK_BACK), start) + before)
    return isChange ? 'change' : 'rate'
  }
  return isArticle(written, before) ? 'article' : 'amount'
}

/** Without a unit only digits are a number, and numerals of two letters or more with a place: 一百二十. */
const isBare = (written: string): boolean =>
  /\d/.test(written) ||
  /若干|几[十百千万亿]|数[十百千万亿]|[过超破][十百千]+[万亿]/.test(written) ||
  /^.*[一二两三四五六七八九][十百千万亿].*$/.test(written)

/** 一个, 一名: as 'a' in English, unless something is said of the number itself (至少一名). */
const isArticle = (written: string, before: string): boolean =>
  before === '' && /^一[^十百千万亿点元角分]/.test(written)
