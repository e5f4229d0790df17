import type { Text } from '#platform/text.ts'

import { buildWeek } from './build-week.ts'
import { groupHours, type HoursGroup } from './group-hours.ts'
import { isRefusal, refuseHours, type HoursRefusal } from './hours-reading.ts'
import { normaliseHours, readHoursTokens } from './hours-tokens.ts'
import type { OpeningHours, OpeningSeason } from './opening-hours-schema.ts'
import { restOfYear, SEASON_DATES, type SeasonName, type SeasonToken } from './season-words.ts'

export interface HoursVerdict {
  readonly ok: true
  readonly hours: OpeningHours
  /** What was taken for granted, to be shown beside the hours. */
  readonly assumptions: readonly Text[]
}

/** Reads opening hours as people write them; refuses by name what it cannot, with what would be read and a fix. */
export function parseOpeningHours(written: string): HoursVerdict | HoursRefusal {
  const text = normaliseHours(written)
  if (text === '') return refuseHours('empty', { zh: '没有写开放时间。', en: 'No opening hours are given.' })
  const tokens = readHoursTokens(text)
  if (isRefusal(tokens)) return tokens
  const groups = groupHours(tokens)
  if (isRefusal(groups)) return groups
  if (!groups.some((group) => group.spans.length > 0)) {
    return refuseHours('never-open', { zh: '没有写几点到几点开放。', en: 'No time of opening is given.' })
  }
  const assumptions = new Map<string, Text>()
  for (const text of [...groups.flatMap((group) => group.assumptions), ...holidayRemarks(groups)]) {
    assumptions.set(text.zh, text)
  }
  const { seasons, remarks } = buildSeasons(groups)
  for (const text of remarks) assumptions.set(text.zh, text)
  return { ok: true, hours: { seasons, exceptions: [] }, assumptions: [...assumptions.values()] }
}

/** Named and dated seasons first, then what holds on all other days. */
function buildSeasons(groups: readonly HoursGroup[]): { seasons: OpeningSeason[]; remarks: Text[] } {
  const bySeason = new Map<string, { season: SeasonToken | undefined; groups: HoursGroup[] }>()
  for (const group of groups) {
    const { season } = group
    const key =
      season === undefined || season.isRest === true ? '' : `${season.name} ${season.from} ${season.to}`
    const entry = bySeason.get(key) ?? { season: key === '' ? undefined : season, groups: [] }
    entry.groups.push(group)
    bySeason.set(key, entry)
  }
  const entries = [...bySeason.values()]
  const dated = entries.filter((it) => it.season !== undefined)
  const always = entries.find((it) => it.season === undefined)
  const remarks: Text[] = []
  const seasons = dated.map(({ season, groups }): OpeningSeason => {
    const { from, to, isAssumed } = datesOf(
      season!,
      dated.map((it) => it.season!),
    )
    if (isAssumed) remarks.push(datesAssumed(season?.name, from, to))
    const label = season?.name === undefined ? {} : { label: season.name }
    return { ...label, from, to, weekly: buildWeek(groups) }
  })
  if (always !== undefined) seasons.push({ weekly: buildWeek(always.groups) })
  else if (dated.length === 1) remarks.push(restClosed)
  return { seasons, remarks }
}

/** Its own dates; else the rest of the year beside one dated season; else what its name means. */
function datesOf(season: SeasonToken, all: readonly SeasonToken[]) {
  if (season.from !== undefined && season.to !== undefined) {
    return { from: season.from, to: season.to, isAssumed: false }
  }
  const [dated, ...more] = all.filter((it) => it.from !== undefined && it.to !== undefined)
  if (all.length === 2 && dated?.from !== undefined && dated.to !== undefined && more.length === 0) {
    return { ...restOfYear({ from: dated.from, to: dated.to }), isAssumed: true }
  }
  return { ...SEASON_DATES[season.name ?? '夏季'], isAssumed: true }
}

function datesAssumed(name: SeasonName | undefined, from: string, to: string): Text {
  const [zhFrom, zhTo] = [from, to].map((date) => `${Number(date.slice(0, 2))}月${Number(date.slice(3))}日`)
  return { zh: `${name}按 ${zhFrom}至${zhTo} 理解。`, en: `${name} is read as ${from} to ${to}.` }
}

const restClosed: Text = {
  zh: '其余日期没有写时间，按不开放理解。',
  en: 'Other dates have no times and are read as closed.',
}

/** Holidays are dated days, decided year by year, so they are entered as exceptions and not guessed. */
function holidayRemarks(groups: readonly HoursGroup[]): Text[] {
  if (!groups.some((group) => group.isHolidays)) return []
  return [
    {
      zh: '节假日的安排没有读入，请按日期填在“例外日期”里。',
      en: 'What is said about public holidays was not taken over; enter those days as dated exceptions.',
    },
  ]
}
