import { holdsAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import { forbidden, invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { epochDayOf } from '../../rules/local-time.ts'
import { rewrite } from './edit-station.ts'
import { findKeeping } from './keeping.ts'
import { lockStation } from './lock-station.ts'

const DAYS_AHEAD_MAX = 366

export const announceException: Handler<typeof stations.announceException> = async (ctx, input) => {
  const station = await lockStation(ctx, input.code)
  const keeping = await findKeeping(ctx, station.id)
  if (keeping === undefined && !(await holdsAt(ctx, 'stations.edit', station.organisationId)))
    throw forbidden('stations.edit')
  const today = cityDay(ctx.now)
  requireComingDay(input.date, today)
  const { hours } = station.draft
  const exception = {
    date: input.date,
    spans: input.spans,
    ...(input.note === '' ? {} : { note: input.note }),
  }
  const exceptions = hours.exceptions
    // What lies behind is in the history; a day announced again replaces what was announced.
    .filter(({ date }) => date >= today && date !== input.date)
    .concat(exception)
    .toSorted((a, b) => a.date.localeCompare(b.date))
  const draft = { ...station.draft, hours: { ...hours, exceptions } }
  const reason = `公告${input.date}的开放时间`
  return rewrite(ctx, station, { draft, reason, ...(keeping === undefined ? {} : { madeBy: keeping.name }) })
}

function requireComingDay(date: string, today: string): void {
  const ahead = epochDayOf(date) - epochDayOf(today)
  if (ahead >= 0 && ahead <= DAYS_AHEAD_MAX) return
  throw invalid('not-a-coming-day', {
    field: 'date',
    reason: {
      zh: '只能公告今天起一年以内的日子。',
      en: 'Only a day from today to a year ahead can be announced.',
    },
    accepted: { zh: `${today}起`, en: `${today} or later` },
  })
}
