import { sql } from 'kysely'
import { cityDay, endOfDay } from '#platform/city-time.ts'
import type { Context, Db } from '#platform/context.ts'
import type { AsOf } from '../figure.ts'

/** After midnight a day rests this long before it is folded. */
const REST_MS = 3_600_000
const DAY_MS = 86_400_000
/** A year at once after an import of the past; the rest comes with the next turn. */
const DAYS_AT_ONCE = 400

/** How a programme keeps a rollup of rows that figures count: by the day on which they were recorded, each once. */
export type Folding = {
  /** The first recorded day that is not folded; undefined while there is nothing to fold. */
  readonly nextDay: (db: Db) => Promise<string | undefined>
  /** Folds what was recorded in `from <= recorded_at < to` and moves the mark to `next`, in the transaction given. */
  readonly foldDay: (within: Db, day: RecordedDay) => Promise<void>
}

export type RecordedDay = {
  readonly day: string
  readonly from: Date
  readonly to: Date
  readonly next: string
}

/** Folds every recorded day that is over and that no running transaction can still write to; each whole and once, whatever breaks. */
export async function foldDays(ctx: Context, { nextDay, foldDay }: Folding): Promise<void> {
  const before = cityDay(new Date(ctx.now.getTime() - REST_MS))
  let day = await nextDay(ctx.db)
  for (let days = 0; day !== undefined && day < before && days < DAYS_AT_ONCE; days++) {
    if (await hasOlderTransaction(ctx.db, day)) return
    const recorded = recordedDay(day)
    await ctx.db.transaction().execute((within) => foldDay(within, recorded))
    day = recorded.next
  }
}

function recordedDay(day: string): RecordedDay {
  const to = endOfDay(day)
  return { day, from: new Date(to.getTime() - DAY_MS), to, next: cityDay(to) }
}

/** `recorded_at` is stamped at the insert and seen at the commit: whoever began before the day ended may still come. */
async function hasOlderTransaction(db: Db, day: string): Promise<boolean> {
  const { rows } = await sql<{ running: boolean }>`select exists (select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start < ${endOfDay(day)}) as running`.execute(
    db,
  )
  return rows[0]!.running
}

/**
 * Where the rollup ends and the rows begin for a moment: folded are the recorded days before `before`; rows of `from` to
 * the moment are read as they stand. The moment's own day is never taken folded, since it lies within it. `mark`: the
 * first day that is not folded.
 */
export function foldedFor(
  { recordedUpTo }: AsOf,
  mark: string,
): { readonly before: string; readonly from: Date; readonly isPast: boolean } {
  const momentsDay = cityDay(recordedUpTo)
  const isPast = momentsDay < mark
  const before = isPast ? momentsDay : mark
  return { before, from: recordedDay(before).from, isPast }
}
