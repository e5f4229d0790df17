import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { proofShare } from '../../rules/open-signal.ts'
import { proofOf } from '../visits/presence.ts'
import type { Visitor } from '../visits/visitor.ts'
import type { DemoReport } from './demo-report.ts'
import type { PlacedStation } from './load-stations.ts'

const ANSWER_DUE_MS = 24 * 3_600_000

/** The year's reports with what keeper and reporter did about them. */
export async function loadReports(
  ctx: Context,
  stations: readonly PlacedStation[],
  reports: readonly DemoReport[],
  visitorOf: (number: number) => Visitor,
): Promise<void> {
  const placed = reports.map((report) => ({
    report,
    id: newId(report.at * 1000),
    station: stations[report.station]!,
  }))
  await insertRows(
    ctx,
    'report',
    placed.map((one) => reportRow(one, visitorOf)),
  )
  await insertRows(ctx, 'report_event', placed.flatMap(eventRows))
}

type Placed = { readonly report: DemoReport; readonly id: string; readonly station: PlacedStation }

const moment = (seconds: number) => new Date(seconds * 1000).toISOString()

function reportRow({ report, id, station }: Placed, visitorOf: (number: number) => Visitor) {
  const visitor = visitorOf(report.visitor)
  const metres = report.metresAway ?? null
  return {
    id,
    station_id: station.id,
    kind: report.kind,
    facility: report.facility,
    words: report.words,
    visitor_bk: visitor.bk,
    visitor: `\\x${visitor.digest.toString('hex')}`,
    at: moment(report.at),
    recorded_at: moment(report.at),
    proof: report.proof,
    distance_metres: metres,
    weight: proofShare(proofOf(report.proof, metres)),
    due_at: new Date(report.at * 1000 + ANSWER_DUE_MS).toISOString(),
  }
}

function eventRows({ report, id, station }: Placed) {
  const first = { kind: 'reported', at: report.at, words: '', answer: null, by_kind: 'reporter', by_name: '' }
  const later = report.events.map((event) => ({
    kind: event.kind,
    at: event.at,
    words: event.words,
    answer: event.kind === 'answered' ? event.answer : null,
    ...(event.kind === 'answered'
      ? { by_kind: 'keeper', by_name: station.keeperName }
      : { by_kind: 'reporter', by_name: '' }),
  }))
  return [first, ...later].map((event, index) => ({
    ...event,
    report_id: id,
    no: index + 1,
    at: moment(event.at),
    recorded_at: moment(event.at),
  }))
}

async function insertRows(
  ctx: Context,
  table: 'report' | 'report_event',
  rows: readonly object[],
): Promise<void> {
  const name = sql.raw(`stations.${table}`)
  await sql`insert into ${name}
    select (json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)).*`.execute(ctx.db)
}
