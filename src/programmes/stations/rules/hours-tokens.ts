import { cleanText } from '#platform/tabular/clean-text.ts'

import { readClockRange, type ClockRange } from './clock-range.ts'
import { readDays, type DaysToken } from './day-words.ts'
import { isRefusal, matchAt, refuseHours, type HoursRefusal, type TokenReading } from './hours-reading.ts'
import { readSeason, type SeasonToken } from './season-words.ts'

export type HoursToken =
  | SeasonToken
  | DaysToken
  | ({ readonly kind: 'span' } & ClockRange)
  | { readonly kind: 'closed' }

const CLOSED =
  /(?:休息(?!日)|(?:暂时?)?(?:不|停止)(?:对外)?(?:开放|营业|开门|开)|关闭|关门|闭馆|停业|公休(?!日)|除外|休(?!息))/y
const ALL_DAY = /(?:全天候?|(?:24|二十四)(?:个?小时|h)|昼夜|全日)/iy
const HOLIDAYS_AS_ANNOUNCED =
  /(?:法定)?(?:节假日|假日|假期)(?:(?:安排|时间|开放时间)?(?:以|按).{0,8}?(?:公告|通知|公示)(?:为准|执行)?|另行通知)/g

/** Words that say nothing about when, and what stands between words. */
const FILLER =
  /(?:(?:对外)?(?:开放|营业|服务|运营)(?:时间)?|时间|全年无休|不打烊|(?:法定)?节假日(?:不休息?|无休|照常|正常)(?:开放|营业)?|无休|[为是均都及和与]|[:,;.()[\]/\s-])/y

/**
 * One way of writing for the many: half-width, one kind of dash for every dash, tilde, 至 and 到, one kind of
 * comma, digits for the numerals before 点 and 时, and no spaces but those between two numbers.
 */
export function normaliseHours(written: string): string {
  return (
    cleanText(written)
      .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
      .replace(/[∶︰]/g, ':')
      .replace(/[\s]*(?:[-‐‑‒–—―−﹣~〜∼～⁓]|至|到)+[\s]*/g, '-')
      .replace(/、/g, ',')
      .replace(/[。\n【】]/g, ';')
      .replace(/\s*([:,;])\s*/g, '$1')
      .replace(/(?<=[\u4e00-\u9fff)]) +| +(?=[\u4e00-\u9fff(])/g, '')
      .replace(/(二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])(?=[点时])/g, numeralValue)
      // "As announced" says of holidays no more than that they differ.
      .replace(HOLIDAYS_AS_ANNOUNCED, '节假日休息')
  )
}

export function readHoursTokens(text: string): readonly HoursToken[] | HoursRefusal {
  const tokens: HoursToken[] = []
  let at = 0
  while (at < text.length) {
    const reading = readToken(text, at)
    if (reading === undefined) {
      const filler = matchAt(FILLER, text, at)?.[0]
      if (filler === undefined) return unreadable(text.slice(at))
      at += filler.length
    } else if (isRefusal(reading)) {
      return reading
    } else {
      tokens.push(reading.token)
      at = reading.end
    }
  }
  return tokens
}

/** Seasons come first, because 5-9月 begins like a range of hours. */
function readToken(text: string, at: number): TokenReading<HoursToken> | HoursRefusal | undefined {
  const word = readSeason(text, at) ?? readDays(text, at)
  if (word !== undefined) return word
  const allDay = matchAt(ALL_DAY, text, at)?.[0]
  if (allDay !== undefined) {
    return { token: { kind: 'span', span: { from: '00:00', to: '24:00' } }, end: at + allDay.length }
  }
  const range = readClockRange(text, at)
  if (range !== undefined)
    return isRefusal(range) ? range : { token: { kind: 'span', ...range.token }, end: range.end }
  const closed = matchAt(CLOSED, text, at)?.[0]
  return closed === undefined ? undefined : { token: { kind: 'closed' }, end: at + closed.length }
}

function unreadable(rest: string): HoursRefusal {
  const piece = rest.length > 14 ? `${rest.slice(0, 14)}…` : rest
  return refuseHours('unreadable', { zh: `读不懂“${piece}”。`, en: `"${piece}" could not be read.` })
}

function numeralValue(numeral: string): string {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['0', numeral]
  const ten = tens === '0' ? 0 : tens === '' ? 1 : digits.indexOf(tens ?? '')
  const one = ones === '' ? 0 : ones === '两' ? 2 : digits.indexOf(ones ?? '')
  return String(ten * 10 + one)
}
