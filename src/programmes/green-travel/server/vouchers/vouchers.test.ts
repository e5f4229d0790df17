// Longer than most: one city with its keys and budgets, set up once, for a voucher’s whole life.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { leave } from '#kernel/memberships/index.ts'
import { people } from '#kernel/people/contract.ts'
import { plantPerson, systemContext } from '#kernel/people/server/testing/plant-person.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { greenTravel } from '../../contract.ts'
import { readVoucher, ridesOf } from '../../verifier/bytes.ts'
import { readRevokedList, verifyCode, type ReaderMemory } from '../../verifier/verify-code.ts'
import { accountOf, companyMachine, plantMember, type TestMember } from '../testing/members.ts'
import { bytesOf, makePhone } from '../testing/phone.ts'
import { plantProgramme, type TestProgramme } from '../testing/plant-programme.ts'
import { forget } from './holdings.ts'
import { personBehind, pseudonymOf } from './pseudonym.ts'
import { revokeAfterChange, voidDue } from './sweep.ts'

let world: World
let programme: TestProgramme
let serial = 0
const morning = new Date('2026-11-23T00:30:00Z')
beforeAll(async () => {
  world = await makeWorld({ now: morning })
  programme = await plantProgramme(world)
  await sql`delete from green_travel.signing_key`.execute(world.owner.db)
})
afterAll(() => world.close())
beforeEach(() => world.setNow(morning))

const member = (agrees?: boolean) => plantMember(world, programme, (serial += 1), agrees)
const moment = (text: string) => new Date(text)

async function fetchVoucher({ client }: TestMember, period: 'now' | 'next-month' = 'now') {
  const phone = await makePhone()
  const { voucher } = await client.call(greenTravel.issueVoucher, { deviceKey: phone.deviceKey, period })
  return { phone, text: voucher, voucher: readVoucher(bytesOf(voucher)) }
}

async function readerMemory(): Promise<ReaderMemory> {
  const { keys } = await world.nobody.call(greenTravel.verificationKeys, {})
  const known = new Map(keys.map(({ no, publicKey }) => [no, bytesOf(publicKey)]))
  const file = await world.nobody.call(greenTravel.revokedVouchers, {})
  const list = await readRevokedList(new Uint8Array(file.content), known)
  return {
    keys: known,
    revoked: new Set(list!.numbers),
    seen: new Set(),
    codeSeconds: 60,
    clockToleranceSeconds: 60,
  }
}

async function freeFen(): Promise<number> {
  const { rows } = await sql<{
    fen: number
  }>`select p.free_fen + coalesce((select sum(free_fen) from green_travel.budget_slice), 0)
    as fen from green_travel.budget_parent p`.execute(world.owner.db)
  return Number(rows[0]!.fen)
}

test('a member’s code is taken by a reader without a line, and posted by one with a line', async () => {
  const { phone, text, voucher } = await fetchVoucher(await member())
  expect(voucher.rides).toEqual([4, 4, 4])
  const at = morning.getTime() / 1000
  const code = await phone.code(text, 1, morning)
  const memory = await readerMemory()
  expect(await verifyCode(code, memory, at + 20)).toMatchObject({ good: true, counter: 1 })
  expect(await verifyCode(code, memory, at + 21)).toEqual({ good: false, refusal: 'seen-before' })
  expect(await verifyCode(await phone.code(text, 2, morning), memory, at + 121)).toEqual({
    good: false,
    refusal: 'code-too-old',
  })
  const machine = companyMachine(world, programme.companyUnit, ['green-travel.authorise-ride'])
  const ride = {
    voucher: voucher.number,
    counter: 1,
    takenAt: morning.toISOString(),
    reader: 'R1',
    route: '101',
  }
  expect(await machine.call(greenTravel.authoriseRide, ride)).toMatchObject({
    result: 'accepted',
    good: true,
  })
  expect(await machine.call(greenTravel.authoriseRide, ride)).toMatchObject({
    result: 'duplicate',
    good: true,
  })
  expect(await machine.call(greenTravel.authoriseRide, { ...ride, counter: 13 })).toMatchObject({
    result: 'counter-beyond',
    good: false,
    reason: { zh: '超出凭证的乘车次数' },
  })
})

