import {
  compileOpeningHours,
  MINUTES_A_DAY,
  spansOn,
  type DaySpans,
} from '#programmes/stations/rules/compile-opening-hours.ts'
import {
  formatOpeningException,
  formatOpeningHours,
} from '#programmes/stations/rules/format-opening-hours.ts'
import { epochDayOf, localMoment, type LocalDay } from '#programmes/stations/rules/local-time.ts'
import type { OpeningHours, OpeningSeason } from '#programmes/stations/rules/opening-hours-schema.ts'
import type { Text } from '#ui/i18n/text.ts'

const EXCEPTIONS_AHEAD_DAYS = 60
/** Near enough to change what somebody plans. */
const SOON_DAYS = 7

export type HoursTable = {
  readonly weekdayIndex: number
  readonly today: Text
  /** Lines of the season that holds today, its dates first where it has any. */
  readonly current: readonly Text[]
  readonly others: readonly (readonly Text[])[]
  /** Announced days from today on. */
  readonly exceptions: readonly { readonly isSoon: boolean; readonly text: Text }[]
}

/** The hours as a person reads them: today, this season's week, the other seasons', and the days that differ. */
export function hoursTable(hours: OpeningHours, now: Date): HoursTable {
  const { today } = localMoment(now)
  const held = hours.seasons.find((season) => holdsOn(season, today)) ?? hours.seasons[0]!
  const isOnly = hours.seasons.length === 1
  return {
    weekdayIndex: today.weekdayIndex,
    today: spansText(spansOn(compileOpeningHours(hours), today)),
    current: linesOf(held, isOnly),
    others: hours.seasons.filter((season) => season !== held).map((season) => linesOf(season, false)),
    exceptions: comingExceptions(hours, today),
  }
}

function comingExceptions({ exceptions }: OpeningHours, today: LocalDay) {
  return exceptions
    .map((exception) => ({ exception, ahead: epochDayOf(exception.date) - today.epochDay }))
    .filter(({ ahead }) => ahead >= 0 && ahead <= EXCEPTIONS_AHEAD_DAYS)
    .sort((a, b) => a.ahead - b.ahead)
    .map(({ exception, ahead }) => ({
      isSoon: ahead <= SOON_DAYS,
      text: formatOpeningException(exception),
    }))
}

/** Asked of the rule itself: a week open round the clock opens something only where the season's dates reach. */
function holdsOn({ from, to }: OpeningSeason, day: LocalDay): boolean {
  const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]
  const dates = from !== undefined && to !== undefined && { from, to }
  return spansOn(compileOpeningHours({ seasons: [{ weekly, ...dates }], exceptions: [] }), day).length > 0
}

/** A station with one season says its week alone; among several each says its dates. */
function linesOf(season: OpeningSeason, isOnly: boolean): Text[] {
  const { zh, en } = formatOpeningHours({ seasons: [season], exceptions: [] })
  const named = season.from === undefined && !isOnly ? [{ zh: '其余日期', en: 'Other dates' }] : []
  const english = en.split('\n')
  return [...named, ...zh.split('\n').map((line, index) => ({ zh: line, en: english[index] ?? line }))]
}

function spansText(spans: DaySpans): Text {
  const pairs = spans.flatMap((from, at) => (at % 2 === 0 ? [[from, spans[at + 1]!] as const] : []))
  if (pairs.length === 0) return { zh: '休息', en: 'closed' }
  const texts = pairs.map(([from, to]) => spanText(from, to))
  return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') }
}

function spanText(from: number, to: number): Text {
  if (from === 0 && to === MINUTES_A_DAY) return { zh: '全天', en: '24 hours' }
  if (to <= MINUTES_A_DAY) return { zh: `${clock(from)}–${clock(to)}`, en: `${clock(from)}–${clock(to)}` }
  const closing = clock(to - MINUTES_A_DAY)
  return { zh: `${clock(from)}–次日${closing}`, en: `${clock(from)}–${closing} next day` }
}

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
