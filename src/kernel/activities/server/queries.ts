import { sql, type SqlBool, type Expression } from 'kysely'
import { requirePerson } from '#kernel/people/index.ts'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { activities } from '../contract.ts'
import { columns, getActivityRow, isPerson, withPhase } from './find-activity.ts'
import { findMine, mineOf } from './mine.ts'
import { tables } from './tables.ts'

type Page = { readonly page: number; readonly pageSize: number }

export const listActivities: Handler<typeof activities.listActivities> = async (ctx, input) => {
  const where = [
    views(ctx)[input.view],
    ...(input.about === undefined ? [] : [sql<SqlBool>`activity.about = ${input.about}`]),
    ...(input.organisationId === undefined
      ? []
      : [sql<SqlBool>`activity.organisation_id = ${input.organisationId}`]),
  ]
  return listed(ctx, where, input, input.view === 'past')
}

export const listStaffActivities: Handler<typeof activities.listStaffActivities> = async (ctx, input) => {
  const reach = reachOf(ctx, 'activities.read')
  const where = [
    sql<SqlBool>`organisation.path <@ any(${reach}::ltree[])`,
    ...(input.view === 'all' ? [] : [views(ctx)[input.view]]),
    ...(input.search ? [sql<SqlBool>`position(${input.search} in activity.title) > 0`] : []),
  ]
  const { rows, total } = await listed(ctx, where, input, input.view !== 'coming')
  const came = await cameTo(
    ctx,
    rows.map(({ id }) => id),
  )
  return { rows: rows.map((row) => ({ ...row, checkedIn: came.get(row.id) ?? 0 })), total }
}

export const getActivity: Handler<typeof activities.getActivity> = async (ctx, { id }) => {
  const { code: _, ...row } = await getActivityRow(ctx, id)
  const { name } = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select('name')
    .where('id', '=', row.organisationId)
    .executeTakeFirstOrThrow()
  const { seated, waiting } = await seatsOf(ctx, id)
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  return {
    ...withPhase(row, ctx.now),
    organisationName: name,
    signedUp: seated + waiting,
    seatsLeft: row.capacity === null ? null : Math.max(0, row.capacity - seated),
    waiting,
    mine: person === null ? null : await findMine(ctx, id, person),
  }
}

export const listMySignUps: Handler<typeof activities.listMySignUps> = async (ctx, input) => {
  const person = requirePerson(ctx)
  const own = sql<SqlBool>`exists (select from activities.sign_up own where own.activity_id = activity.id and ${await isPerson(ctx, person, 'own')})`
  const { rows, total } = await listed(ctx, [own], input, true)
  const mine = await mineOf(
    ctx,
    rows.map(({ id }) => id),
    person,
  )
  return { rows: rows.map((row) => ({ ...row, mine: mine.get(row.id)! })), total }
}

/** Who has a seat and who waits, now. */
export async function seatsOf(ctx: Context, activityId: string) {
  const { rows } = await sql<{ seated: number; waiting: number }>`
    select count(*) filter (where seated)::int as seated, count(*) filter (where not seated)::int as waiting
    from activities.standing where activity_id = ${activityId}`.execute(ctx.db)
  return rows[0]!
}

const views = (ctx: Context) => ({
  coming: sql<SqlBool>`activity.ends_at > ${ctx.now} and activity.cancelled_at is null`,
  past: sql<SqlBool>`(activity.ends_at <= ${ctx.now} or activity.cancelled_at is not null)`,
})

async function listed(ctx: Context, where: Expression<SqlBool>[], { page, pageSize }: Page, newest: boolean) {
  const found = tables(ctx)
    .selectFrom('activities.activity as activity')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'activity.organisation_id')
    .where(sql<SqlBool>`${sql.join(where, sql` and `)}`)
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .select(columns)
    .select('organisation.name as organisationName')
    .select(
      sql<number>`(select count(*)::int from activities.sign_up s
        where s.activity_id = activity.id and s.withdrawn_at is null)`.as('signedUp'),
    )
    .orderBy('activity.starts_at', newest ? 'desc' : 'asc')
    .orderBy('activity.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { rows: rows.map((row) => withPhase(row, ctx.now)), total: Number(total) }
}

async function cameTo(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; came: number }>`
    select activity_id as id, count(*)::int as came from activities.present
    where kind = 'came' and activity_id = any(${ids}::uuid[]) group by activity_id`.execute(ctx.db)
  return new Map(rows.map(({ id, came }) => [id, came]))
}
