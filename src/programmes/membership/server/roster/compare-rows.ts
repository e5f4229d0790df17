import { sql, type RawBuilder } from 'kysely'
import { linkedPeople } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { StandingImport } from './import-rows.ts'
import { judgeKnown } from './judge-known.ts'
import { markSamePhone, markTwice } from './judge-twice.ts'
import { tallyRows } from './tally-rows.ts'
import { tables } from './tables.ts'

/**
 * Compares the rows with one another and with who is known, by blind index alone: no number is opened. One
 * transaction; begun again from the start where it is broken off.
 */
export async function compareRows(ctx: Context, standing: StandingImport): Promise<void> {
  const rows = ofImport(standing)
  await planForMany(ctx, standing.rows_checked)
  await markTwice(ctx, rows)
  await findKnown(ctx, rows)
  await judgeKnown(ctx, rows, standing.organisation_id)
  await markSamePhone(ctx, rows)
  const { tally, faults } = await tallyRows(ctx, standing.id)
  await tables(ctx)
    .updateTable('membership.roster_import')
    .set({
      state: 'preview',
      checked_at: ctx.now,
      tally: JSON.stringify(tally),
      faults: JSON.stringify(faults),
    })
    .where('id', '=', standing.id)
    .execute()
}

/** From so many rows on, looking each up by itself is slower than reading a table through once. */
const MANY_ROWS = 2_000

/**
 * The rows were written a moment ago and nothing is known of their number yet, so that the planner takes them for a few
 * and would compare each with each.
 */
export async function planForMany(ctx: Context, rows: number): Promise<void> {
  if (rows > MANY_ROWS) await sql`set local enable_nestloop = off`.execute(ctx.db)
}

/** The condition on `r` that names this import's rows. */
const ofImport = ({ id }: StandingImport) => sql<boolean>`r.import_id = ${id}::uuid`

/** Names the row that stands for everybody who is known, following corrections and merges. */
async function findKnown(ctx: Context, rows: RawBuilder<boolean>): Promise<void> {
  await sql`
    update membership.roster_row r set known_bk = p.bk, known_id = p.id
    from people.person p
    where ${rows} and r.verdict = 'new' and p.bk = r.bk and p.blind_index = r.blind_index`.execute(ctx.db)
  const linked = await linkedPeople(ctx)
  if (linked.length === 0) return
  await sql`
    update membership.roster_row r set known_bk = l.survivor_bk, known_id = l.survivor_id
    from unnest(
      ${linked.map(({ bk }) => bk)}::smallint[], ${linked.map(({ id }) => id)}::uuid[],
      ${linked.map(({ survivor }) => survivor.bk)}::smallint[], ${linked.map(({ survivor }) => survivor.id)}::uuid[])
      as l (bk, id, survivor_bk, survivor_id)
    where ${rows} and r.known_bk = l.bk and r.known_id = l.id`.execute(ctx.db)
}
