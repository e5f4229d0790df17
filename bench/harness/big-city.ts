import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { readConfig } from '#platform/config.ts'
import { SESSION_COOKIE } from '#platform/http/caller.ts'
import { silentLog } from '#platform/log.ts'
import { openApplication } from '#app/open.ts'
import { ASKED_AT } from './city-clock.ts'
import { generateStations, type GeneratedStation } from './generated-stations.ts'
import { makeOwnDatabase } from './own-database.ts'
import { plantCity, plantOfficer } from './plant-city.ts'
import { freePort, start, untilAnswers } from './processes.ts'

/** A running server with 180,000 stations, in a process of its own, on a database of its own. */
export type BigCity = {
  readonly origin: string
  readonly stations: readonly GeneratedStation[]
  /** The database's own connection, for the floor. */
  readonly owner: pg.ClientConfig
  readonly engine: string
  /** Headers of a city officer who is signed in. */
  readonly officer: Readonly<Record<string, string>>
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('./city-server.ts', import.meta.url))

export async function startBigCity(): Promise<BigCity> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const one of stops.toReversed()) await one()
  }
  try {
    return { ...(await startParts(stops)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Whatever comes up puts its end into `stops` at once, so that a start that breaks leaves nothing running. */
async function startParts(stops: (() => Promise<unknown>)[]): Promise<Omit<BigCity, 'stop'>> {
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
    // The server's day, so that what is planted has begun there.
    clock: () => ASKED_AT,
  })
  stops.push(opened.close)
  const stations = generateStations()
  const { owner, engine, version } = opened.access
  await plantCity(owner, stations)
  const token = await plantOfficer(opened.app)
  return {
    origin,
    stations,
    owner,
    engine: `PostgreSQL ${version} (${engine})`,
    officer: { cookie: `${SESSION_COOKIE}=${token}` },
  }
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
