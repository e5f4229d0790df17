import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemCaller } from '#platform/application.ts'
import { readConfig } from '#platform/config.ts'
import { execute } from '#platform/execute.ts'
import { randomToken } from '#platform/ids.ts'
import { secretHash } from '#platform/keys.ts'
import { silentLog } from '#platform/log.ts'
import { openApplication } from '#app/open.ts'
import { greenTravel } from '#programmes/green-travel/contract.ts'
import { plantRides, RIDES_A_VOUCHER, TAKEN_AT } from '../../bench/harness/ride-city.ts'

/**
 * A server and an embedded PostgreSQL of this file's own, which die by `kill -9` in the middle of authorisations, by turns.
 * `FAULT_ROUNDS` says how often; a few in the suite, dozens by hand (bench/README.md).
 */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 2)
const ASKERS = 16
const VOUCHERS = 2_000
const STARTS_WITHIN_MS = 60_000
const PORT = Number(process.env['FAULT_PORT'] ?? 4231)

const program = fileURLToPath(new URL('../../bench/harness/city-server.ts', import.meta.url))
const dataFolder = mkdtempSync(join(tmpdir(), 'zhenyi-faults-'))
chmodSync(dataFolder, 0o755)
const settings = {
  DATA_DIR: dataFolder,
  CITY_DATA: 'empty',
  HOST: '127.0.0.1',
  PORT: String(PORT),
  LOG_LEVEL: 'silent',
}
const origin = `http://127.0.0.1:${PORT}`
const key = `zyk_${randomToken()}`

type Ride = { voucher: number; counter: number }
let server: ChildProcess
let rides: Ride[] = []

beforeAll(async () => {
  await startServer()
  const opened = await open()
  const { vouchers } = await plantRides(
    opened.access.owner,
    secretHash(readConfig(settings).keys, 'partner-key', key),
    VOUCHERS,
  )
  // The vouchers were planted beside the budget: it is told of them, so that the replay agrees.
  await ask(
    opened.access.owner,
    `select green_travel.appropriate(gen_random_uuid(), 1::smallint, ${VOUCHERS * 20 * 99}, '试验', '试验拨款', 'test')`,
  )
  await ask(opened.access.owner, `update green_travel.budget_parent set free_fen = 0`)
  await opened.close()
  rides = vouchers.flatMap((voucher) =>
    Array.from({ length: RIDES_A_VOUCHER }, (_, index) => ({ voucher, counter: index + 1 })),
  )
}, 120_000)

afterAll(async () => {
  server.kill('SIGTERM')
  await once(server, 'exit')
  rmSync(dataFolder, { recursive: true, force: true })
}, 60_000)

const open = () =>
  openApplication({
    config: readConfig(settings),
    log: silentLog,
    mode: 'join-or-start',
    onProgress: () => {},
  })

async function startServer(): Promise<void> {
  server = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: 'ignore',
  })
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

async function ask(owner: pg.ClientConfig, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

/** The result's name, or undefined where no answer came: nobody knows then whether the ride counts. */
async function handIn({ voucher, counter }: Ride): Promise<string | undefined> {
  const body = JSON.stringify({ voucher, counter, takenAt: TAKEN_AT, reader: 'R1', route: '101' })
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  try {
    const answer = await fetch(`${origin}/api/green-travel/authorise-ride`, { method: 'POST', headers, body })
    return answer.ok ? ((await answer.json()) as { result: string }).result : undefined
  } catch {
    return undefined
  }
}

/** `kill -9` of the postmaster, whose children end with it; the server is left with dead connections. */
async function killDatabase(): Promise<void> {
  const opened = await open()
  const { rows } = await ask(opened.access.owner, `select current_setting('data_directory') as folder`)
  const pid = Number(readFileSync(join(rows[0].folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await opened.close().catch(() => undefined)
}

async function killServer(): Promise<void> {
  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended
}

test(
  `after ${ROUNDS} deaths by kill -9 nothing acknowledged is lost, and nothing is counted twice`,
  async () => {
    const acknowledged = new Map<string, string>()
    const unanswered: Ride[] = []
    let next = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      let isOver = false
      const askers = Array.from({ length: ASKERS }, async () => {
        while (!isOver) {
          const ride = rides[next++ % rides.length]!
          const result = await handIn(ride)
          if (result === undefined) unanswered.push(ride)
          else acknowledged.set(`${ride.voucher}/${ride.counter}`, result)
          if (result === undefined) await pause(20)
        }
      })
      // Not always in the same place: early in a round, or deep in it.
      await pause(250 + (round % 5) * 120)
      if (round % 2 === 1) await killDatabase()
      await killServer()
      isOver = true
      await Promise.all(askers)
      await startServer()
    }
    expect(acknowledged.size).toBeGreaterThan(0)
    expect(new Set(acknowledged.values())).toEqual(new Set(['accepted']))
    // Whoever had no answer asks again, as a reader does: accepted now, or then.
    for (const ride of unanswered) expect(['accepted', 'duplicate']).toContain(await handIn(ride))
    for (const name of [...acknowledged.keys()].slice(0, 50)) {
      const [voucher, counter] = name.split('/').map(Number)
      expect(await handIn({ voucher: voucher!, counter: counter! })).toBe('duplicate')
    }
    const opened = await open()
    try {
      const { rows } = await ask(
        opened.access.owner,
        `select array_agg(voucher || '/' || counter) as rides, count(*)::int as count,
        count(distinct (voucher, counter))::int as distinct, bool_and(member_fen + union_fen = 100) as balanced,
        (select count(*)::int from audit.line where operation = 'green-travel.authorise-ride' and detail->>'result' = '0') as lines
      from green_travel.ride`,
      )
      const { rides: kept, count, distinct, balanced, lines } = rows[0]
      const inBooks = new Set<string>(kept)
      expect([...acknowledged.keys()].filter((name) => !inBooks.has(name))).toEqual([])
      const asked = new Set([
        ...acknowledged.keys(),
        ...unanswered.map(({ voucher, counter }) => `${voucher}/${counter}`),
      ])
      expect(count).toBe(asked.size)
      expect({ distinct, balanced, lines }).toEqual({ distinct: count, balanced: true, lines: count })
      // Here the day is over: what came through goes to the ledger, and everything is derived again.
      await execute(opened.app, systemCaller('test'), greenTravel.closeDays, {})
      const replay = await execute(opened.app, systemCaller('test'), greenTravel.verifyJournal, {})
      expect(replay).toMatchObject({ ok: true, rides: count })
      process.stdout.write(
        `faults: ${ROUNDS} deaths, ${acknowledged.size} acknowledged, ${unanswered.length} asked again, ${count} rides\n`,
      )
    } finally {
      await opened.close()
    }
  },
  60_000 + ROUNDS * 30_000,
)
