import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { people } from '../contract.ts'
import { withinReach } from './home.ts'
import { asPersonRows } from './list-people.ts'
import { peopleByKeys, personKeyText } from './queries.ts'

/**
 * Pairs that may be one person: the same phone (by its index) and the same name, or one that differs in a letter. Numbers
 * are not read for it. Pairs that somebody found to be two persons are left out.
 */
export const listDuplicates: Handler<typeof people.listDuplicates> = async (ctx, { page, pageSize }) => {
  const { total, pairs } = await pairsOf(ctx, page, pageSize)
  const keys = pairs.flatMap((pair) => [
    { bk: pair.bk, id: pair.id },
    { bk: pair.otherBk, id: pair.otherId },
  ])
  const shown = await asPersonRows(ctx, await peopleByKeys(ctx, keys))
  const byKey = new Map(shown.map((row) => [personKeyText(row), row]))
  return {
    total,
    rows: pairs.map((pair) => ({
      first: byKey.get(personKeyText({ bk: pair.bk, id: pair.id }))!,
      second: byKey.get(personKeyText({ bk: pair.otherBk, id: pair.otherId }))!,
      because: pair.isSameName ? ('same-phone-same-name' as const) : ('same-phone-similar-name' as const),
    })),
  }
}

type Pair = { bk: number; id: string; otherBk: number; otherId: string; isSameName: boolean }
type Found = { total: number; pairs: readonly Pair[] }

/**
 * One page and how many there are. Phones that stand more than once are read off the index alone, which is what makes it
 * quick: few do, and only whoever has one is looked at. Names are similar where they begin alike and one letter differs,
 * or one is left out.
 */
async function pairsOf(ctx: Context, page: number, pageSize: number): Promise<Found> {
  const { rows } = await sql<Found>`
    with sharing as materialized (
      select p.bk, p.id, p.name, p.phone_index, p.created_at from people.person p
      where p.phone_index = any(array(
          select phone_index from people.person where phone_index is not null group by phone_index having count(*) > 1))
        and p.erased_at is null and ${withinReach(ctx, 'people.merge')}
        and not exists (select from people.person_link l where l.bk = p.bk and l.person_id = p.id)
    ), pairs as materialized (
      select a.bk, a.id, b.bk as "otherBk", b.id as "otherId", a.name = b.name as "isSameName", a.created_at
      from sharing a join sharing b on b.phone_index = a.phone_index and (a.bk, a.id) < (b.bk, b.id)
      where left(a.name, 1) = left(b.name, 1) and abs(length(a.name) - length(b.name)) <= 1
        and (a.name = b.name or length(a.name) <> length(b.name) or right(a.name, 1) = right(b.name, 1)
          or left(a.name, -1) = left(b.name, -1))
        and not exists (select from people.person_apart x
          where (x.bk, x.person_id, x.other_bk, x.other_id) = (a.bk, a.id, b.bk, b.id))
    ), page as (
      select * from pairs order by "isSameName" desc, created_at desc, id
      limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select (select count(*) from pairs) as total,
      coalesce((select jsonb_agg(page order by "isSameName" desc, created_at desc, id) from page), '[]') as pairs`.execute(
    ctx.db,
  )
  return rows[0]!
}

/** Merges within reach, those that stand and those that were taken back, newest first. */
export const listMerges: Handler<typeof people.listMerges> = async (ctx, { page, pageSize }) => {
  const merges = sql`
    select l.bk, l.person_id as id, l.survivor_bk as "survivorBk", l.survivor_id as "survivorId", l.reason,
      l.made_by as "madeBy", l.recorded_at as at, null::text as "undoneBy", null::text as "undoneReason"
    from people.person_link l join people.person p on p.bk = l.bk and p.id = l.person_id
    where l.why = 'same-person' and ${withinReach(ctx, 'people.merge')}
    union all
    select l.bk, l.person_id, l.survivor_bk, l.survivor_id, l.reason, l.made_by, l.linked_at, l.undone_by, l.undone_reason
    from people.person_link_undone l join people.person p on p.bk = l.bk and p.id = l.person_id
    where ${withinReach(ctx, 'people.merge')}`
  const { rows } = await sql<Merge>`select * from (${merges}) as merges
    order by at desc, id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from (${merges}) as merges`.execute(ctx.db)
  const found = await peopleByKeys(
    ctx,
    rows.flatMap((row) => [
      { bk: row.bk, id: row.id },
      { bk: row.survivorBk, id: row.survivorId },
    ]),
  )
  const byKey = new Map((await asPersonRows(ctx, found)).map((row) => [personKeyText(row), row]))
  return {
    total: counted[0]!.total,
    rows: rows.map(({ bk, id, survivorBk, survivorId, ...rest }) => ({
      ...rest,
      from: byKey.get(personKeyText({ bk, id }))!,
      into: byKey.get(personKeyText({ bk: survivorBk, id: survivorId }))!,
    })),
  }
}

type Merge = {
  bk: number
  id: string
  survivorBk: number
  survivorId: string
  reason: string
  madeBy: string
  at: Date
  undoneBy: string | null
  undoneReason: string | null
}
