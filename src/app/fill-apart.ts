import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Text } from '#platform/text.ts'
import { writeCompiledCode } from './compiled-code.ts'

const program = fileURLToPath(new URL('./fill-process.ts', import.meta.url))

export type FillOrder = { readonly owner: pg.ClientConfig; readonly today: string }

type Filler = {
  fill(today: Date, onProgress: (message: Text) => void): Promise<void>
  /** Where there is nothing to fill after all. */
  dismiss(): void
}

/**
 * Prepares to fill a new database, in a process of its own: making a demo city takes a few hundred megabytes, which the
 * server would keep. It loads itself while the database is migrated. Undefined on a database that bears a stamp. The
 * configuration comes by environment, as the server's.
 */
export async function prepareToFill(owner: pg.ClientConfig): Promise<Filler | undefined> {
  if (await isFilled(owner)) return undefined
  writeCompiledCode()
  // Most of what it makes lives for a moment: with room for it, little is moved about before it is dropped.
  const child = fork(program, { execArgv: ['--max-semi-space-size=64'] })
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`filling the new database failed (${code})`)),
    )
  })
  // Told to whoever waits below; until then nobody may call it unhandled.
  ended.catch(() => undefined)
  return {
    fill: (today, onProgress) => {
      child.on('message', (message) => onProgress(message as Text))
      child.send({ owner, today: today.toISOString() } satisfies FillOrder)
      return ended
    },
    dismiss: () => child.disconnect(),
  }
}

async function isFilled(owner: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ migrated: boolean }>(
      `select to_regclass('platform.installation') is not null as migrated`,
    )
    return rows[0]!.migrated && (await client.query('select from platform.installation')).rowCount === 1
  } finally {
    await client.end()
  }
}
