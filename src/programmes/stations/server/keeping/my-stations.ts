import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { liveIndex, slotOf } from '../index/live-index.ts'
import { answerOf, turnIndexTo } from '../index/station-index.ts'
import { isWaiting, reportRows, type ReportRow } from '../reports/report-rows.ts'
import { tables } from '../tables.ts'
import { listKeepings } from './keeping.ts'
import { daysBefore } from './staff-stations.ts'

const REPORTS_MAX = 200

export const myStations: Handler<typeof stations.myStations> = async (ctx) => {
  const ids = (await listKeepings(ctx)).map(({ stationId }) => stationId)
  if (ids.length === 0) return { rows: [] }
  const index = await liveIndex(ctx)
  turnIndexTo(index, ctx.now)
  const [reports, visits] = [await waitingReports(ctx, ids), await visitsOfAWeek(ctx, ids)]
  const slots = await Promise.all(ids.map((id) => slotOf(ctx.db, index, id)))
  const rows = slots.map((slot) => {
    const { id, code, name } = index.stations[slot]!
    return {
      code,
      name,
      openNow: answerOf(index, slot).said,
      reports: reports.get(code) ?? [],
      checkIns7Days: visits.get(id) ?? 0,
    }
  })
  return { rows }
}

async function waitingReports(
  ctx: Context,
  stationIds: readonly string[],
): Promise<Map<string, ReportRow[]>> {
  const rows = await reportRows(ctx, (query) =>
    query.where('station.id', 'in', stationIds).where(isWaiting).orderBy('report.due_at').limit(REPORTS_MAX),
  )
  return Map.groupBy(rows, ({ stationCode }) => stationCode)
}

async function visitsOfAWeek(ctx: Context, stationIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tables(ctx)
    .selectFrom('stations.check_in')
    .select((select) => ['station_id as id', select.fn.countAll<number>().as('count')])
    .where('station_id', 'in', stationIds)
    .where('at', '>', daysBefore(ctx, 7))
    .groupBy('station_id')
    .execute()
  return new Map(rows.map(({ id, count }) => [id, count]))
}
