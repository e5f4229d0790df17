import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { reportRow } from '../../shapes.ts'
import { tables } from '../tables.ts'
import type { EventKind, ReportState } from '../words.ts'

export type ReportRow = z.input<typeof reportRow>

const STATES = {
  reported: 'open',
  answered: 'answered',
  reopened: 'reopened',
  settled: 'settled',
} as const satisfies Record<EventKind, ReportState>

/** What a report's last event must be for it to be in a state. */
export const lastEventOf = (state: ReportState): EventKind =>
  (Object.keys(STATES) as EventKind[]).find((kind) => STATES[kind] === state)!

/** Reports with their stations, to be narrowed, ordered and limited. */
export const reportsOf = (ctx: Context) =>
  tables(ctx)
    .selectFrom('stations.report as report')
    .innerJoin('stations.station as station', 'station.id', 'report.station_id')

type Query = ReturnType<typeof reportsOf>

/** The kind of a report's last event: its state. One look into the events' own key. */
export const lastEvent = sql<EventKind>`(select e.kind from stations.report_event e
  where e.report_id = report.id order by e.no desc limit 1)`

/** Open or open again: somebody must answer. */
export const isWaiting = sql<boolean>`${lastEvent} in ('reported', 'reopened')`

/** When it was first answered; null while it never was. */
export const answeredAt = sql<Date | null>`(select min(e.at) from stations.report_event e
  where e.report_id = report.id and e.kind = 'answered')`

/** Reports as they are shown, each with what happened to it. `narrow` orders and limits them. */
export async function reportRows(ctx: Context, narrow: (query: Query) => Query): Promise<ReportRow[]> {
  const found = await narrow(reportsOf(ctx))
    .select(['report.id', 'station.code as stationCode', 'station.name as stationName', 'report.kind'])
    .select(['report.facility', 'report.words', 'report.at', 'report.proof', 'report.weight'])
    .select(['report.due_at as dueAt', 'report.arrived_at as arrivedAt'])
    .execute()
  const events = await eventsOf(
    ctx,
    found.map(({ id }) => id),
  )
  return found.map((report) => {
    const own = events.get(report.id)!
    const answered = own.find(({ kind }) => kind === 'answered')?.at ?? null
    return {
      ...report,
      weight: Math.round(report.weight * 100) / 100,
      state: STATES[own.at(-1)!.kind],
      answeredAt: answered,
      late: (answered ?? ctx.now) > report.dueAt,
      events: own,
    }
  })
}

/** One report as it is shown; it exists. */
export async function getReportRow(ctx: Context, id: string): Promise<ReportRow> {
  const [row] = await reportRows(ctx, (query) => query.where('report.id', '=', id))
  return row!
}

type EventRow = ReportRow['events'][number] & { readonly kind: EventKind }

async function eventsOf(ctx: Context, reportIds: readonly string[]): Promise<Map<string, EventRow[]>> {
  if (reportIds.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('stations.report_event')
    .select([
      'report_id as reportId',
      'at',
      'kind',
      'answer',
      'words',
      'by_kind as byKind',
      'by_name as byName',
    ])
    .where('report_id', 'in', [...reportIds])
    .orderBy('report_id')
    .orderBy('no')
    .execute()
  const shown = rows.map(({ byKind, byName, ...row }) => ({ ...row, by: byName || BY[byKind] }))
  return new Map(
    [...Map.groupBy(shown, ({ reportId }) => reportId)].map(([id, own]) => [
      id,
      own.map(({ reportId: _id, ...event }) => event),
    ]),
  )
}

/** A reporter is never named; the others are, unless their name is not known. */
const BY = { reporter: '反映人', keeper: '管理员', officer: '工作人员', system: '系统' } as const
