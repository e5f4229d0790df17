import { matchAt, type TokenReading } from './hours-reading.ts'

export type DaysToken =
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly isWorkdays?: true }
  | { readonly kind: 'holidays' }

const DAY = '[一二三四五六日天末]|[1-7](?![\\d:.点时月])'
const WEEK = '(?:周|星期|礼拜)'
/** 周一-周五, 周一-五, 周六日, 周一,三,五, 周1-周5. A digit never follows a day without something between. */
const LIST = new RegExp(
  `(?:每)?${WEEK}(?:${DAY})(?:(?:[-,和及]?${WEEK}(?:${DAY}))|[-,](?:${DAY})|[一二三四五六日天](?![点时]))*`,
  'y',
)
const EXCEPT = /(?:除了?)/y
const EXCEPTED = /(?:以外|之外|外)/y
const HOLIDAYS = /(?:(?:国家)?法定)?(?:节假日|假日|节日|假期)(?!不休|无休)/y
const WORDS: readonly {
  readonly pattern: RegExp
  readonly days: readonly number[]
  readonly isWorkdays?: true
}[] = [
  { pattern: /(?:每天|每日|天天|全周|一周7天|全年(?!无休))/y, days: [1, 2, 3, 4, 5, 6, 7] },
  { pattern: /(?:工作日|平日|平时)/y, days: [1, 2, 3, 4, 5], isWorkdays: true },
  { pattern: /(?:双休日?|休息日|公休日)/y, days: [6, 7] },
]

export function readDays(text: string, at: number): TokenReading<DaysToken> | undefined {
  return readExcept(text, at) ?? readWord(text, at) ?? readList(text, at)
}

/** 除周日外 is every day but Sunday. */
function readExcept(text: string, at: number): TokenReading<DaysToken> | undefined {
  const except = matchAt(EXCEPT, text, at)?.[0]
  if (except === undefined) return undefined
  const excepted = readWord(text, at + except.length) ?? readList(text, at + except.length)
  if (excepted === undefined) return undefined
  const outside = matchAt(EXCEPTED, text, excepted.end)?.[0]
  if (outside === undefined) return undefined
  const end = excepted.end + outside.length
  if (excepted.token.kind === 'holidays') return { token: excepted.token, end }
  const closed = new Set(excepted.token.days)
  return { token: { kind: 'days', days: [1, 2, 3, 4, 5, 6, 7].filter((day) => !closed.has(day)) }, end }
}

function readWord(text: string, at: number): TokenReading<DaysToken> | undefined {
  const holidays = matchAt(HOLIDAYS, text, at)?.[0]
  if (holidays !== undefined) return { token: { kind: 'holidays' }, end: at + holidays.length }
  for (const { pattern, days, isWorkdays } of WORDS) {
    const word = matchAt(pattern, text, at)?.[0]
    if (word === undefined) continue
    return { token: { kind: 'days', days, ...(isWorkdays && { isWorkdays }) }, end: at + word.length }
  }
  return undefined
}

function readList(text: string, at: number): TokenReading<DaysToken> | undefined {
  const list = matchAt(LIST, text, at)?.[0]
  if (list === undefined) return undefined
  const days = new Set<number>()
  let from: number | undefined
  let isRun = false
  for (const character of list) {
    if (character === '-') isRun = true
    const named = character === '末' ? [6, 7] : [dayOf(character)]
    for (const day of named) {
      if (day === 0) continue
      if (isRun && from !== undefined) for (const between of run(from, day)) days.add(between)
      days.add(day)
      from = day
      isRun = false
    }
  }
  return { token: { kind: 'days', days: [...days].sort() }, end: at + list.length }
}

/** From Friday to Monday runs over the weekend. */
function run(from: number, to: number): number[] {
  const length = (to - from + 7) % 7
  return Array.from({ length }, (_, index) => ((from - 1 + index) % 7) + 1)
}

function dayOf(character: string): number {
  if (character === '天') return 7
  return '一二三四五六日'.indexOf(character) + 1 || '1234567'.indexOf(character) + 1
}
