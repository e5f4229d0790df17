import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import { CITY_OFFSET, startOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { WorkItem } from '#platform/module.ts'
import { isUnion, stageOf, unionsFrom } from './union-rows.ts'

const ITEMS_MAX = 30

type Row = {
  readonly id: string
  readonly name: string
  readonly parentName: string
  readonly stage: 'overdue' | 'due-1'
  readonly until: string
}

/**
 * Elections that are late or due within a month, for the union's own officers and for the level right above it. What is
 * six months away stands in the list of terms, where nobody is hurried by it.
 */
export async function termWork(ctx: Context): Promise<WorkItem[]> {
  const reach = reachOf(ctx, 'membership.keep-union')
  if (reach.length === 0 || ctx.actor.kind !== 'account') return []
  const { rows } = await sql<Row>`
    select o.id, o.name, parent.name as "parentName", ${stageOf(ctx)} as stage, term.until_day as until
    from ${unionsFrom}
    where ${isUnion} and o.state = 'active'
      and (o.path = any(${reach}::ltree[]) or parent.path = any(${reach}::ltree[]))
      and ${stageOf(ctx)} in ('overdue', 'due-1')
    order by term.until_day limit ${sql.lit(ITEMS_MAX)}`.execute(ctx.db)
  return rows.map((row) => ({
    kind: `membership.term-${row.stage}`,
    title:
      row.stage === 'overdue'
        ? { zh: `届期已满，尚未换届：${row.name}`, en: `Term over, no election: ${row.name}` }
        : { zh: `一个月内届满，请换届：${row.name}`, en: `Term ends within a month: ${row.name}` },
    href: `/staff/unions/${row.id}`,
    since: startOfDay(row.until),
    dueAt: new Date(`${row.until}T23:59:59${CITY_OFFSET}`),
    organisationName: row.parentName,
  }))
}
