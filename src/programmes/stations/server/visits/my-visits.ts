import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { reportRows } from '../reports/report-rows.ts'
import { tables } from '../tables.ts'
import { findVisitor, type Visitor } from './visitor.ts'

const REPORTS_MAX = 100

/** Whoever names no device and is not signed in has been nowhere yet. */
export const myVisits: Handler<typeof stations.myVisits> = async (ctx, input) => {
  const visitor = findVisitor(ctx, input.visitorKey)
  if (visitor === undefined) return { checkIns: [], checkInTotal: 0, reports: [] }
  const { total } = await ownCheckIns(ctx, visitor)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const checkIns = await ownCheckIns(ctx, visitor)
    .innerJoin('stations.station as station', 'station.id', 'check_in.station_id')
    .select(['check_in.id', 'station.code as stationCode', 'station.name as stationName'])
    .select(['check_in.at', 'check_in.proof'])
    .orderBy('check_in.at', 'desc')
    .orderBy('check_in.id', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const reports = await reportRows(ctx, (query) =>
    query
      .where('report.visitor_bk', '=', visitor.bk)
      .where('report.visitor', '=', visitor.digest)
      .orderBy('report.at', 'desc')
      .limit(REPORTS_MAX),
  )
  return { checkIns, checkInTotal: total, reports }
}

const ownCheckIns = (ctx: Context, visitor: Visitor) =>
  tables(ctx)
    .selectFrom('stations.check_in as check_in')
    .where('check_in.bk', '=', visitor.bk)
    .where('check_in.visitor', '=', visitor.digest)
