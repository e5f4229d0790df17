import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import { tables } from '../tables.ts'
import type { EventKind } from '../words.ts'
import { findVisitor } from '../visits/visitor.ts'

/** A report with what its next move depends on. */
export type StandingReport = {
  readonly id: string
  readonly stationId: string
  readonly organisationId: string
  readonly visitor: Buffer
  readonly lastKind: EventKind
  readonly lastAt: Date
  readonly lastNo: number
}

export const noSuchReport = () => notFound({ zh: '反映', en: 'report' })

/** Throws `not-found`. */
export async function getReport(ctx: Context, id: string): Promise<StandingReport> {
  const report = await tables(ctx)
    .selectFrom('stations.report as report')
    .innerJoin('stations.station as station', 'station.id', 'report.station_id')
    .innerJoin('stations.report_event as event', 'event.report_id', 'report.id')
    .select(['report.id', 'report.visitor', 'station.id as stationId'])
    .select('station.organisation_id as organisationId')
    .select(['event.kind as lastKind', 'event.at as lastAt', 'event.no as lastNo'])
    .where('report.id', '=', id)
    .orderBy('event.no', 'desc')
    .executeTakeFirst()
  if (report === undefined) throw noSuchReport()
  return report
}

/** The caller's own report. Anybody else's answers 404, so that a stranger learns nothing of it. */
export async function getOwnReport(
  ctx: Context,
  id: string,
  visitorKey: string | undefined,
): Promise<StandingReport> {
  const report = await getReport(ctx, id)
  if (!isReporter(ctx, report, visitorKey)) throw noSuchReport()
  return report
}

export function isReporter(ctx: Context, report: StandingReport, visitorKey?: string): boolean {
  return findVisitor(ctx, visitorKey)?.digest.equals(report.visitor) === true
}
