import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '#platform/context.ts'
import { dropIncoming } from './keep-incoming.ts'
import { filesFolder, incomingFolder } from './places.ts'
import { tables } from './tables.ts'

const DAY_MS = 86_400_000

/** Takes away uploads that nobody finished within a day, and bytes whose record was never written. */
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
  for (const folder of await foldersOf(ctx)) await sweep(ctx, folder, before)
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
