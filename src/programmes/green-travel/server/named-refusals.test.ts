// Longer than most: it is a record of every name, and each meets its case here.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/context.ts'
import type { InputOf } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { greenTravel } from '../contract.ts'
import type { FormRefusal } from '../rules/files/form-refusals.ts'
import type { FileRefusal } from '../rules/files/ride-file.ts'
import type { RideResult } from '../rules/results.ts'
import { companyMachine } from './testing/members.ts'
import {
  makeRideWorld,
  partner,
  plantRideVoucher,
  rideFile,
  scanLine,
  send,
  sendAndRead,
  strangersKey,
  type Scan,
} from './testing/ride-files.ts'

/**
 * Every name by which a file, a line or a connected reader's ride is answered, each met once: the records below are whole by
 * their types, so that a new name does not compile without its case.
 */
let ground: Awaited<ReturnType<typeof makeRideWorld>>
let company: Actor
beforeAll(async () => {
  ground = await makeRideWorld()
  company = partner(ground.programme)
  await ground.world.owner.pool.query(
    `insert into green_travel.reader (id, company, code, public_key, registered_on, retired_on)
     select 9, 1, 'R9', public_key, '2026-01-01', '2026-10-01' from green_travel.reader where id = 1`,
  )
})
afterAll(() => ground.close())

const DAY = '2026-11-23'
const at = `${DAY}T08:00:00+08:00`
const plant = () => plantRideVoucher(ground.world, ground.programme, { day: DAY })
const query = (text: string, values: unknown[] = []) => ground.world.owner.pool.query(text, values)
const read = (text: string | Buffer) => sendAndRead(ground.world, ground.programme, company, text)

async function revoked() {
  const voucher = await plant()
  await query(`select green_travel.revoke_voucher($1::smallint, $2, '2026-11-23T07:00:00+08:00', '试验')`, [
    voucher.bk,
    voucher.id,
  ])
  return voucher.id
}

/** Its rides were given back, and the budget has nothing left for them. */
async function withoutBudget() {
  const voucher = await plant()
  await query(`update green_travel.voucher set void_due_on = '2026-11-24' where id = $1`, [voucher.id])
  await query(`select green_travel.void_due($1::smallint, '2026-11-24', now(), 100)`, [voucher.bk])
  await query('update green_travel.budget_slice set free_fen = 0')
  await query('update green_travel.budget_parent set free_fen = 98')
  return voucher.id
}

test('a file that is not what it says is refused by each name, and nothing of it counts', async () => {
  const voucher = await plant()
  const scans: Scan[] = [{ voucher: voucher.id, counter: 1, at }]
  const good = rideFile(scans, { number: 900 })
  const cases: Record<FileRefusal, string | Buffer> = {
    'not-a-ride-file': '行号,凭证\n1,2\n',
    'utf-16': Buffer.from(`\ufeff${good}`, 'utf16le'),
    'unknown-version': good.replace('rides,1,', 'rides,2,'),
    'unknown-reader': rideFile(scans, { reader: 'R404' }),
    'wrong-reader': rideFile(scans, { reader: 'S1' }),
    'retired-reader': rideFile(scans, { reader: 'R9' }),
    truncated: good.slice(0, -40),
    'count-differs': good.replace('#end,1,', '#end,2,'),
    'after-end': `${good}x\n`,
    forged: rideFile(scans, { key: strangersKey }),
    'number-reused': rideFile(scans, { number: 1 }),
    repeated: rideFile([], { lines: ['x'], number: 1 }),
    'too-long': rideFile([], { lines: ['1'.repeat(5_000)], number: 901 }),
  }
  // What the last two meet: a file that came before.
  await read(rideFile([], { lines: ['x'], number: 1 }))
  const refusals: Record<string, string | undefined> = {}
  for (const [name, text] of Object.entries(cases)) refusals[name] = (await read(text)).file.refusal?.code
  expect(refusals).toEqual(Object.fromEntries(Object.keys(cases).map((name) => [name, name])))
  // Cut before its end line, and a line of it altered: the same two names.
  expect((await read(good.slice(0, good.indexOf('#end')))).file.refusal?.code).toBe('truncated')
  expect((await read(good.replace(',101,', ',102,'))).file.refusal?.code).toBe('forged')
  const { rows } = await query('select count(*)::int as rides from green_travel.ride')
  expect(rows[0].rides).toBe(0)
})

/** What only a connected reader can meet, and what stands against a whole file instead. */
type OnlineOnly = 'reader-unknown' | 'code-too-old' | 'code-in-the-future'
type LineName = Exclude<RideResult, OnlineOnly> | FormRefusal

