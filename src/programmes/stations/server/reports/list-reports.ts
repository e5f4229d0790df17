import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { containing } from '../containing.ts'
import { inReach } from '../in-reach.ts'
import { answeredAt, lastEvent, lastEventOf, reportRows, reportsOf } from './report-rows.ts'

type Filters = Parameters<typeof listReports>[1]
type Query = ReturnType<typeof reportsOf>

export const listReports: Handler<typeof stations.listReports> = async (ctx, input) => {
  const rows = await reportRows(ctx, (query) =>
    matching(ctx, query, input)
      .orderBy('report.at', 'desc')
      .orderBy('report.id', 'desc')
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize),
  )
  const { total } = await matching(ctx, reportsOf(ctx), input)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

function matching(ctx: Context, reports: Query, filters: Filters): Query {
  const within = inReach(ctx, 'stations.read')
  let query = reports.where(within)
  if (filters.kind !== undefined) query = query.where('report.kind', '=', filters.kind)
  if (filters.state !== undefined) query = query.where(lastEvent, '=', lastEventOf(filters.state))
  if (filters.late !== undefined) query = query.where(isLate(ctx), '=', filters.late)
  const words = filters.search
  if (words) {
    const pattern = containing(words)
    query = query.where(sql<boolean>`(station.name ilike ${pattern} or station.code ilike ${pattern}
      or report.words ilike ${pattern})`)
  }
  return query
}

export const isLate = (ctx: Context) => sql<boolean>`(coalesce(${answeredAt}, ${ctx.now}) > report.due_at)`
