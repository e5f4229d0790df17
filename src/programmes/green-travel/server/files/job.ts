import type { Context } from '#platform/context.ts'
import type { JobMeans } from '#platform/module.ts'
import { processFile } from './process-file.ts'
import { fileTables } from './tables.ts'

/** Takes the files that wait, the oldest first, one at a time; what a stopped server left is begun again. */
export async function processFiles(ctx: Context, { pool }: JobMeans): Promise<void> {
  for (;;) {
    const next = await fileTables(ctx)
      .selectFrom('green_travel.scan_file')
      .select(['id', 'company', 'stored_file as storedFile'])
      .where('state', 'in', ['waiting', 'reading', 'posting'])
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (next === undefined) return
    await processFile(ctx, pool, next)
  }
}
