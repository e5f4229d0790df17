// Longer than most: one city with its readers, set up once, for all that a file of scans may hold.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { greenTravel } from '../../contract.ts'
import {
  makeRideWorld,
  partner,
  plantRideVoucher,
  readWaiting,
  rideFile,
  scanLine,
  send,
  sendAndRead,
  type Scan,
} from '../testing/ride-files.ts'

let ground: Awaited<ReturnType<typeof makeRideWorld>>
let company: Actor
beforeAll(async () => {
  ground = await makeRideWorld()
  company = partner(ground.programme)
})
afterAll(() => ground.close())

const at = '2026-11-23T08:00:00+08:00'
const plant = (bk?: number, rides?: readonly [number, number, number]) =>
  plantRideVoucher(ground.world, ground.programme, {
    day: '2026-11-23',
    ...(bk === undefined ? {} : { bk }),
    ...(rides === undefined ? {} : { rides }),
  })
const read = (text: string | Buffer) => sendAndRead(ground.world, ground.programme, company, text)
const ridesOf = async (voucher: number) => {
  const { rows } = await ground.world.owner.pool.query(
    'select count(*)::int as n, coalesce(sum(union_fen), 0)::int as fen from green_travel.ride where voucher = $1',
    [voucher],
  )
  return rows[0] as { n: number; fen: number }
}
let number = 0
const nextNumber = () => ++number

test('every line of a file is answered, and the same rides in another file count once', async () => {
  const [low, high] = [await plant(3), await plant(60)]
  const scan = (voucher: number, counter: number, more: Partial<Scan> = {}): Scan => ({
    voucher,
    counter,
    at,
    ...more,
  })
  const lines = [
    scanLine(scan(low.id, 1), 1),
    scanLine(scan(high.id, 1), 2),
    scanLine(scan(low.id, 1), 3),
    scanLine(scan(low.id, 5), 4),
    scanLine(scan(low.id + 1, 1), 5),
    scanLine(scan(high.id, 2, { fare: '200' }), 6),
    scanLine(scan(high.id, 2, { fare: '1.00' }), 7),
    scanLine(scan(high.id, 2, { route: '999' }), 8),
    scanLine(scan(high.id, 2, { at: '2026-11-24T08:00:00+08:00' }), 9),
    '10,这一行,被人改过',
    scanLine(scan(high.id, 2), 12),
    '12,1,1',
  ]
  const { file, results } = await read(rideFile([], { lines, number: nextNumber() }))
  expect(file).toMatchObject({ state: 'done', lines: 12, accepted: 2, duplicate: 1, refused: 9 })
  const counts = Object.fromEntries(results.map(({ code, lines: n }) => [code, n]))
  expect(counts).toEqual({
    accepted: 2,
    duplicate: 1,
    'counter-beyond': 1,
    'unknown-voucher': 1,
    'wrong-fare': 1,
    'decimal-fen': 1,
    'route-unknown': 1,
    'wrong-day': 1,
    'not-ascii': 1,
    'line-number': 1,
    malformed: 1,
  })
  const again = await read(rideFile([scan(low.id, 1), scan(low.id, 2)], { number: nextNumber() }))
  expect(again.file).toMatchObject({ accepted: 1, duplicate: 1, refused: 0 })
  expect(await ridesOf(low.id)).toEqual({ n: 2, fen: 198 })
  const answers = await ground.world.as(company).call(greenTravel.scanFileAnswers, { id: file.id })
  const answered = Buffer.from(answers.content).toString().split('\r\n').slice(1, 13)
  expect(answered.map((line) => line.split(',')[3])).toEqual([
    'accepted',
    'accepted',
    'duplicate',
    'counter-beyond',
    'unknown-voucher',
    'wrong-fare',
    'decimal-fen',
    'route-unknown',
    'wrong-day',
    'not-ascii',
    'line-number',
    'malformed',
  ])
})

