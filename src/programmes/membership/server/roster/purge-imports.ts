import { sql } from 'kysely'
import { dropFile } from '#kernel/files/index.ts'
import type { Context } from '#platform/context.ts'
import { tables } from './tables.ts'
import { undoTables } from './undo/undo-tables.ts'
import { leaveTraces } from './undo/trace-rows.ts'

const KEPT_DAYS = 30
const PURGED_AT_ONCE_MAX = 20

/**
 * Rows that were written are in the register, and stand here no longer than until the next turn; a line about each stays,
 * by which the import can be taken back. That, what stayed out, and the file itself are kept thirty days for whoever mends them; a preview nobody came back to, as long. The import's own
 * line, with its counts and the file's digest, stays.
 */
export async function purgeImports(ctx: Context): Promise<void> {
  await leaveTraces(ctx, sql<boolean>`i.state = 'done' and i.purged_at is null`)
  const old = await tables(ctx)
    .selectFrom('membership.roster_import')
    .select(['id', 'file_id', 'state'])
    .where('purged_at', 'is', null)
    .where(
      sql<boolean>`coalesce(ended_at, created_at) < ${ctx.now}::timestamptz - make_interval(days => ${KEPT_DAYS})
        or state = 'cancelled'`,
    )
    .limit(PURGED_AT_ONCE_MAX)
    .execute()
  for (const { id, file_id: fileId, state } of old) {
    await ctx.db.transaction().execute(async (db) => {
      await dropFile({ db }, fileId)
      await tables({ db }).deleteFrom('membership.roster_row').where('import_id', '=', id).execute()
      await undoTables({ db }).deleteFrom('membership.roster_trace').where('import_id', '=', id).execute()
      await tables({ db })
        .updateTable('membership.roster_import')
        .set({
          purged_at: ctx.now,
          ...(state === 'preview' && { state: 'cancelled' as const, ended_at: ctx.now }),
        })
        .where('id', '=', id)
        .execute()
    })
  }
}
