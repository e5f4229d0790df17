import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Context } from '#platform/context.ts'
import { filePath, incomingPath } from './places.ts'

/**
 * Gives an upload its lasting place and makes sure that it is on the disk before the record says so. A second name
 * is given first and the old one taken away after the commit, so that dying in between loses nothing.
 */
export async function keepIncoming(ctx: Context, id: string): Promise<void> {
  const from = incomingPath(ctx.config, id)
  const to = filePath(ctx.config, id)
  await mkdir(dirname(to), { recursive: true })
  await sync(from)
  await link(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await sync(dirname(to))
  ctx.afterCommit(() => dropIncoming(ctx, id))
}

/** Takes away what tus kept about an upload: the bytes' first name and the note beside it. */
export async function dropIncoming(ctx: Context, id: string): Promise<void> {
  const path = incomingPath(ctx.config, id)
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })])
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
