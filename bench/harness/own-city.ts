import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import type { Application } from '#platform/application.ts'
import { readConfig } from '#platform/config.ts'
import { SESSION_COOKIE } from '#platform/http/caller.ts'
import { silentLog } from '#platform/log.ts'
import { openApplication } from '#app/open.ts'
import { ASKED_AT } from './city-clock.ts'
import { makeOwnDatabase } from './own-database.ts'
import { plantOfficer } from './plant-city.ts'
import { freePort, start, untilAnswers } from './processes.ts'

/** A running server of an empty city, in a process of its own, on a database of its own. */
export type OwnCity = {
  readonly origin: string
  /** Of the server alone; the database has processes of its own. */
  readonly pid: number
  /** The database's own connection. */
  readonly owner: pg.ClientConfig
  readonly engine: string
  readonly app: Application
  /** Headers of a city officer who is signed in. */
  readonly officer: Readonly<Record<string, string>>
}

const program = fileURLToPath(new URL('./city-server.ts', import.meta.url))

/** Whatever comes up puts its end into `stops` at once, so that a start that breaks leaves nothing running. */
export async function startOwnCity(stops: (() => Promise<unknown>)[]): Promise<OwnCity> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhenyi-bench-'))
  // The embedded database runs under another user where we are root, and must be able to pass.
  chmodSync(dataFolder, 0o755)
  stops.push(async () => rmSync(dataFolder, { recursive: true, force: true }))
  const settings = await settingsFor(dataFolder, stops)
  const origin = `http://127.0.0.1:${settings.PORT}`
  const server = start(process.execPath, [program], { env: { PATH: process.env['PATH'], ...settings } })
  stops.push(server.stop)
  await untilAnswers(`${origin}/api/health`, 240, server.failed)
  const opened = await openApplication({
    config: readConfig(settings),
    log: silentLog,
    mode: 'join-or-start',
    onProgress: () => {},
    // The server's day, so that a role given here holds there.
    clock: () => ASKED_AT,
  })
  stops.push(opened.close)
  const { owner, engine, version } = opened.access
  const token = await plantOfficer(opened.app)
  return {
    origin,
    pid: server.pid,
    owner,
    engine: `PostgreSQL ${version} (${engine})`,
    app: opened.app,
    officer: { cookie: `${SESSION_COOKIE}=${token}` },
  }
}

/** Runs the stops of a start, the last first. */
export async function stopAll(stops: (() => Promise<unknown>)[]): Promise<void> {
  for (const one of stops.toReversed()) await one()
}

async function settingsFor(dataFolder: string, stops: (() => Promise<unknown>)[]) {
  const url = process.env['DATABASE_URL']
  const own = url ? await makeOwnDatabase(url) : undefined
  if (own !== undefined) stops.push(own.drop)
  return {
    DATA_DIR: dataFolder,
    CITY_DATA: 'empty',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
    ...(own === undefined ? {} : { DATABASE_URL: own.address }),
  }
}