test('every line of a file has its answer by name, and the answers can be taken home', async () => {
  const [own, other] = [await plant(), await plant()]
  await read(rideFile([{ voucher: other.id, counter: 1, at }], { reader: 'R2', number: 1 }))
  const scan = (more: Partial<Scan> = {}): Scan => ({ voucher: own.id, counter: 1, at, ...more })
  const cases: Record<LineName, (line: number) => string> = {
    accepted: (line) => scanLine(scan(), line),
    duplicate: (line) => scanLine(scan(), line),
    'second-use': (line) => scanLine(scan({ voucher: other.id }), line),
    'unknown-voucher': (line) => scanLine(scan({ voucher: own.id + 1_000 }), line),
    'counter-beyond': (line) => scanLine(scan({ counter: 5 }), line),
    'wrong-day': (line) => scanLine(scan({ counter: 2, at: '2026-11-24T00:00:00+08:00' }), line),
    revoked: (line) => scanLine(scan({ voucher: gone }), line),
    budget: (line) => scanLine(scan({ voucher: unpaid }), line),
    'route-unknown': (line) => scanLine(scan({ counter: 2, route: '999' }), line),
    'wrong-fare': (line) => scanLine(scan({ counter: 2, fare: '200' }), line),
    'decimal-fen': (line) => scanLine(scan({ counter: 2, fare: '1.00' }), line),
    malformed: (line) => `${line},1,1`,
    forged: (line) => scanLine(scan({ counter: 3, forged: true }), line),
    'line-number': () => scanLine(scan({ counter: 2 }), 400),
    // 行首 in GB18030, as an editor writes it.
    'not-ascii': (line) =>
      scanLine(scan({ counter: 2 }), line).replace(
        ',',
        `${Buffer.from('d0d0cad7', 'hex').toString('latin1')},`,
      ),
  }
  const gone = await revoked()
  const unpaid = await withoutBudget()
  const names = Object.keys(cases) as LineName[]
  const lines = names.map((name, index) => cases[name](index + 1))
  const { file, results } = await read(
    Buffer.from(rideFile([], { lines, number: 2, encoding: 'latin1' }), 'latin1'),
  )
  expect(file).toMatchObject({ state: 'done', accepted: 1, duplicate: 1, refused: names.length - 2 })
  expect(Object.fromEntries(results.map(({ code, lines: n }) => [code, n]))).toEqual(
    Object.fromEntries(names.map((name) => [name, 1])),
  )
  const answers = await ground.world.as(company).call(greenTravel.scanFileAnswers, { id: file.id })
  const told = Buffer.from(answers.content).toString().split('\r\n').slice(1, -1)
  expect(told.map((line) => line.split(',')[3])).toEqual(names)
})

type Asked = InputOf<typeof greenTravel.authoriseRide>

/** By clock and network: the reader asks at ten, as the world's clock says. */
async function online(): Promise<Record<RideResult, Asked>> {
  await query('update green_travel.budget_parent set free_fen = 1000000')
  const [own, other, third] = [await plant(), await plant(), await plant()]
  const ask = (more: Partial<Asked> = {}): Asked => ({
    voucher: own.id,
    counter: 1,
    takenAt: '2026-11-23T10:00:00+08:00',
    reader: 'R1',
    ...more,
  })
  await machine().call(greenTravel.authoriseRide, ask({ voucher: other.id, reader: 'R2' }))
  await machine().call(greenTravel.authoriseRide, ask({ voucher: third.id }))
  return {
    accepted: ask(),
    duplicate: ask({ voucher: third.id }),
    'second-use': ask({ voucher: other.id }),
    'unknown-voucher': ask({ voucher: own.id + 1_000 }),
    'counter-beyond': ask({ counter: 5 }),
    'wrong-day': ask({ counter: 2, takenAt: '2026-11-24T10:00:00+08:00' }),
    revoked: ask({ voucher: await revoked() }),
    'reader-unknown': ask({ counter: 2, reader: 'R9' }),
    'code-too-old': ask({ counter: 2, takenAt: '2026-11-23T09:57:59+08:00' }),
    'code-in-the-future': ask({ counter: 2, takenAt: '2026-11-23T10:01:01+08:00' }),
    'route-unknown': ask({ counter: 2, route: '999' }),
    budget: ask({ voucher: await withoutBudget() }),
  }
}

const machine = () =>
  companyMachine(ground.world, ground.programme.companyUnit, [
    'green-travel.authorise-ride',
    'green-travel.authorise-rides',
  ])

test('a connected reader has every answer by name, asked one by one and in a batch', async () => {
  const alone: Record<string, string> = {}
  for (const [name, ride] of Object.entries(await online()))
    alone[name] = (await machine().call(greenTravel.authoriseRide, ride)).result
  const cases = await online()
  const { answers } = await machine().call(greenTravel.authoriseRides, { rides: Object.values(cases) })
  const together = Object.fromEntries(Object.keys(cases).map((name, index) => [name, answers[index]!.result]))
  const expected = Object.fromEntries(Object.keys(cases).map((name) => [name, name]))
  expect({ alone, together }).toEqual({ alone: expected, together: expected })
})

test('what the form of a connected reader’s question refuses is named by its field', async () => {
  const { id: voucher } = await plant()
  const wrong: Record<string, object> = {
    voucher: { voucher: voucher + 0.5 },
    counter: { counter: 0 },
    takenAt: { takenAt: '2026-11-23 10:00' },
    reader: { reader: '' },
    signature: { signature: 'kurz' },
  }
  for (const [field, more] of Object.entries(wrong)) {
    const ride = { voucher, counter: 1, takenAt: '2026-11-23T10:00:00+08:00', reader: 'R1', ...more }
    await expect(machine().call(greenTravel.authoriseRide, ride as Asked)).rejects.toMatchObject({
      status: 422,
      problems: [{ field }],
    })
  }
})

test('nobody hands in another’s upload, and none that was never finished', async () => {
  await expect(send(ground.world, ground.programme, partner(ground.programme), '')).rejects.toMatchObject({
    status: 422,
  })
  await expect(
    ground.world
      .as(company)
      .call(greenTravel.sendScanFile, { companyUnit: ground.programme.companyUnit, fileId: newId() }),
  ).rejects.toMatchObject({ status: 404 })
})
