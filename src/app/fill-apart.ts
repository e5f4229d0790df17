import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Text } from '#platform/text.ts'
import { readConfig } from '#platform/config.ts'
import { fillNewDatabase } from './fill.ts'
import { modules } from './modules.ts'

const self = fileURLToPath(import.meta.url)

type Order = { readonly owner: pg.ClientConfig; readonly today: string }

/**
 * Fills a new database in a process of its own: making a demo city takes a few hundred megabytes, which the server
 * would keep. Does nothing on a database that bears a stamp. The configuration comes by environment, as the server's.
 */
export async function fillApart(
  owner: pg.ClientConfig,
  today: Date,
  onProgress: (message: Text) => void,
): Promise<void> {
  if (await isFilled(owner)) return
  await new Promise<void>((resolve, reject) => {
    // Most of what it makes lives for a moment: with room for it, little is moved about before it is dropped.
    const child = fork(self, ['fill'], { execArgv: ['--max-semi-space-size=64'] })
    child.on('message', (message) => onProgress(message as Text))
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`filling the new database failed (${code})`)),
    )
    child.send({ owner, today: today.toISOString() } satisfies Order)
  })
}

async function isFilled(owner: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rowCount } = await client.query('select from platform.installation')
  await client.end()
  return rowCount === 1
}

if (process.argv[1] === self && process.argv[2] === 'fill') {
  process.once('message', (message) => {
    const { owner, today } = message as Order
    fillNewDatabase({
      config: readConfig(process.env),
      owner,
      modules,
      today: new Date(today),
      onProgress: (text) => process.send?.(text),
    }).then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        process.exit(1)
      },
    )
  })
}
