import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

/** The rows of a roster name keepers and their phones: they go after 90 days, the import's own line stays. */
export async function purgeImports(ctx: Context): Promise<void> {
  const old = sql`created_at < ${ctx.now}::timestamptz - interval '90 days'`
  await sql`delete from stations.import_row where import_id in (select id from stations.import where ${old})`.execute(
    ctx.db,
  )
  await sql`update stations.import set state = 'abandoned' where state = 'preview' and ${old}`.execute(ctx.db)
}