test('limits hold over phones: the second phone gets no ride of a covered day, and 32 at once get four a day', async () => {
  const rider = await member()
  await fetchVoucher(rider)
  await expect(fetchVoucher(rider)).rejects.toMatchObject({ status: 409, code: 'day-limit' })
  const other = await member()
  const tries = await Promise.allSettled(Array.from({ length: 32 }, () => fetchVoucher(other)))
  const won = tries.filter((one) => one.status === 'fulfilled').map((one) => one.value.voucher.rides)
  expect(won).toEqual([[4, 4, 4]])
})

test('the next day a voucher covers the one day that came into reach', async () => {
  const rider = await member()
  await fetchVoucher(rider)
  world.setNow(moment('2026-11-24T01:00:00Z'))
  const { voucher } = await fetchVoucher(rider)
  expect(voucher.rides).toEqual([4, 0, 0])
  expect(new Date(voucher.startsAt * 1000).toISOString()).toBe('2026-11-25T16:00:00.000Z')
})

test('no voucher crosses a month; the next month’s comes beside it in the last days', async () => {
  const rider = await member()
  await expect(fetchVoucher(rider, 'next-month')).rejects.toMatchObject({ code: 'next-month-too-early' })
  world.setNow(moment('2026-11-29T15:59:00Z'))
  expect((await fetchVoucher(rider)).voucher.rides).toEqual([4, 4, 0])
  const next = await fetchVoucher(rider, 'next-month')
  expect(next.voucher.rides).toEqual([4, 0, 0])
  expect(new Date(next.voucher.startsAt * 1000).toISOString()).toBe('2026-11-30T16:00:00.000Z')
})

test('a month’s limit cuts the last voucher short, then refuses', async () => {
  const rider = await member()
  let rides = 0
  for (let day = 1; day <= 13; day += 3) {
    world.setNow(new Date(Date.UTC(2026, 10, day, 2)))
    rides += ridesOf((await fetchVoucher(rider)).voucher)
  }
  expect(rides).toBe(60)
  world.setNow(moment('2026-11-20T02:00:00Z'))
  await expect(fetchVoucher(rider)).rejects.toMatchObject({ code: 'month-limit' })
})

test('why somebody may not ride is said, with what leads on', async () => {
  const stranger = world.as(accountOf(await plantPerson(world.app, (serial += 1), null)))
  expect((await stranger.call(greenTravel.myRiding, {})).refusal).toMatchObject({ code: 'not-on-roll' })
  const silent = await member(false)
  expect(await silent.client.call(greenTravel.myRiding, {})).toMatchObject({
    refusal: { code: 'no-consent' },
    consents: [{ given: false }, { given: false }],
  })
  await expect(fetchVoucher(silent)).rejects.toMatchObject({ status: 409, code: 'no-consent' })
  expect((await (await member()).client.call(greenTravel.myRiding, {})).refusal).toBeNull()
})

test('who leaves, or withdraws a consent, has no live voucher a turn later; readers learn it from the signed list', async () => {
  const [leaving, withdrawing, staying] = [await member(), await member(), await member()]
  const vouchers = [await fetchVoucher(leaving), await fetchVoucher(withdrawing), await fetchVoucher(staying)]
  await leave(systemContext(world.app), { person: leaving.person, lastDay: '2026-11-22', how: 'left' })
  await withdrawing.client.call(people.withdrawConsent, { purpose: 'ride-traces' })
  await revokeAfterChange(systemContext(world.app))
  const memory = await readerMemory()
  expect(vouchers.map(({ voucher }) => memory.revoked.has(voucher.number))).toEqual([true, true, false])
  const first = vouchers[0]!
  const code = await first.phone.code(first.text, 1, morning)
  expect(await verifyCode(code, memory, morning.getTime() / 1000)).toEqual({
    good: false,
    refusal: 'revoked',
  })
})

test('a lost phone: tomorrow’s rides are free for another one at once, today’s are not', async () => {
  const rider = await member()
  await fetchVoucher(rider)
  const before = await freeFen()
  expect(await rider.client.call(greenTravel.revokeMyVouchers, {})).toEqual({ revoked: 1 })
  expect((await freeFen()) - before).toBe(8 * 99)
  const { voucher } = await fetchVoucher(rider)
  expect(voucher.rides).toEqual([4, 4, 0])
  expect(new Date(voucher.startsAt * 1000).toISOString()).toBe('2026-11-23T16:00:00.000Z')
})