test('what an editor leaves in a file does not break its signature', async () => {
  const voucher = await plant()
  const text = rideFile([{ voucher: voucher.id, counter: 1, at }], { number: nextNumber() })
  const touched = Buffer.concat([
    Buffer.from('\ufeff'),
    Buffer.from(
      text.replace('\n', '\n#~ ').replace('#~ ', `#~ ${Buffer.from('d3c9cdf5', 'hex').toString('latin1')}\n`),
      'latin1',
    ),
  ])
  const { file } = await read(Buffer.from(touched.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'))
  expect(file).toMatchObject({ state: 'done', accepted: 1 })
})

test('the same file twice at once counts once; its number takes no other content', async () => {
  const voucher = await plant()
  const scans: Scan[] = [{ voucher: voucher.id, counter: 1, at }]
  const [n, text] = [nextNumber(), rideFile(scans, { number })]
  const ids = [
    await send(ground.world, ground.programme, company, text),
    await send(ground.world, ground.programme, company, text),
  ]
  await Promise.all([readWaiting(ground.world), readWaiting(ground.world)])
  const states = await Promise.all(
    ids.map((id) => ground.world.as(company).call(greenTravel.getScanFile, { id })),
  )
  expect(states.map(({ file }) => file.refusal?.code ?? file.state)).toEqual(['done', 'repeated'])
  expect((await ridesOf(voucher.id)).n).toBe(1)
  const other = await read(rideFile([{ voucher: voucher.id, counter: 2, at }], { number: n }))
  expect(other.file.refusal?.code).toBe('number-reused')
})

test('one forged line has every line checked; the code at a second reader is the company’s risk', async () => {
  const voucher = await plant()
  const scan = (counter: number, more: Partial<Scan> = {}): Scan => ({
    voucher: voucher.id,
    counter,
    at,
    ...more,
  })
  const first = await read(rideFile([scan(1), scan(2, { forged: true })], { number: nextNumber() }))
  expect(first.file).toMatchObject({ accepted: 1, refused: 1, signaturesFailed: 1 })
  expect(first.results.find(({ code }) => code === 'forged')?.lines).toBe(1)
  const second = await read(rideFile([scan(1), scan(3)], { reader: 'R2', number: 1 }))
  expect(second.file).toMatchObject({ accepted: 1, refused: 1, secondUse: 1 })
})

test('a reader hours wrong is seen, and moves no ride; around midnight the day is the voucher’s', async () => {
  const { id } = await plant(9, [1, 1, 0])
  const { file } = await read(
    rideFile(
      [
        { voucher: id, counter: 1, at: '2026-11-23T23:59:59+08:00', readAfter: 4 * 3600 },
        { voucher: id, counter: 2, at: '2026-11-24T00:00:00+08:00', readAfter: 4 * 3600 },
      ],
      { number: nextNumber() },
    ),
  )
  expect(file).toMatchObject({ accepted: 2, clockOffsetSeconds: 14_400 })
  const { rows } = await ground.world.owner.pool.query(
    'select day::text from green_travel.ride where voucher = $1 order by counter',
    [id],
  )
  expect(rows.map((row) => row.day)).toEqual(['2026-11-23', '2026-11-24'])
})

test('after reserved rides were given back a late file takes budget anew, to the last fen and no further', async () => {
  const voucher = await plant(12)
  const pool = ground.world.owner.pool
  await pool.query(`update green_travel.voucher set void_due_on = '2026-11-24' where id = $1`, [voucher.id])
  await pool.query(`select green_travel.void_due(12::smallint, '2026-12-30', now(), 10)`)
  await pool.query('update green_travel.budget_slice set free_fen = 0')
  await pool.query('update green_travel.budget_parent set free_fen = 2 * 99 + 98')
  const scans = [3, 1, 2, 4].map((counter): Scan => ({
    voucher: voucher.id,
    counter,
    at: `2026-11-23T0${counter}:00:00+08:00`,
  }))
  const { file, results } = await read(rideFile(scans, { number: nextNumber() }))
  expect(file).toMatchObject({ accepted: 2, refused: 2 })
  expect(results.find(({ code }) => code === 'budget')?.lines).toBe(2)
  const { rows } = await pool.query('select free_fen::int as left from green_travel.budget_parent')
  expect(rows[0].left).toBe(98)
})

test('late rides of one budget under two terms each take what they cost', async () => {
  const [older, newer] = [await plant(14), await plant(15)]
  const pool = ground.world.owner.pool
  await pool.query(`insert into green_travel.terms (id, from_day, member_fen, union_fen, rides_per_day, rides_per_month, voucher_days,
      code_seconds, clock_tolerance_seconds, late_days, retention_months, made_by)
    select 2, '2020-01-02', 2, 98, rides_per_day, rides_per_month, voucher_days, code_seconds, clock_tolerance_seconds, late_days,
      retention_months, made_by from green_travel.terms where id = 1`)
  await pool.query('update green_travel.voucher set terms = 2 where id = $1', [newer.id])
  await pool.query(`update green_travel.voucher set void_due_on = '2026-11-24' where id = any($1)`, [
    [older.id, newer.id],
  ])
  for (const bk of [14, 15])
    await pool.query(`select green_travel.void_due($1::smallint, '2026-12-30', now(), 10)`, [bk])
  await pool.query('update green_travel.budget_slice set free_fen = 0')
  await pool.query('update green_travel.budget_parent set free_fen = 2 * 99 + 98 + 97')
  const scans = [older, newer].flatMap(({ id }) =>
    [1, 2].map((counter): Scan => ({ voucher: id, counter, at: `2026-11-23T0${counter}:00:00+08:00` })),
  )
  const { file } = await read(rideFile(scans, { number: nextNumber() }))
  expect(file).toMatchObject({ accepted: 3, refused: 1 })
  const { rows } = await pool.query('select free_fen::int as left from green_travel.budget_parent')
  expect(rows[0].left).toBeLessThan(99)
})

test('files that never came are named; only the company and those above it see any of this', async () => {
  const voucher = await plant()
  await read(rideFile([{ voucher: voucher.id, counter: 1, at }], { reader: 'R2', number: 4 }))
  const { rows } = await ground.world.as(company).call(greenTravel.listReaders, {})
  expect(rows.find(({ code }) => code === 'R2')).toMatchObject({
    lastNumber: 4,
    missing: [2, 3],
    missingTotal: 2,
  })
  const neighbour = partner(ground.programme, ground.programme.otherCompanyUnit)
  expect((await ground.world.as(neighbour).call(greenTravel.listScanFiles, {})).total).toBe(0)
  await expect(send(ground.world, ground.programme, neighbour, 'x')).rejects.toMatchObject({ status: 403 })
  const member: Actor = { ...(company as Extract<Actor, { kind: 'account' }>), grants: [] }
  await expect(ground.world.as(member).call(greenTravel.listScanFiles, {})).rejects.toMatchObject({
    status: 403,
  })
  await expect(ground.world.nobody.call(greenTravel.listScanFiles, {})).rejects.toMatchObject({ status: 401 })
})
