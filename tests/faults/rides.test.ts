// Longer than most: one dying city, set up once, for each moment at which it may die.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemCaller } from '#platform/application.ts'
import { readConfig } from '#platform/config.ts'
import { execute } from '#platform/execute.ts'
import { randomToken } from '#platform/ids.ts'
import { secretHash } from '#platform/keys.ts'
import { greenTravel } from '#programmes/green-travel/contract.ts'
import { phoneKey, readerKey } from '#programmes/green-travel/server/testing/ride-files.ts'
import { plantRides, RIDES_A_VOUCHER, TAKEN_AT } from '../../bench/harness/ride-city.ts'
import { makeDyingCity, type DyingCity } from './dying-city.ts'
import { makeFiles } from './dying-files.ts'

/**
 * Deaths by `kill -9`, of the server and by turns of PostgreSQL too, in the middle of authorisations and of files. `FAULT_ROUNDS`
 * says how often, `FAULT_LINES` how long a file is; a few in the suite, dozens by hand (bench/README.md).
 */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 2)
const LINES = Number(process.env['FAULT_LINES'] ?? 4_000)
const ASKERS = 16
const VOUCHERS = 2_000
const PORT = Number(process.env['FAULT_PORT'] ?? 4231)
const TIME_MS = 90_000 + ROUNDS * (30_000 + LINES / 2)

const key = `zyk_${randomToken()}`

type Ride = { voucher: number; counter: number }
let city: DyingCity
let companyUnit: string
let rides: Ride[] = []
let files: ReturnType<typeof makeFiles>

beforeAll(async () => {
  city = await makeDyingCity(PORT)
  const opened = await city.open()
  // Half of each file's lines came before.
  const ofFiles = Math.ceil((ROUNDS * LINES) / RIDES_A_VOUCHER)
  const planted = await plantRides(
    opened.access.owner,
    secretHash(readConfig(city.settings).keys, 'partner-key', key),
    VOUCHERS + ofFiles,
  )
  await opened.close()
  companyUnit = planted.companyUnit
  await city.ask(
    `update access.partner_key set operations = operations || '{files.start-upload,files.finish-upload,green-travel.send-scan-file}'`,
  )
  await city.ask(`update green_travel.reader set public_key = $1`, [readerKey.raw])
  await city.ask(`update green_travel.voucher set device_key = $1`, [phoneKey.raw])
  // The vouchers were planted beside the budget: it is told of them, so that the replay agrees.
  await city.ask(
    `select green_travel.appropriate(gen_random_uuid(), 1::smallint, $1, '试验', '试验拨款', 'test')`,
    [planted.vouchers.length * RIDES_A_VOUCHER * 99],
  )
  await city.ask(`update green_travel.budget_parent set free_fen = 0`)
  const ridesOf = (vouchers: readonly number[]) =>
    vouchers.flatMap((voucher) =>
      Array.from({ length: RIDES_A_VOUCHER }, (_, index) => ({ voucher, counter: index + 1 })),
    )
  rides = ridesOf(planted.vouchers.slice(0, VOUCHERS))
  files = makeFiles({ origin: city.origin, key, companyUnit }, ridesOf(planted.vouchers.slice(VOUCHERS)))
}, 180_000)

afterAll(() => city.close(), 60_000)

/** The result's name, or undefined where no answer came: nobody knows then whether the ride counts. */
async function handIn({ voucher, counter }: Ride): Promise<string | undefined> {
  const body = JSON.stringify({ voucher, counter, takenAt: TAKEN_AT, reader: 'R1', route: '101' })
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  try {
    const answer = await fetch(`${city.origin}/api/green-travel/authorise-ride`, {
      method: 'POST',
      headers,
      body,
    })
    return answer.ok ? ((await answer.json()) as { result: string }).result : undefined
  } catch {
    return undefined
  }
}

async function die(round: number): Promise<void> {
  if (round % 2 === 1) city.killDatabase()
  await city.killServer()
}

/** Here the day is over: what came through goes to the ledger, and everything is derived again. */
async function replay() {
  const opened = await city.open()
  try {
    await execute(opened.app, systemCaller('test'), greenTravel.closeDays, {})
    return await execute(opened.app, systemCaller('test'), greenTravel.verifyJournal, {})
  } finally {
    await opened.close()
  }
}

