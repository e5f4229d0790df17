import { sql } from 'kysely'
import { foldDays, type RecordedDay } from '#kernel/figures/index.ts'
import type { Context, Db } from '#platform/context.ts'

/** Folds the totals of every recorded day that is over. */
export const foldRides = (ctx: Context): Promise<void> => foldDays(ctx, { nextDay, foldDay })

/** The first recorded day that is not folded; undefined while nobody ever rode. */
export async function nextDay(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`select coalesce(
    (select folded_before from green_travel.rollup_mark),
    (select (min(recorded_at) at time zone 'Asia/Shanghai')::date from green_travel.ride_total where result = 0))::text as day`.execute(
    db,
  )
  return rows[0]!.day ?? undefined
}

/** Two turns never fold the same day: whoever comes second finds the mark moved on, and does nothing. */
async function foldDay(within: Db, { day, from, to, next }: RecordedDay): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200, -4)`.execute(within)
  const { rows } = await sql<{ before: string }>`
    select folded_before::text as before from green_travel.rollup_mark`.execute(within)
  if (rows[0] !== undefined && rows[0].before > day) return
  await sql`select green_travel.fold_totals(${from}, ${to})`.execute(within)
  await sql`insert into green_travel.rollup_mark (folded_before) values (${next}::date)
    on conflict (id) do update set folded_before = excluded.folded_before`.execute(within)
}
