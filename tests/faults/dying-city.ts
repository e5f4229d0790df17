import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readConfig } from '#platform/config.ts'
import { silentLog } from '#platform/log.ts'
import { openApplication, type Opened } from '#app/open.ts'

const STARTS_WITHIN_MS = 240_000

const program = fileURLToPath(new URL('../../bench/harness/city-server.ts', import.meta.url))

/** A server and an embedded PostgreSQL of a test's own, which die by `kill -9` and come up again on the same folder. */
export type DyingCity = {
  readonly origin: string
  readonly settings: Readonly<Record<string, string>>
  readonly start: () => Promise<void>
  readonly open: () => Promise<Opened>
  /** SQL of the owner, over a connection of its own. */
  readonly ask: (text: string, values?: readonly unknown[]) => Promise<Record<string, any>[]>
  readonly killServer: () => Promise<void>
  /** The postmaster, whose children end with it; the server is left with dead connections. */
  readonly killDatabase: () => void
  readonly close: () => Promise<void>
}

export async function makeDyingCity(port: number): Promise<DyingCity> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhenyi-faults-'))
  chmodSync(dataFolder, 0o755)
  const settings = {
    DATA_DIR: dataFolder,
    CITY_DATA: 'empty',
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'silent',
  }
  const origin = `http://127.0.0.1:${port}`
  let server: ChildProcess
  const start = async () => {
    server = spawn(process.execPath, [program], {
      env: { PATH: process.env['PATH'], ...settings },
      stdio: 'ignore',
    })
    await Promise.race([
      untilHealthy(origin),
      once(server, 'exit').then(([code]) => {
        throw new Error(`the server ended with ${code} before it was up`)
      }),
    ])
  }
  const open = () =>
    openApplication({
      config: readConfig(settings),
      log: silentLog,
      mode: 'join-or-start',
      onProgress: () => {},
    })
  await start()
  const opened = await open()
  const { owner } = opened.access
  const ask: DyingCity['ask'] = async (text, values = []) => {
    const client = new pg.Client(owner)
    await client.connect()
    try {
      return (await client.query(text, [...values])).rows
    } finally {
      await client.end()
    }
  }
  const [place] = await ask(`select current_setting('data_directory') as folder`)
  await opened.close()
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  return {
    origin,
    settings,
    start,
    open,
    ask,
    killServer: () => end('SIGKILL'),
    killDatabase() {
      const pid = readFileSync(join(place!['folder'], 'postmaster.pid'), 'utf8').split('\n')[0]
      process.kill(Number(pid), 'SIGKILL')
    },
    async close() {
      await end('SIGTERM')
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function untilHealthy(origin: string): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS
  while (Date.now() < until) {
    const isUp = await fetch(`${origin}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return
    await pause(50)
  }
  throw new Error('the server did not come up')
}
