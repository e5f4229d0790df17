import type { Text } from '#ui/i18n/text.ts'
import { formatOpeningHours } from '../../rules/format-opening-hours.ts'
import type { OpeningHours, OpeningSeason } from '../../rules/opening-hours-schema.ts'
import { weekdayNames } from './weekdays.ts'

export type SeasonWeek = {
  /** Its name and dates; undefined where one season holds all year. */
  readonly season: Text | undefined
  readonly days: readonly { readonly day: Text; readonly times: Text }[]
}

/** Seven days a season, each with its times, in the words of the one formatter of opening hours. */
export function weekOf({ seasons }: OpeningHours): SeasonWeek[] {
  const isAllYear = seasons.length === 1 && seasons[0]?.from === undefined
  return seasons.map((season) => ({
    season: isAllYear ? undefined : headOf(season),
    days: weekdayNames.map((day, index) => ({ day, times: timesOn(season, index + 1) })),
  }))
}

/** The formatter writes a season's head on the first line. */
function headOf(season: OpeningSeason): Text {
  if (season.from === undefined) return { zh: season.label ?? '其余日期', en: season.label ?? 'Other dates' }
  const { zh, en } = formatOpeningHours({ seasons: [season], exceptions: [] })
  return { zh: zh.split('\n')[0] ?? '', en: en.split('\n')[0] ?? '' }
}

/** A week in which every day has this day's times is one line, 每天 and the times. */
function timesOn({ weekly }: OpeningSeason, day: number): Text {
  const every = weekly
    .filter(({ days }) => days.includes(day))
    .map((span) => ({ ...span, days: [1, 2, 3, 4, 5, 6, 7] }))
  const { zh, en } = formatOpeningHours({ seasons: [{ weekly: every }], exceptions: [] })
  return { zh: zh.replace(/^每天 /, ''), en: en.replace(/^Every day /, '') }
}