const tell = (text: string) => process.stdout.write(`faults: ${text}\n`)

test(
  `after ${ROUNDS} deaths among authorisations nothing acknowledged is lost, and nothing is counted twice`,
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
      await die(round)
      isOver = true
      await Promise.all(askers)
      await city.start()
    }
    expect(acknowledged.size).toBeGreaterThan(0)
    expect(new Set(acknowledged.values())).toEqual(new Set(['accepted']))
    // Whoever had no answer asks again, as a reader does: accepted now, or then.
    for (const ride of unanswered) expect(['accepted', 'duplicate']).toContain(await handIn(ride))
    for (const name of [...acknowledged.keys()].slice(0, 50)) {
      const [voucher, counter] = name.split('/').map(Number)
      expect(await handIn({ voucher: voucher!, counter: counter! })).toBe('duplicate')
    }
    const [books] = await city.ask(
      `select array_agg(voucher || '/' || counter) as rides, count(*)::int as count,
        count(distinct (voucher, counter))::int as distinct, bool_and(member_fen + union_fen = 100) as balanced,
        (select count(*)::int from audit.line where operation = 'green-travel.authorise-ride' and detail->>'result' = '0') as lines
      from green_travel.ride`,
    )
    const { rides: kept, count, distinct, balanced, lines } = books!
    const inBooks = new Set<string>(kept)
    expect([...acknowledged.keys()].filter((name) => !inBooks.has(name))).toEqual([])
    const asked = new Set([
      ...acknowledged.keys(),
      ...unanswered.map(({ voucher, counter }) => `${voucher}/${counter}`),
    ])
    expect(count).toBe(asked.size)
    expect({ distinct, balanced, lines }).toEqual({ distinct: count, balanced: true, lines: count })
    expect(await replay()).toMatchObject({ ok: true, rides: count })
    tell(
      `${ROUNDS} deaths, ${acknowledged.size} acknowledged, ${unanswered.length} asked again, ${count} rides`,
    )
  },
  TIME_MS,
)

test(
  `after ${ROUNDS} deaths in the middle of files each line that was handed in counts once`,
  async () => {
    const [before] = await city.ask(`select count(*)::int as rides from green_travel.ride`)
    const met: Record<string, number> = {}
    for (let round = 0; round < ROUNDS; round += 1) {
      await files.handIn(LINES)
      const seen = await untilTaken()
      // Anywhere in what a file of this length takes.
      await pause(((round * 37 + 11) % 100) * (LINES / 5_000))
      const [now] = await city.ask(`select state from green_travel.scan_file order by id desc limit 1`)
      await die(round)
      const name = `${now?.['state'] ?? seen}${round % 2 === 1 ? ' (database too)' : ''}`
      met[name] = (met[name] ?? 0) + 1
      await city.start()
    }
    const unread = `select count(*)::int as n from green_travel.scan_file where state <> 'done'`
    await expect
      .poll(async () => (await city.ask(unread))[0]!['n'], { timeout: 60_000, interval: 100 })
      .toBe(0)
    const [books] = await city.ask(`
      select count(*)::int as rides, count(distinct (voucher, counter))::int as "once", bool_and(member_fen + union_fen = 100) as balanced,
        (select sum(rides)::int from green_travel.ride_total where result = 0 and file is not null) as totals,
        (select sum(accepted)::int from green_travel.scan_half) as accepted,
        (select sum(duplicate)::int from green_travel.scan_half) as duplicate,
        (select count(*)::int from green_travel.scan_refusal) as refused
      from green_travel.ride where source = 2`)
    const { lines, distinct } = files.handedIn()
    expect(books).toEqual({
      rides: distinct,
      once: distinct,
      balanced: true,
      totals: distinct,
      accepted: distinct,
      duplicate: lines - distinct,
      refused: 0,
    })
    expect(await replay()).toMatchObject({ ok: true, rides: before!['rides'] + distinct })
    tell(
      `${ROUNDS} deaths in files (${JSON.stringify(met)}), ${lines} lines handed in, ${distinct} rides, each once`,
    )
  },
  TIME_MS,
)

/** The job has begun with the newest file. */
async function untilTaken(): Promise<string> {
  for (;;) {
    const [file] = await city.ask(`select state from green_travel.scan_file order by id desc limit 1`)
    if (file!['state'] !== 'waiting') return file!['state']
    await pause(5)
  }
}
