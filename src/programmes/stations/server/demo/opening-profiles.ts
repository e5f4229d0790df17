import chineseDays from 'chinese-days'

import type { OpeningException, OpeningHours, WeeklySpan } from '../../rules/opening-hours-schema.ts'
import { dayNumber, isoDate } from './days.ts'
import type { Random } from './random.ts'

/** Hours as data, beside the words a keeper would put into the roster. */
export type DemoHours = { readonly hours: OpeningHours; readonly hoursText: string }

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const WORKDAYS = [1, 2, 3, 4, 5]
const WEEKEND = [6, 7]

export type OpeningProfile =
  | 'always'
  | 'streets'
  | 'daily'
  | 'counter'
  | 'office'
  | 'community'
  | 'shop'
  | 'night'

/** Hours of a profile, with the days around `today` on which offices and counters close. */
export function openingHours(random: Random, profile: OpeningProfile, today: string): DemoHours {
  switch (profile) {
    case 'always':
      return plain([span(EVERY_DAY, '00:00', '24:00')], random.pick(['全天', '24小时开放', '全天24小时']))
    case 'streets':
      return streets(random)
    case 'daily':
      return daily(random)
    case 'counter':
      return withClosures(today, counter(random))
    case 'office':
      return withClosures(today, office(random))
    case 'community':
      return withClosures(today, community(random))
    case 'shop':
      return shop(random)
    case 'night':
      return plain([{ ...span(EVERY_DAY, '09:00', '02:00'), nextDay: true }], '9:00-次日2:00')
  }
}

/** Street cleaners start before the sun: longer in summer. */
function streets(random: Random): DemoHours {
  const [summerFrom, summerTo] = random.pick([
    ['06:00', '20:00'],
    ['06:30', '19:30'],
    ['07:30', '19:00'],
  ] as const)
  const [winterFrom, winterTo] = random.pick([
    ['07:00', '18:30'],
    ['08:00', '18:00'],
  ] as const)
  return {
    hours: {
      seasons: [
        { label: '夏季', from: '05-01', to: '09-30', weekly: [span(EVERY_DAY, summerFrom, summerTo)] },
        { label: '冬季', from: '10-01', to: '04-30', weekly: [span(EVERY_DAY, winterFrom, winterTo)] },
      ],
      exceptions: [],
    },
    hoursText: `夏季${written(summerFrom)}—${written(summerTo)} 冬季${written(winterFrom)}—${written(winterTo)}`,
  }
}

function daily(random: Random): DemoHours {
  const from = random.pick(['07:00', '07:30', '08:00', '08:00'])
  const to = random.pick(['18:00', '18:00', '18:30', '20:00', '21:00'])
  return plain(
    [span(EVERY_DAY, from, to)],
    `${written(from)}${random.pick(['-', '—', '~', '至'])}${written(to)}`,
  )
}

function counter(random: Random): DemoHours {
  const to = random.pick(['17:00', '17:30'])
  const hours = [span(WORKDAYS, '08:30', to), span(WEEKEND, '09:00', '16:00')]
  return plain(hours, `周一至周五 8:30~${to} 周末 9:00~16:00`)
}

function office(random: Random): DemoHours {
  if (random.chance(0.5)) return plain([span(WORKDAYS, '09:00', '17:00')], '周一至周五 9:00~17:00')
  const halves = [span(WORKDAYS, '08:30', '12:00'), span(WORKDAYS, '14:30', '17:30')]
  return plain(halves, '工作日 8:30-12:00，14:30-17:30')
}

function community(random: Random): DemoHours {
  const saturday = random.chance(0.4)
  const days = saturday ? [...WORKDAYS, 6] : EVERY_DAY
  return plain(
    [span(days, '08:00', '18:00')],
    saturday ? '周一至周六8:00-18:00' : '8:00-18:00（节假日以公告为准）',
  )
}

function shop(random: Random): DemoHours {
  const to = random.pick(['21:00', '21:30', '22:00'])
  return plain([span(EVERY_DAY, '09:00', to)], `9:00-${to}`)
}

function plain(weekly: WeeklySpan[], hoursText: string): DemoHours {
  return { hours: { seasons: [{ weekly }], exceptions: [] }, hoursText }
}

function span(days: readonly number[], from: string, to: string): WeeklySpan {
  return { days: [...days], from, to }
}

/** People write 8:00, not 08:00. */
function written(time: string): string {
  return time.replace(/^0/, '')
}

function withClosures(today: string, { hours, hoursText }: DemoHours): DemoHours {
  return { hours: { ...hours, exceptions: closuresAround(today) }, hoursText }
}

const closuresByToday = new Map<string, OpeningException[]>()

/** 元旦, the first three days of 春节 and of 国庆节, within a year of `today` on both sides. */
export function closuresAround(today: string): OpeningException[] {
  const known = closuresByToday.get(today)
  if (known !== undefined) return known
  const year = Number(today.slice(0, 4))
  const closures = [year - 1, year, year + 1]
    .flatMap((each) => [
      { from: `${each}-01-01`, days: 1, note: '元旦休息' },
      { from: springFestivalOf(each), days: 3, note: '春节休息' },
      { from: `${each}-10-01`, days: 3, note: '国庆节休息' },
    ])
    .flatMap(({ from, days, note }) => consecutive(from, days).map((date) => ({ date, spans: [], note })))
    .filter(({ date }) => Math.abs(dayNumber(date) - dayNumber(today)) <= 366)
  closuresByToday.set(today, closures)
  return closures
}

export function springFestivalOf(year: number): string {
  const { date } = chineseDays.getSolarDateFromLunar(`${year}-01-01`)
  return date
}

function consecutive(from: string, days: number): string[] {
  return Array.from({ length: days }, (_, index) => isoDate(dayNumber(from) + index))
}
