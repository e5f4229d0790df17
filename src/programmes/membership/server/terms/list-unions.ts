import { sql, type RawBuilder } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { formShown, isUnion, membersNow, stageOf, unionColumns, unionsFrom } from './union-rows.ts'

type Answer = Awaited<ReturnType<typeof listUnions>>
type Filters = Parameters<typeof listUnions>[1]

export const listUnions: Handler<typeof membership.listUnions> = async (ctx, input) => {
  const where = sql.join(conditionsOf(ctx, input), sql` and `)
  const direction = input.descending ? sql`desc` : sql`asc`
  const { rows } = await sql<Answer['rows'][number] & { total: number }>`
    select ${unionColumns(ctx)}, count(*) over () as total from ${unionsFrom} where ${where}
    order by ${sorts[input.sort]} ${direction} nulls last, o.name, o.id
    limit ${sql.lit(input.pageSize)} offset ${sql.lit((input.page - 1) * input.pageSize)}`.execute(ctx.db)
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    stages: await countStages(ctx),
  }
}

const sorts: Readonly<Record<Filters['sort'], RawBuilder<unknown>>> = {
  name: sql`o.name`,
  term: sql`term.until_day`,
  members: membersNow,
  founded: sql`p.founded_on`,
}

const withinReach = (ctx: Context) =>
  sql`${isUnion} and o.path <@ any(${reachOf(ctx, 'membership.read-unions')}::ltree[])`

function conditionsOf(ctx: Context, input: Filters): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [withinReach(ctx)]
  if (input.state !== 'all') conditions.push(sql`o.state = ${input.state}`)
  if (input.form !== undefined) conditions.push(sql`${formShown} = ${input.form}`)
  if (input.newForm !== undefined) conditions.push(sql`coalesce(p.new_form, false) = ${input.newForm}`)
  if (input.trade !== undefined) conditions.push(sql`p.trade = ${input.trade}`)
  if (input.adcode !== undefined) conditions.push(sql`o.adcode = ${input.adcode}`)
  if (input.parentId !== undefined)
    conditions.push(sql`o.path <@ (select path from organisations.organisation where id = ${input.parentId})`)
  if (input.stage === 'due') conditions.push(sql`${stageOf(ctx)} in ('due-6', 'due-3', 'due-1')`)
  else if (input.stage !== undefined) conditions.push(sql`${stageOf(ctx)} = ${input.stage}`)
  if (input.vacantOnly) conditions.push(sql`chair.name is null and term.no is not null`)
  if (input.search) {
    const pattern = `%${input.search.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`
    conditions.push(sql`(o.name ilike ${pattern} or o.credit_code = ${input.search.toUpperCase()})`)
  }
  return conditions
}

async function countStages(ctx: Context): Promise<Answer['stages']> {
  const { rows } = await sql<Answer['stages'][number]>`
    select ${stageOf(ctx)} as stage, count(*) as count from ${unionsFrom}
    where ${withinReach(ctx)} and o.state = 'active' group by 1 order by 1`.execute(ctx.db)
  return rows
}
