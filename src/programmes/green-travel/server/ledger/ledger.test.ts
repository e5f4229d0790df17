import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { balanceOf } from '#kernel/ledger/index.ts'
import { ledger } from '#kernel/ledger/contract.ts'
import { systemContext } from '#kernel/people/server/testing/plant-person.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { greenTravel } from '../../contract.ts'
import { companyMachine } from '../testing/members.ts'
import { plantProgramme, plantVoucher, type TestProgramme } from '../testing/plant-programme.ts'
import { payableAccount, payerAccount } from './accounts.ts'
import { payCompany } from './pay-company.ts'

let world: World
let programme: TestProgramme
const noon = new Date('2026-11-23T04:00:00Z')
beforeAll(async () => {
  world = await makeWorld({ now: noon })
  programme = await plantProgramme(world)
})
afterAll(() => world.close())

const context = () => systemContext(world.app)
const owed = async () => {
  const account = await payableAccount(context(), programme.city.root, 1)
  return (await balanceOf(context(), account.id)).posted
}

async function ride(voucher: number, counters: readonly number[], at: Date) {
  world.setNow(at)
  const machine = companyMachine(world, programme.companyUnit, ['green-travel.authorise-rides'])
  const rides = counters.map((counter) => ({
    voucher,
    counter,
    takenAt: at.toISOString(),
    reader: 'R1',
    route: '101',
  }))
  const { answers } = await machine.call(greenTravel.authoriseRides, { rides })
  return answers.map(({ result }) => result)
}

test('a day that is over becomes one transfer; late rides and reversals become their own', async () => {
  const [first, second] = [
    await plantVoucher(world, programme, { day: '2026-11-23' }),
    await plantVoucher(world, programme, { day: '2026-11-23', bk: 9 }),
  ]
  await ride(first.id, [1, 2, 3], noon)
  expect(await world.system.call(greenTravel.closeDays, {})).toEqual({ posted: 0 })
  world.setNow(new Date('2026-11-24T01:00:00Z'))
  expect(await world.system.call(greenTravel.closeDays, {})).toEqual({ posted: 1 })
  expect(await world.system.call(greenTravel.closeDays, {})).toEqual({ posted: 0 })
  expect(await owed()).toBe(3 * 99)
  // A late one, as a file of yesterday's brings it.
  await ride(second.id, [1], noon)
  world.setNow(new Date('2026-11-24T02:00:00Z'))
  expect(await world.system.call(greenTravel.closeDays, {})).toEqual({ posted: 1 })
  expect(await owed()).toBe(4 * 99)
  await sql`insert into green_travel.ride_reversal (bk, voucher, counter, day, company, route, budget, member_fen, union_fen,
      company_fen, reason, made_by)
    select bk, voucher, counter, '2026-11-24', company, route, budget, member_fen, union_fen, company_fen, '核对后退回', 'test'
    from green_travel.ride where voucher = ${second.id}`.execute(world.owner.db)
  await sql`select green_travel.give_back(1::smallint, 99)`.execute(world.owner.db)
  world.setNow(new Date('2026-11-25T02:00:00Z'))
  expect(await world.system.call(greenTravel.closeDays, {})).toEqual({ posted: 1 })
  expect(await owed()).toBe(3 * 99)
  expect(await world.system.call(ledger.verify, {})).toMatchObject({ findings: [] })
  expect(await world.system.call(greenTravel.verifyJournal, {})).toEqual({
    ok: true,
    rides: 3,
    unionFen: 297,
    differences: [],
  })
})

test('a payment is made once by its key, and more than is owed stands as an advance', async () => {
  const payment = {
    key: 'test:payment:1',
    organisationId: programme.city.root,
    company: 1,
    fen: 400,
    subject: 'ride-statement:1',
  }
  await payCompany(context(), payment)
  await payCompany(context(), payment)
  expect(await owed()).toBe(3 * 99 - 400)
  await expect(payCompany(context(), { ...payment, fen: 500 })).rejects.toMatchObject({ code: 'key-reused' })
  const fund = await payerAccount(context(), programme.city.root, 'fund')
  expect((await balanceOf(context(), fund.id)).posted).toBe(-400)
})

test('somebody’s hand in the journal is found', async () => {
  await sql`update green_travel.ride set union_fen = 98, company_fen = 99 where counter = 2`.execute(
    world.owner.db,
  )
  await sql`update green_travel.budget_parent set free_fen = free_fen + 1`.execute(world.owner.db)
  const { ok, differences } = await world.system.call(greenTravel.verifyJournal, {})
  expect(ok).toBe(false)
  expect(differences.map(({ what }) => what).sort()).toEqual(['budget', 'day-not-posted'])
  await sql`update green_travel.ride set union_fen = 99, company_fen = 100 where counter = 2`.execute(
    world.owner.db,
  )
  await sql`update green_travel.budget_parent set free_fen = free_fen - 1`.execute(world.owner.db)
})

test('when retention is over the rides go, and ledger, totals and digests stay right', async () => {
  await expect(world.system.call(greenTravel.purgeMonth, { month: '2026-11' })).rejects.toMatchObject({
    code: 'month-still-kept',
  })
  world.setNow(new Date('2028-01-02T02:00:00Z'))
  await expect(world.system.call(greenTravel.purgeMonth, { month: '2026-11' })).rejects.toMatchObject({
    code: 'month-still-reserved',
  })
  await sql`select green_travel.void_due(bk::smallint, '2028-01-01', now(), 100) from generate_series(0, 63) b (bk)`.execute(
    world.owner.db,
  )
  const before = await world.system.call(greenTravel.verifyJournal, {})
  expect(await world.system.call(greenTravel.purgeMonth, { month: '2026-11' })).toEqual({ daysKept: 1 })
  expect(await world.system.call(greenTravel.verifyJournal, {})).toEqual(before)
  const { rows } = await sql<{ left: number; digest: string }>`select
    (select count(*) from green_travel.voucher) + (select count(*) from green_travel.ride) as left,
    (select digest from green_travel.purged_day) as digest`.execute(world.owner.db)
  expect(rows[0]).toMatchObject({ left: 0, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await world.system.call(greenTravel.purgeMonth, { month: '2026-11' })).toEqual({ daysKept: 0 })
})
