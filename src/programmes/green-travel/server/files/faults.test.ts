import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { greenTravel } from '../../contract.ts'
import {
  makeRideWorld,
  partner,
  plantRideVoucher,
  readWaiting,
  rideFile,
  send,
  type Scan,
} from '../testing/ride-files.ts'

let ground: Awaited<ReturnType<typeof makeRideWorld>>
let company: Actor
beforeAll(async () => {
  ground = await makeRideWorld()
  company = partner(ground.programme)
  await ground.world.owner.pool.query(`update green_travel.budget_parent set free_fen = 100000000`)
})
afterAll(() => ground.close())

const DAYS = ['2026-11-23', '2026-11-24', '2026-11-30']
let files = 0

const plantMany = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, at) =>
      plantRideVoucher(ground.world, ground.programme, { day: DAYS[at % 3]!, bk: (at * 23) % 64 }),
    ),
  )

const scansOf = (vouchers: readonly { id: number }[]): Scan[] =>
  vouchers.flatMap(({ id }, at) =>
    [1, 2, 3].map((counter) => ({
      voucher: id,
      counter,
      // The last minute of a day, and of the month.
      at: `${DAYS[at % 3]}T23:5${counter}:00+08:00`,
      readAfter: at % 5 === 0 ? 5 * 3_600 : 2,
    })),
  )

/** What the journal holds of these vouchers: rides and fen a voucher and day, whatever way they came. */
async function journalOf(vouchers: readonly { id: number }[]) {
  const { rows } = await ground.world.owner.pool.query(
    `select array_position($1::bigint[], voucher) as place, day::text, count(*)::int as rides, sum(union_fen)::int as fen,
       bool_and(member_fen + union_fen = 100) as balances
     from green_travel.ride where voucher = any($1) group by 1, 2 order by 1, 2`,
    [vouchers.map(({ id }) => id)],
  )
  return rows
}

async function totalOf(ids: readonly number[]) {
  const { rows } = await ground.world.owner.pool.query(
    `select coalesce(sum(rides), 0)::int as rides, coalesce(sum(union_fen), 0)::int as fen from green_travel.ride_total
     where result = 0 and file = any($1)`,
    [ids],
  )
  return rows[0]
}

test('killed again and again while it is posted, a file counts every line once', async () => {
  const vouchers = await plantMany(120)
  const scans = scansOf(vouchers)
  const id = await send(ground.world, ground.programme, company, rideFile(scans, { number: ++files }))
  const stateOf = async () => (await ground.world.as(company).call(greenTravel.getScanFile, { id })).file
  for (let kill = 0; kill < 6 && (await stateOf()).state !== 'done'; kill++) {
    const run = readWaiting(ground.world)
    await pause(15 + kill * 12)
    // As a server or database that dies: the connections that post are gone, whatever they were at.
    await ground.world.owner.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query ~ 'post_half|stage_' and pid <> pg_backend_pid()`,
    )
    await run.catch(() => undefined)
  }
  // A turn may be handed a connection that died a moment ago, or find its lock with one: the next turn goes on.
  await expect
    .poll(async () => {
      await readWaiting(ground.world)
      return (await stateOf()).state
    })
    .toBe('done')
  expect(await stateOf()).toMatchObject({ accepted: scans.length, duplicate: 0, refused: 0 })
  expect(await totalOf([id])).toEqual({ rides: scans.length, fen: scans.length * 99 })
  expect((await journalOf(vouchers)).every(({ rides, balances }) => rides === 3 && balances)).toBe(true)
})

test('a half that was posted before the server died is not posted again', async () => {
  const vouchers = await plantMany(10)
  const scans = scansOf(vouchers)
  const id = await send(ground.world, ground.programme, company, rideFile(scans, { number: ++files }))
  await readWaiting(ground.world)
  await ground.world.owner.pool.query(`update green_travel.scan_file set state = 'posting' where id = $1`, [
    id,
  ])
  await readWaiting(ground.world)
  expect((await ground.world.as(company).call(greenTravel.getScanFile, { id })).file).toMatchObject({
    state: 'done',
    accepted: scans.length,
  })
  expect(await totalOf([id])).toEqual({ rides: scans.length, fen: scans.length * 99 })
})

test('however late, cut up, repeated and out of order files come, each voucher and day has the same rides', async () => {
  const arrange = (seed: number, scans: readonly Scan[]): Scan[][] => {
    const [order, cuts] = fc.sample(
      fc.tuple(
        fc.shuffledSubarray([...scans], { minLength: scans.length }),
        fc.array(fc.nat(scans.length), { minLength: 1, maxLength: 3 }),
      ),
      { seed, numRuns: 1 },
    )[0]!
    const edges = [0, ...cuts.toSorted((a, b) => a - b), scans.length]
    const parts = edges.slice(1).map((end, at) => order.slice(edges[at], end))
    // Some of what came comes again in another file.
    return [...parts, order.slice(0, seed % scans.length)].filter((part) => part.length > 0)
  }
  const outcomes = []
  for (const seed of [3, 8, 21]) {
    const vouchers = await plantMany(9)
    const ids = []
    for (const part of arrange(seed, scansOf(vouchers)))
      ids.push(await send(ground.world, ground.programme, company, rideFile(part, { number: ++files })))
    await readWaiting(ground.world)
    outcomes.push({ journal: await journalOf(vouchers), total: await totalOf(ids) })
  }
  expect(outcomes[0]!.total).toEqual({ rides: 27, fen: 27 * 99 })
  expect(outcomes[1]).toEqual(outcomes[0])
  expect(outcomes[2]).toEqual(outcomes[0])
})
