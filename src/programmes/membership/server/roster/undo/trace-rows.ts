import { sql, type RawBuilder } from 'kysely'
import { namingOf } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { Chunk } from '../write-new-rows.ts'
import { hangsOn } from './judge-trace.ts'

/**
 * Written rows go, and leave a line each: whom they made a member. `those` is a condition on `r`, a row, and `i`, its
 * import. Numbers and names, which the register has, are kept here no longer.
 */
export async function leaveTraces(ctx: Pick<Context, 'db'>, those: RawBuilder<boolean>): Promise<void> {
  await sql`
    with gone as (
      delete from membership.roster_row r using membership.roster_import i
      where i.id = r.import_id and r.row <= i.written_through and r.verdict in ('new', 'joins', 'changes', 'present') and ${those}
      returning r.import_id, r.row, r.verdict, r.bk, r.blind_index, r.membership_id, i.ordered_at
    )
    insert into membership.roster_trace (import_id, row, verdict, bk, person_id, membership_id, written_at)
    select gone.import_id, gone.row, 'new', m.bk, m.person_id, m.id, gone.ordered_at
    from gone
    join people.person p on p.bk = gone.bk and p.blind_index = gone.blind_index
    join memberships.membership m on m.bk = p.bk and m.person_id = p.id and m.id = gone.membership_id
    where gone.verdict = 'new' on conflict do nothing`.execute(ctx.db)
}

/** Before a chunk changes anything about people who are known: how they stand, so that it can go back. */
export async function traceKnown(ctx: Context, chunk: Chunk, verdict: 'joins' | 'changes'): Promise<void> {
  const naming = await namingOf(ctx, sql.ref('known'), hangsOn)
  await sql`
    with known as (
      select r.import_id, r.row, r.known_bk as bk, r.known_id as person_id
      from membership.roster_row r where ${chunk} and r.verdict = ${verdict}
    ), named as (
      select bk, person_id, jsonb_object_agg(place, count) as counts
      from (select bk, person_id, place, sum(count) as count from (${naming}) n group by 1, 2, 3) sums
      group by bk, person_id
    )
    insert into membership.roster_trace (import_id, row, verdict, bk, person_id, written_at, before, home_before, named_before)
    select known.import_id, known.row, ${verdict}, known.bk, known.person_id, now(), to_jsonb(q), p.home_organisation_id,
      named.counts
    from known
    join people.person p on p.bk = known.bk and p.id = known.person_id
    left join membership.particulars q on q.bk = known.bk and q.person_id = known.person_id
    left join named on named.bk = known.bk and named.person_id = known.person_id
    on conflict do nothing`.execute(ctx.db)
}

/** Names the memberships that those who joined began; whoever somebody else made a member first leaves no line. */
export async function traceJoined(
  ctx: Context,
  chunk: Chunk,
  made: readonly { readonly bk: number; readonly personId: string; readonly id: string }[],
): Promise<void> {
  const those = sql`from membership.roster_row r
    where ${chunk} and r.verdict = 'joins' and t.import_id = r.import_id and t.row = r.row`
  await sql`
    update membership.roster_trace t set membership_id = w.id
    from unnest(
      ${made.map(({ bk }) => bk)}::smallint[], ${made.map(({ personId }) => personId)}::uuid[],
      ${made.map(({ id }) => id)}::uuid[]) as w (bk, person_id, id)
    where t.bk = w.bk and t.person_id = w.person_id and exists (select ${those})`.execute(ctx.db)
  await sql`delete from membership.roster_trace t where t.membership_id is null and exists (select ${those})`.execute(
    ctx.db,
  )
}
