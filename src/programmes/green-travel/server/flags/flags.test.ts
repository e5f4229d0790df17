import { afterAll, beforeAll, expect, test } from 'vitest'
import { review } from '#kernel/review/contract.ts'
import { runJob } from '#platform/jobs.ts'
import { greenTravel } from '../../contract.ts'
import { settlementJobs } from '../settlement-jobs.ts'
import { grantedActor } from '../testing/actors.ts'
import { makeRideWorld, partner, plantRideVoucher, rideFile, sendAndRead } from '../testing/ride-files.ts'

let ground: Awaited<ReturnType<typeof makeRideWorld>>
beforeAll(async () => {
  ground = await makeRideWorld()
  const { pool } = ground.world.owner
  await pool.query(`insert into green_travel.route (id, company, code, name) values (2, 1, '102', '102路')`)
  // Ten kilometres apart.
  await pool.query(`insert into green_travel.route_stop (route, place, longitude, latitude)
    values (1, 1, 113.20, 33.70), (2, 1, 113.308, 33.70)`)
})
afterAll(() => ground.close())

test('two rides too far apart and one code at two readers are found once, and a person says what they are', async () => {
  const { world, programme } = ground
  const company = partner(programme)
  const fast = await plantRideVoucher(world, programme, { day: '2026-11-23' })
  const slow = await plantRideVoucher(world, programme, { day: '2026-11-23' })
  const ride = (voucher: number, counter: number, time: string, route: string) => ({
    voucher,
    counter,
    at: `2026-11-23T${time}+08:00`,
    route,
  })
  const first = [ride(fast.id, 1, '08:00:00', '101'), ride(slow.id, 1, '08:00:00', '101')]
  await sendAndRead(world, programme, company, rideFile(first, { number: 1 }))
  await sendAndRead(
    world,
    programme,
    company,
    rideFile(
      [
        ride(fast.id, 2, '08:05:00', '102'),
        ride(slow.id, 2, '08:15:00', '102'),
        ride(slow.id, 1, '08:00:00', '102'),
      ],
      { reader: 'R2', number: 1 },
    ),
  )
  const find = () =>
    runJob(
      world.app,
      settlementJobs.find(({ name }) => name === 'find-flags')!,
    )
  await find()
  await find()
  const officer = await grantedActor(ground, '核实人', 'finance-officer')
  const found = await world.as(officer).call(greenTravel.listFlags, {})
  const rows = found.rows.toSorted((a, b) => b.kind.localeCompare(a.kind))
  expect(rows.map(({ kind, evidence }) => [kind, evidence['speedKmh'] ?? evidence['toReader']])).toEqual([
    ['impossible-travel', 120],
    ['code-sharing', 'R2'],
  ])
  await world.as(officer).call(review.act, {
    id: rows[0]!.caseId,
    seq: 1,
    move: 'dismiss',
    reason: '两人共用一部手机，已说明',
  })
  expect((await world.as(officer).call(greenTravel.listFlags, {})).total).toBe(1)
  await expect(world.as(company).call(greenTravel.listFlags, {})).rejects.toMatchObject({ status: 403 })
})
