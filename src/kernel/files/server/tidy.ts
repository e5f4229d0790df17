import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '#platform/context.ts'
import { dropIncoming } from './keep-incoming.ts'
import { filesFolder, incomingFolder } from './places.ts'
import { tables } from './tables.ts'

const DAY_MS = 86_400_000

/** An upload that no record took up for so long was forgotten, or its form was never sent. */
export const CLAIMED_WITHIN_DAYS = 30

/** Takes away uploads that nobody finished or took up in time, and bytes whose record was never written. */
export async function tidy(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - DAY_MS)
  const abandoned = await tables(ctx)
    .updateTable('files.file')
    .set({ state: 'abandoned' })
    .where('state', '=', 'uploading')
    .where('created_at', '<', before)
    .returning('id')
    .execute()
  for (const { id } of abandoned) await dropIncoming(ctx, id)
  await abandonUnclaimed(ctx)
  for (const folder of await foldersOf(ctx)) await sweep(ctx, folder, before)
}

/** Only the record says so here; the sweep then takes the bytes, as of every record that is abandoned. */
async function abandonUnclaimed(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - CLAIMED_WITHIN_DAYS * DAY_MS)
  await tables(ctx)
    .updateTable('files.file as file')
    .set({ state: 'abandoned', media_type: null, sha256: null })
    .where('state', '=', 'ready')
    .where('account_id', 'is not', null)
    .where('organisation_id', 'is', null)
    .where('made_from', 'is', null)
    .where('created_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('files.file as made').select('made.id').whereRef('made.made_from', '=', 'file.id')),
      ),
    )
    .execute()
}

async function foldersOf(ctx: Context): Promise<string[]> {
  const root = filesFolder(ctx.config)
  const shards = await readdir(root).catch(() => [])
  return [incomingFolder(ctx.config), ...shards.map((shard) => join(root, shard))]
}

/** One folder at a time: a 256th of all files, so that the list stays short. */
async function sweep(ctx: Context, folder: string, before: Date): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) =>
    /^[0-9a-f-]{36}(\.json)?$/.test(name),
  )
  const known = await knownOf(ctx, [...new Set(names.map((name) => name.slice(0, 36)))])
  for (const name of names) {
    if (known.has(name.slice(0, 36))) continue
    const path = join(folder, name)
    if ((await stat(path)).mtime < before) await rm(path, { force: true })
  }
}

async function knownOf(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tables(ctx)
    .selectFrom('files.file')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '!=', 'abandoned')
    .execute()
  return new Set(rows.map((row) => row.id))
}
