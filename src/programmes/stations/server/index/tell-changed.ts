import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

export const CHANNEL = 'stations_changed'
/** Said in place of ids where so many changed that reading all again is less work. */
export const ALL = 'all'

const NAMED_MAX = 500

/** Tells every process's index once the caller's transaction commits; nothing where it is rolled back. */
export async function tellChanged(ctx: Pick<Context, 'db'>, stationIds: readonly string[]): Promise<void> {
  const said = stationIds.length > NAMED_MAX ? [ALL] : stationIds
  await sql`select pg_notify(${CHANNEL}, said) from unnest(${said}::text[]) as said`.execute(ctx.db)
}
