import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { setHomes } from '#kernel/people/index.ts'
import { addDays } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { requireDayCome, requireUnion } from './admit.ts'
import type { Membership } from './queries.ts'
import { writeHistory } from './write-history.ts'

/**
 * What happens to a whole roll when its union ends or joins another (工会法 article 13: the memberships of a dissolved
 * union go on). Set-based, since a union may have thousands; the callers have checked who may.
 */

const returning = sql`m.bk, m.person_id as "personId", m.id, m.organisation_id as "organisationId",
  m.from_day as "fromDay", m.to_day as "toDay", m.status, m.new_form as "newForm", m.version`

/** Keeps every membership of this union without a union that works, from this day on. Answers how many. */
export async function retainAll(ctx: Context, organisationId: string, fromDay: string): Promise<number> {
  requireDayCome(ctx, fromDay)
  const { rows } = await sql<Membership>`
    update memberships.membership m set status = 'retained', version = version + 1
    where organisation_id = ${organisationId} and to_day is null and status = 'active'
    returning ${returning}`.execute(ctx.db)
  // Whoever joined today is retained from today: a line cannot be valid before the membership.
  await writeHistory(
    ctx.db,
    rows.map((row) => ({ ...row, validFrom: row.fromDay > fromDay ? row.fromDay : fromDay })),
    madeBy(ctx),
  )
  return rows.length
}

export type Moving = {
  readonly fromOrganisationId: string
  readonly toOrganisationId: string
  /** The first day in the new union. */
  readonly fromDay: string
  /** Only these people; everybody on the roll, retained members included, where it is left out. */
  readonly only?: readonly PersonKey[]
}

/**
 * Moves members of one union to another: each membership ends the day before and the next begins, in one transaction,
 * so that nobody is counted twice and nobody is lost; whoever was retained stays so. A membership that began on the day itself or later stays where
 * it is, and is not counted in the answer: there is no day before that it could end on.
 */
export async function transferMany(ctx: Context, moving: Moving): Promise<number> {
  requireDayCome(ctx, moving.fromDay)
  await requireUnion(ctx, moving.toOrganisationId)
  const { rows } = await sql<Ended>`
    with held as (
      select bk, person_id, id, status as was from memberships.membership
      where organisation_id = ${moving.fromOrganisationId} and to_day is null and from_day < ${moving.fromDay}
        ${onlyThese(moving.only)}
      for update)
    update memberships.membership m
    set status = 'moved', to_day = ${addDays(moving.fromDay, -1)}, version = version + 1
    from held where (m.bk, m.person_id, m.id) = (held.bk, held.person_id, held.id)
    returning ${returning}, held.was`.execute(ctx.db)
  await writeHistory(
    ctx.db,
    rows.map((row) => ({ ...row, validFrom: moving.fromDay })),
    madeBy(ctx),
  )
  await begin(ctx, rows, moving)
  return rows.length
}

type Ended = Membership & { readonly was: 'active' | 'retained' }

const onlyThese = (only: Moving['only']) =>
  only === undefined
    ? sql``
    : sql`and (bk, person_id) in (select * from unnest(
        ${only.map(({ bk }) => bk)}::smallint[], ${only.map(({ id }) => id)}::uuid[]))`

async function begin(ctx: Context, ended: readonly Ended[], moving: Moving): Promise<void> {
  const made = await sql<Membership>`
    insert into memberships.membership as m (bk, person_id, id, organisation_id, from_day, status, new_form)
    select w.bk, w.person_id, w.id, ${moving.toOrganisationId}, ${moving.fromDay}, w.status, w.new_form
    from unnest(
      ${ended.map(({ bk }) => bk)}::smallint[],
      ${ended.map(({ personId }) => personId)}::uuid[],
      ${ended.map(() => newId(ctx.now.getTime()))}::uuid[],
      ${ended.map(({ was }) => was)}::text[],
      ${ended.map(({ newForm }) => newForm)}::boolean[]) as w (bk, person_id, id, status, new_form)
    returning ${returning}`.execute(ctx.db)
  await writeHistory(
    ctx.db,
    made.rows.map((row) => ({ ...row, validFrom: moving.fromDay })),
    madeBy(ctx),
  )
  await setHomes(
    ctx,
    made.rows.map(({ bk, personId }) => ({ bk, id: personId })),
    made.rows.map(() => moving.toOrganisationId),
  )
}
