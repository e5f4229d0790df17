import type { Text } from '#platform/text.ts'

import { refuseHours, type HoursRefusal } from './hours-reading.ts'
import type { HoursToken } from './hours-tokens.ts'
import type { OpeningSpan } from './opening-hours-schema.ts'
import type { SeasonToken } from './season-words.ts'

/** Words that belong together: in a season, on these days, these times. */
export interface HoursGroup {
  readonly season: SeasonToken | undefined
  /** Undefined: on every day that no other group of the season names. */
  readonly days: readonly number[] | undefined
  readonly spans: readonly OpeningSpan[]
  readonly isClosed: boolean
  readonly isHolidays: boolean
  readonly assumptions: readonly Text[]
}

interface OpenGroup {
  season: SeasonToken | undefined
  days: number[] | undefined
  spans: OpeningSpan[]
  isClosed: boolean
  isHolidays: boolean
  assumptions: Text[]
}

/** People write days before the times (周一至周五 8:00-18:00) and behind them (8:00-18:00 周一至周五). */
export function groupHours(tokens: readonly HoursToken[]): readonly HoursGroup[] | HoursRefusal {
  const groups: OpenGroup[] = []
  let current = newGroup(undefined)
  /** Days said before any season hold for all of them: 周一至周五 夏季… 冬季… */
  let daysForAll: number[] | undefined

  const begin = (season: SeasonToken | undefined): void => {
    if (hasWords(current)) groups.push(current)
    current = newGroup(season)
  }
  for (const token of seasonsInFront(tokens)) {
    if (token.kind === 'season') {
      if (current.days !== undefined && !hasTimes(current)) {
        daysForAll = current.days
        current = newGroup(undefined)
      }
      begin(token)
      if (daysForAll !== undefined) current.days = [...daysForAll]
    } else if (token.kind === 'days' || token.kind === 'holidays') {
      if (hasTimes(current)) begin(current.season)
      addDays(current, token)
    } else if (token.kind === 'span') {
      if (current.isClosed) begin(current.season)
      current.spans.push(token.span)
      if (token.assumption !== undefined) current.assumptions.push(token.assumption)
    } else {
      if (current.spans.length > 0) return closedAfterTimes()
      current.isClosed = true
    }
  }
  begin(undefined)
  return checkDays(closedInEverySeason(daysInFront(groups)))
}

/** 7:30-19:00（夏季） 8:00-18:00（冬季） is turned round, so that every season stands before its times. */
function seasonsInFront(tokens: readonly HoursToken[]): readonly HoursToken[] {
  if (tokens[0]?.kind !== 'span' || tokens.at(-1)?.kind !== 'season') return tokens
  const turned: HoursToken[] = []
  let waiting: HoursToken[] = []
  for (const token of tokens) {
    if (token.kind === 'season') {
      turned.push(token, ...waiting)
      waiting = []
    } else waiting.push(token)
  }
  return turned
}

function daysInFront(groups: readonly OpenGroup[]): readonly OpenGroup[] {
  const last = groups.at(-1)
  const isTurned = groups.length > 1 && groups[0]?.days === undefined && last !== undefined && !hasTimes(last)
  if (!isTurned || groups[0]?.isHolidays === true) return groups
  return groups.slice(0, -1).map((group, index) => {
    const { days, isHolidays, assumptions } = groups[index + 1]!
    return { ...group, days, isHolidays, assumptions: [...group.assumptions, ...assumptions] }
  })
}

/**
 * 夏季7:30-19:00，冬季8:00-18:00，周末休息: days off that stand behind the last season close all of them, unless a season
 * before it says days of its own. It is told, since somebody might have meant the last one only.
 */
function closedInEverySeason(groups: readonly OpenGroup[]): readonly OpenGroup[] {
  const last = groups.at(-1)
  const before = groups.slice(0, -1)
  const seasons = [
    ...new Map(before.map(({ season }) => [`${season?.name} ${season?.from}`, season])).values(),
  ]
  const isForAll =
    last?.season !== undefined &&
    last.isClosed &&
    last.days !== undefined &&
    seasons.length > 1 &&
    before.every(({ season, days, isClosed }) => season !== undefined && days === undefined && !isClosed)
  if (!isForAll) return groups
  const assumptions = [...last.assumptions, closedInAllAssumed]
  return [...before, ...seasons.map((season) => ({ ...last, season, assumptions }))]
}

/** Holidays named alone are remarked on elsewhere; days named without times are an unfinished sentence. */
function checkDays(groups: readonly OpenGroup[]): readonly HoursGroup[] | HoursRefusal {
  if (groups.some((group) => group.days !== undefined && !hasTimes(group))) {
    return refuseHours('days-without-times', {
      zh: '写了星期几，但没有写那几天的时间。',
      en: 'Days are named without saying when they are open.',
    })
  }
  return groups
}

function addDays(group: OpenGroup, token: Extract<HoursToken, { kind: 'days' | 'holidays' }>): void {
  if (token.kind === 'holidays') {
    group.isHolidays = true
    return
  }
  group.days = [...new Set([...(group.days ?? []), ...token.days])].sort((a, b) => a - b)
  if (token.isWorkdays === true) group.assumptions.push(workdaysAssumed)
}

/** 8:00-18:00，12:00-14:00休息 says that the second range is a break; which range is meant must be said by a person. */
function closedAfterTimes(): HoursRefusal {
  return refuseHours('unreadable', {
    zh: '时间后面跟着“休息”，分不清是开放还是休息；请只写开放的时间段。',
    en: 'A time followed by 休息 may mean open or closed; please write only the times of opening.',
  })
}

const closedInAllAssumed: Text = {
  zh: '最后写的休息日按各季都适用理解。',
  en: 'The days off at the end are read as holding in every season.',
}

const workdaysAssumed: Text = {
  zh: '工作日按周一至周五理解，调休未计入。',
  en: 'Working days are read as Monday to Friday; swapped days are not counted.',
}

const hasTimes = (group: OpenGroup): boolean => group.spans.length > 0 || group.isClosed
const hasWords = (group: OpenGroup): boolean =>
  hasTimes(group) || group.days !== undefined || group.isHolidays

function newGroup(season: SeasonToken | undefined): OpenGroup {
  return { season, days: undefined, spans: [], isClosed: false, isHolidays: false, assumptions: [] }
}
