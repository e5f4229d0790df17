import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { review } from '../contract.ts'
import { caseRows } from './case-rows.ts'
import { callersWords } from './parties.ts'
import { proceduresOf } from './procedures.ts'
import { reachFor, type Reach } from './reach.ts'

type Wish = Parameters<Handler<typeof review.listCases>>[1]

/** Cases that the caller may read: theirs, and those of their reach. */
export const listCases: Handler<typeof review.listCases> = async (ctx, input) => {
  const reach = reachFor(ctx, await callersWords(ctx))
  const tail = sql`order by ${orders[input.sort]} limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize}`
  const listed = await caseRows(ctx, reach, sql.join(filters(ctx, reach, input), sql` and `), tail)
  const procedures = reach.procedureIds.map((id) => ({
    id,
    title: proceduresOf(ctx.modules).get(id)!.procedure.title,
  }))
  return { ...listed, procedures }
}

const orders = {
  due: sql`s.due_on asc nulls last, s.since asc, c.id`,
  newest: sql`s.since desc, c.id`,
  oldest: sql`s.since asc, c.id`,
} as const

function filters(ctx: Context, reach: Reach, wish: Wish) {
  const found = [views(reach)[wish.view]]
  if (wish.procedure !== undefined) found.push(sql<boolean>`c.procedure = ${wish.procedure}`)
  if (wish.state !== undefined) found.push(sql<boolean>`s.state = ${wish.state}`)
  if (wish.subject !== undefined) found.push(sql<boolean>`c.subject = ${wish.subject}`)
  if (wish.lateOnly) found.push(sql<boolean>`s.is_open and s.due_on < ${cityDay(ctx.now)}`)
  if (wish.search !== undefined && wish.search !== '')
    found.push(sql<boolean>`position(lower(${wish.search}) in lower(c.summary)) > 0`)
  if (wish.organisationId !== undefined)
    found.push(
      sql<boolean>`o.path <@ (select path from organisations.organisation where id = ${wish.organisationId})`,
    )
  return found
}

const views = (reach: Reach) => ({
  waiting: reach.waitsForMe,
  open: sql<boolean>`s.is_open`,
  ended: sql<boolean>`not s.is_open`,
  mine: sql<boolean>`c.applicant = any(${reach.words})`,
  all: sql<boolean>`true`,
})
