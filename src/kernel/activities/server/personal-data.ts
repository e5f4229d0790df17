import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'
import { isPerson, lockActivity } from './find-activity.ts'
import { tellSeated, waitingSeats } from './tell.ts'
import { tables } from './tables.ts'

/** Columns that name a person without a foreign key. */
export const personColumns = [
  { table: 'activities.sign_up', bk: 'person_bk', id: 'person_id' },
  { table: 'activities.attendance', bk: 'person_bk', id: 'person_id' },
] as const

export async function holdings(ctx: Context, person: PersonKey): Promise<readonly Holding[]> {
  const { count } = await tables(ctx)
    .selectFrom('activities.sign_up as own')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(await isPerson(ctx, person, 'own'))
    .executeTakeFirstOrThrow()
  if (Number(count) === 0) return []
  return [
    {
      what: { zh: '活动报名和签到', en: 'Sign-ups for activities, and whether you came' },
      why: { zh: '安排名额，统计参加人次', en: 'To give out seats and to count turns' },
      count: Number(count),
      href: '/activities',
    },
  ]
}

/** Whoever is erased gives back the seats of what is still to come; past turns are counted and name nobody any more. */
export async function forget(ctx: Context, person: PersonKey): Promise<void> {
  for (const id of await coming(ctx, person)) await giveBack(ctx, id, person)
}

/**
 * Two rows of persons are one: where both signed up for something to come, the row that is replaced gives its seat back. Undoing
 * the merge leaves it so, because the seat may have gone to somebody who was told of it.
 */
export async function merging(ctx: Context, from: PersonKey, into: PersonKey): Promise<void> {
  const kept = new Set(await coming(ctx, into))
  for (const id of await coming(ctx, from)) if (kept.has(id)) await giveBack(ctx, id, from)
}

async function coming(ctx: Context, { bk, id }: PersonKey): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from activities.sign_up s join activities.activity a on a.id = s.activity_id
    where s.person_bk = ${bk} and s.person_id = ${id} and s.withdrawn_at is null
      and a.starts_at > ${ctx.now} and a.cancelled_at is null
    order by a.id`.execute(ctx.db)
  return rows.map((row) => row.id)
}

async function giveBack(ctx: Context, activityId: string, { bk, id }: PersonKey): Promise<void> {
  const activity = await lockActivity(ctx, activityId)
  const waited = await waitingSeats(ctx, activityId)
  await tables(ctx)
    .updateTable('activities.sign_up')
    .set({ withdrawn_at: ctx.now })
    .where('activity_id', '=', activityId)
    .where('person_bk', '=', bk)
    .where('person_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tellSeated(ctx, activity, waited)
}
