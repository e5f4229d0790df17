import type { Text } from '#platform/text.ts'

import type { OpeningException, OpeningHours, OpeningSeason, OpeningSpan } from './opening-hours-schema.ts'

const WEEKDAYS_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const MONTHS_EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const LABELS_EN: Readonly<Record<string, string>> = {
  夏季: 'Summer',
  冬季: 'Winter',
  春夏季: 'Spring and summer',
  秋冬季: 'Autumn and winter',
}

/**
 * The week in a few lines, days with the same hours together. What is written here, `parseOpeningHours` reads back
 * as the same hours; dated exceptions are not part of it.
 */
export function formatOpeningHours(hours: OpeningHours): Text {
  const hasSeasons = hours.seasons.length > 1 || hours.seasons[0]?.from !== undefined
  const lines = hours.seasons.flatMap((season) => [
    ...(hasSeasons ? [seasonLine(season)] : []),
    ...weekLines(season),
  ])
  return joined(lines, '\n', '\n')
}

export function formatOpeningException(exception: OpeningException): Text {
  const { zh, en } = spansText(exception.spans)
  const note =
    exception.note === undefined
      ? { zh: '', en: '' }
      : { zh: `（${exception.note}）`, en: ` (${exception.note})` }
  return { zh: `${exception.date} ${zh}${note.zh}`, en: `${exception.date} ${en}${note.en}` }
}

function seasonLine({ label, from, to }: OpeningSeason): Text {
  if (from === undefined || to === undefined) return { zh: label ?? '其余日期', en: label ?? 'Other dates' }
  const dates = { zh: `${dateZh(from)}–${dateZh(to)}`, en: `${dateEn(from)}–${dateEn(to)}` }
  if (label === undefined) return dates
  return { zh: `${label}（${dates.zh}）`, en: `${LABELS_EN[label] ?? label} (${dates.en})` }
}

function weekLines(season: OpeningSeason): Text[] {
  const groups = new Map<string, { days: number[]; spans: OpeningSpan[] }>()
  for (let day = 1; day <= 7; day++) {
    const spans = season.weekly
      .filter((it) => it.days.includes(day))
      .sort((a, b) => (a.from < b.from ? -1 : 1))
    const key = spansText(spans).zh
    const group = groups.get(key) ?? { days: [], spans }
    group.days.push(day)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ days, spans }) => joined([daysText(days), spansText(spans)], ' ', ' '))
}

/** Three days or more in a row are written as a run. */
function daysText(days: readonly number[]): Text {
  if (days.length === 7) return { zh: '每天', en: 'Every day' }
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return joined(runs.map(runText), '、', ', ')
}

function runText(run: readonly number[]): Text {
  const names = run.map((day) => ({ zh: WEEKDAYS_ZH[day - 1] ?? '', en: WEEKDAYS_EN[day - 1] ?? '' }))
  const [first, last] = [names[0]!, names.at(-1)!]
  return run.length < 3
    ? joined(names, '、', ', ')
    : { zh: `${first.zh}至${last.zh}`, en: `${first.en}–${last.en}` }
}

function spansText(spans: readonly OpeningSpan[]): Text {
  return spans.length === 0 ? { zh: '休息', en: 'closed' } : joined(spans.map(spanText), '、', ', ')
}

function spanText({ from, to, nextDay }: OpeningSpan): Text {
  if (from === '00:00' && to === '24:00') return { zh: '全天', en: '24 hours' }
  const opening = withoutZero(from)
  const closing = withoutZero(to)
  return nextDay === true
    ? { zh: `${opening}–次日${closing}`, en: `${opening}–${closing} next day` }
    : { zh: `${opening}–${closing}`, en: `${opening}–${closing}` }
}

function joined(texts: readonly Text[], betweenZh: string, betweenEn: string): Text {
  return { zh: texts.map((it) => it.zh).join(betweenZh), en: texts.map((it) => it.en).join(betweenEn) }
}

const withoutZero = (time: string): string => time.replace(/^0/, '')
const dateZh = (monthDay: string): string => `${Number(monthDay.slice(0, 2))}月${Number(monthDay.slice(3))}日`
const dateEn = (monthDay: string): string =>
  `${Number(monthDay.slice(3))} ${MONTHS_EN[Number(monthDay.slice(0, 2)) - 1] ?? ''}`
