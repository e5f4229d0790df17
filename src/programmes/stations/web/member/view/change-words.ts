import { openStateAt } from '#programmes/stations/rules/open-state.ts'
import { localMoment } from '#programmes/stations/rules/local-time.ts'
import type { OpeningHours } from '#programmes/stations/rules/opening-hours-schema.ts'
import { formatDate, formatTime } from '#ui/i18n/format-time.ts'
import { translate, type Language } from '#ui/i18n/text.ts'
import { messages } from '../messages.ts'
import type { OpenKind } from './open-answer.ts'

/** Warned this long ahead, so that nobody walks to a closing door. */
const CLOSING_SOON_MINUTES = 30
const DAYS_NAMED_BY_WEEKDAY = 6

export type HoursChange = {
  readonly open: boolean
  readonly changesAt: Date | null
  /** Whole minutes until it closes, where that is soon; otherwise null. */
  readonly closesInMinutes: number | null
}

export function nextHoursChange(hours: OpeningHours, now: Date): HoursChange {
  const { open, changesAt } = openStateAt(hours, now)
  const minutes = changesAt === null ? null : Math.ceil((changesAt.getTime() - now.getTime()) / 60_000)
  const isSoon = open && minutes !== null && minutes <= CLOSING_SOON_MINUTES
  return { open, changesAt, closesInMinutes: isSoon ? minutes : null }
}

/** 到 18:00 · 还有 20 分钟关门 · 明天 08:00 开门 · 周一 08:00 开门 · 全天开放. */
export function wordsOfChange(change: HoursChange, kind: OpenKind, now: Date, language: Language): string {
  if (kind === 'open' && !change.open) return translate(language, messages.beyondHours)
  if (change.changesAt === null) {
    return translate(language, change.open ? messages.alwaysOpen : messages.neverOpen)
  }
  if (change.closesInMinutes !== null) {
    return translate(language, messages.closesIn, { minutes: change.closesInMinutes })
  }
  const time = momentWords(change.changesAt, now, language)
  return translate(language, change.open ? messages.openUntil : messages.opensAt, { time })
}

function momentWords(at: Date, now: Date, language: Language): string {
  const day = localMoment(at).today
  const ahead = day.epochDay - localMoment(now).today.epochDay
  const time = formatTime(at)
  if (ahead === 0) return time
  if (ahead === 1) return translate(language, messages.tomorrowAt, { time })
  const name =
    ahead <= DAYS_NAMED_BY_WEEKDAY
      ? translate(language, weekdayNames[day.weekdayIndex]!)
      : formatDate(at, language, 'short')
  return translate(language, messages.dayAt, { day: name, time })
}

/** From Monday, as the hours count them. */
export const weekdayNames = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
] as const