test('what stays unused goes back when late files are over; a later ride takes budget anew', async () => {
  const rider = await member()
  const { voucher } = await fetchVoucher(rider)
  const machine = companyMachine(world, programme.companyUnit, ['green-travel.authorise-ride'])
  const ride = (counter: number, takenAt: Date) =>
    machine.call(greenTravel.authoriseRide, {
      voucher: voucher.number,
      counter,
      takenAt: takenAt.toISOString(),
      reader: 'R2',
    })
  await ride(1, morning)
  const before = await freeFen()
  world.setNow(moment('2026-12-03T02:00:00Z'))
  await voidDue(systemContext(world.app))
  const given = (await freeFen()) - before
  expect(given).toBeGreaterThanOrEqual(11 * 99)
  expect(given % 99).toBe(0)
  // A reader that asks on line for an old code is told that it is too old; the budget is asked where time stands still.
  expect(await ride(2, morning)).toMatchObject({ result: 'code-too-old' })
  expect(await ride(1, morning)).toMatchObject({ result: 'duplicate' })
  world.setNow(morning)
  const between = await freeFen()
  expect(await ride(2, morning)).toMatchObject({ result: 'accepted' })
  expect(between - (await freeFen())).toBe(99)
})

test('nothing leads from a person to a voucher but the month’s key', async () => {
  const rider = await member()
  const { voucher } = await fetchVoucher(rider)
  const { rows } = await sql<{ found: number }>`select
    (select count(*) from audit.line where line::text like ${`%${voucher.number}%`} and operation = 'green-travel.issue-voucher')
    + (select count(*) from platform.command_key where command_key::text like ${`%${voucher.number}%`})
    + (select count(*) from green_travel.voucher where id = ${voucher.number} and rider = ${rider.person.id}) as found`.execute(
    world.owner.db,
  )
  expect(Number(rows[0]!.found)).toBe(0)
  await companyMachine(world, programme.companyUnit, ['green-travel.authorise-ride']).call(
    greenTravel.authoriseRide,
    {
      voucher: voucher.number,
      counter: 1,
      takenAt: morning.toISOString(),
      reader: 'R1',
      route: '101',
    },
  )
  expect(await rider.client.call(greenTravel.myRides, {})).toMatchObject({
    total: 1,
    rows: [{ route: '101路', memberFen: 1, reversedOn: null }],
  })
  await sql`select green_travel.reverse_ride(${(voucher.number / 2 ** 34) & 63}::smallint, ${voucher.number}, 1::smallint,
    '2026-11-24', '试验后退回', 'test')`.execute(world.owner.db)
  expect(await rider.client.call(greenTravel.myRides, {})).toMatchObject({
    total: 1,
    rows: [{ reversedOn: '2026-11-24' }],
  })
  expect(await (await member()).client.call(greenTravel.myRides, {})).toEqual({ total: 0, rows: [] })
  const held = await rider.client.call(people.myRecords, {})
  expect(held.holdings).toContainEqual(expect.objectContaining({ count: 1, href: '/ride/mine' }))
})

test('whoever is forgotten cannot ride with what their phone still holds', async () => {
  const rider = await member()
  const { voucher } = await fetchVoucher(rider)
  await world.app.database.db
    .transaction()
    .execute((db) => forget({ ...systemContext(world.app), db }, rider.person))
  expect((await readerMemory()).revoked).toContain(voucher.number)
})

test('a pseudonym leads back by its month’s key alone, and another month’s is another', async () => {
  const { person } = await member()
  const ctx = systemContext(world.app)
  const [november, december] = [await pseudonymOf(ctx, 82, person), await pseudonymOf(ctx, 83, person)]
  expect(november).not.toBe(december)
  expect(await personBehind(ctx, 82, person.bk, november)).toEqual(person)
  await sql`delete from green_travel.pseudonym_key where month = 83`.execute(world.owner.db)
  expect(await personBehind(ctx, 83, person.bk, december)).toBeUndefined()
})
