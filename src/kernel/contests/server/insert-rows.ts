import type { Insertable } from 'kysely'
import type { Context } from '#platform/context.ts'
import { tables, type ContestTables } from './tables.ts'

/** A statement holds 65,535 values at most; a table of ten columns takes 2,000 rows well. */
const ROWS_AT_ONCE = 2_000

/** Many rows in few statements; none in none. */
export async function insertRows<T extends keyof ContestTables>(
  ctx: Pick<Context, 'db'>,
  table: T,
  rows: readonly Insertable<ContestTables[T]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tables(ctx)
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_AT_ONCE) as never)
      .execute()
}
