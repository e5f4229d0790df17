import type { Text } from '#platform/text.ts'

export interface HoursFix {
  readonly label: Text
  /** The whole text of the field, put right. */
  readonly value: string
}

export type HoursRefusalCode =
  | 'empty'
  | 'unreadable'
  | 'time-out-of-range'
  | 'date-out-of-range'
  | 'closing-before-opening'
  | 'longer-than-a-day'
  | 'days-without-times'
  | 'never-open'

export interface HoursRefusal {
  readonly ok: false
  readonly code: HoursRefusalCode
  readonly reason: Text
  readonly accepted: readonly Text[]
  readonly fixes: readonly HoursFix[]
}

export const ACCEPTED_HOURS: readonly Text[] = [
  { zh: '8:00-18:00', en: '8:00-18:00' },
  { zh: '全天', en: '全天 (24 hours)' },
  {
    zh: '周一至周五 8:30-12:00，14:30-18:00；周末休息',
    en: '周一至周五 8:30-12:00，14:30-18:00；周末休息 (Mon-Fri; weekend closed)',
  },
  { zh: '夏季 7:30-19:00 冬季 8:00-18:00', en: '夏季 7:30-19:00 冬季 8:00-18:00 (summer, winter)' },
  { zh: '20:00-次日2:00', en: '20:00-次日2:00 (until the next day)' },
]

export function refuseHours(
  code: HoursRefusalCode,
  reason: Text,
  fixes: readonly HoursFix[] = [],
): HoursRefusal {
  return { ok: false, code, reason, accepted: ACCEPTED_HOURS, fixes }
}

export const isRefusal = (value: object): value is HoursRefusal => 'ok' in value && value.ok === false

/** One token read at a place of the text; `end` is where it stops. */
export interface TokenReading<T> {
  readonly token: T
  readonly end: number
}

/** Matches a sticky pattern at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
