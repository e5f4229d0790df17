import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.ts'
import { withDatabase } from '../global-setup.ts'
import { launchChromium } from './chromium.ts'

/** Where the journeys happen: one platform with its demo city and one browser, for the whole run. */
export type Place = {
  readonly address: string
  readonly browser: string
  /** The owner's connection, for what stands in no answer, such as a plate's code. */
  readonly owner: pg.ClientConfig
  readonly keysFile: string
  /** Holds the text messages, which are only logged here. */
  readonly logFile: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Null where no Chromium starts: then the journeys are skipped, and the reason was printed. */
    place: Place | null
  }
}

const START = fileURLToPath(new URL('../../src/app/start.ts', import.meta.url))
const START_SECONDS_MAX = 180
const STOP_SECONDS_MAX = 20

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await launchChromium().catch((error: unknown) => {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    process.stderr.write(`没有可用的 Chromium，跳过浏览器测试  ·  No Chromium, no browser tests: ${why}\n`)
    return undefined
  })
  project.provide('place', null)
  if (browser === undefined) return async () => {}
  const folder = await mkdtemp(join(tmpdir(), 'zhenyi-journeys-'))
  const undo: (() => Promise<unknown>)[] = [
    () => rm(folder, { recursive: true, force: true }),
    () => browser.close(),
  ]
  const close = async () => {
    for (const one of undo.splice(0).reverse()) await one()
  }
  try {
    const database = await makeDatabase()
    if (database !== undefined) undo.push(database.drop)
    const { address, logFile, stop } = await startPlatform(folder, database?.url)
    undo.push(stop)
    const joined = database ?? (await joinEmbedded(folder))
    if (joined !== database) undo.push(joined.drop)
    const keysFile = join(folder, 'keys.json')
    project.provide('place', {
      address,
      browser: browser.wsEndpoint(),
      owner: joined.owner,
      keysFile,
      logFile,
    })
    return close
  } catch (error) {
    await close()
    throw error
  }
}

type Platform = { readonly address: string; readonly logFile: string; stop(): Promise<void> }

async function startPlatform(folder: string, databaseUrl: string | undefined): Promise<Platform> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const logFile = join(folder, 'platform.log')
  const child = spawn(process.execPath, [START], {
    // Not the repository's root, so that a developer's .env has no say here.
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      DATA_DIR: folder,
      CITY_DATA: 'demo',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = createWriteStream(logFile)
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  try {
    await untilHealthy(address, child)
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`${String(error)}\n${readFileSync(logFile, 'utf8').slice(-4000)}`, { cause: error })
  }
  return { address, logFile, stop: () => stop(child) }
}

async function untilHealthy(address: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_SECONDS_MAX * 1000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the platform ended with ${child.exitCode}`)
    const answer = await fetch(`${address}/api/health`).catch(() => undefined)
    if (answer?.status === 200) return
    await pause(250)
  }
  throw new Error(`the platform did not answer within ${START_SECONDS_MAX} s`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const isGone = await Promise.race([
    gone.then(() => true),
    pause(STOP_SECONDS_MAX * 1000, false, { ref: false }),
  ])
  if (!isGone) child.kill('SIGKILL')
}

/** Asked for and given back, so that the address is known before the start: QR codes bear it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A database of the run's own on the server that DATABASE_URL names. */
async function makeDatabase() {
  const server = process.env['DATABASE_URL']
  if (server === undefined) return undefined
  const name = `zhenyi_journeys_${process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const owner = withDatabase({ connectionString: server }, name)
  const drop = async () => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
  return { url: owner.connectionString!, owner, drop }
}

async function joinEmbedded(folder: string) {
  const { owner, stop: drop } = await startEmbeddedPostgres({ dataFolder: folder, mode: 'join-or-start' })
  return { owner: owner as pg.ClientConfig, drop }
}
