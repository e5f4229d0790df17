import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { plantProgramme, plantVoucher, type TestProgramme } from './testing/plant-programme.ts'

let world: World
let programme: TestProgramme
beforeAll(async () => {
  world = await makeWorld()
  programme = await plantProgramme(world)
})
afterAll(() => world.close())

const line = () =>
  JSON.stringify({
    id: newId(),
    operation: 'green-travel.authorise-ride',
    outcome: 'done',
    origin: 'test',
    actor_kind: 'system',
    actor: 'test',
    actor_name: 'test',
    request_id: 'test',
  })

type Ask = {
  bk: number
  id: number
  counter: number
  at: string
  reader?: string
  now?: string
  unit?: string
}

async function ask({ bk, id, counter, at, reader = 'R1', now = at, unit = programme.companyUnit }: Ask) {
  const { rows } = await sql<{
    answer: number
  }>`select green_travel.authorise_ride(${bk}::smallint, ${id}, ${counter}::smallint,
    ${at}, ${unit}, ${reader}, '101', null, ${now}, false, ${line()}) as answer`.execute(
    world.app.database.db,
  )
  return rows[0]!.answer
}

async function askMany(asks: readonly Ask[], now: string) {
  const column = (pick: (one: Ask) => unknown) => asks.map(pick)
  const { rows } = await sql<{ answers: number[] }>`select green_travel.authorise_rides(
    ${column((a) => a.bk)}::smallint[], ${column((a) => a.id)}::bigint[], ${column((a) => a.counter)}::smallint[],
    ${column((a) => a.at)}::timestamptz[], ${column((a) => a.reader ?? 'R1')}::text[], ${column(() => '101')}::text[],
    ${column(() => null)}::bytea[], ${programme.companyUnit}, ${now}, ${line()}) as answers`.execute(
    world.app.database.db,
  )
  return rows[0]!.answers
}

const noon = '2026-11-23T04:00:00Z'

test('each code counts once, whoever asks and however often', async () => {
  const voucher = await plantVoucher(world, programme, { day: '2026-11-23' })
  expect(await ask({ ...voucher, counter: 1, at: noon })).toBe(0)
  expect(await ask({ ...voucher, counter: 1, at: noon })).toBe(1)
  expect(await ask({ ...voucher, counter: 1, at: noon, reader: 'R2' })).toBe(2)
  expect(await ask({ ...voucher, counter: 1, at: '2026-11-23T04:00:01Z' })).toBe(2)
  // Much later, after a broken line, the answer is still that of the first time.
  expect(await ask({ ...voucher, counter: 1, at: noon, now: '2026-11-23T09:00:00Z' })).toBe(1)
})

test('what is wrong with a code is named', async () => {
  const voucher = await plantVoucher(world, programme, { day: '2026-11-23', rides: [2, 0, 3] })
  const third = { ...voucher, counter: 3, at: noon }
  expect(await ask({ ...third, id: voucher.id + 1 })).toBe(10)
  expect(await ask({ ...third, counter: 6 })).toBe(11)
  expect(await ask(third)).toBe(12)
  expect(await ask({ ...third, at: '2026-11-25T04:00:00Z' })).toBe(0)
  const first = { ...voucher, counter: 1, at: noon }
  expect(await ask({ ...first, reader: 'S1' })).toBe(15)
  expect(await ask({ ...first, unit: programme.otherCompanyUnit, reader: 'S1' })).toBe(18)
  expect(await ask({ ...first, now: '2026-11-23T04:02:01Z' })).toBe(16)
  expect(await ask({ ...first, now: '2026-11-23T03:58:59Z' })).toBe(17)
  await sql`select green_travel.revoke_voucher(${voucher.bk}::smallint, ${voucher.id}, ${noon}, '手机丢失')`.execute(
    world.app.database.db,
  )
  expect(await ask(first)).toBe(13)
  expect(await ask({ ...first, at: '2026-11-23T03:59:59Z' })).toBe(0)
})

test('32 at once take the four rides of a day, and no fifth', async () => {
  const voucher = await plantVoucher(world, programme, { day: '2026-11-23' })
  const answers = await Promise.all(
    Array.from({ length: 32 }, (_, index) => ask({ ...voucher, counter: (index % 8) + 1, at: noon })),
  )
  expect(answers.filter((answer) => answer === 0)).toHaveLength(4)
  expect(answers.filter((answer) => answer === 11)).toHaveLength(16)
})

test('a batch answers as one by one would, twins within it included', async () => {
  const voucher = await plantVoucher(world, programme, { day: '2026-11-23' })
  const one = (counter: number, more: Partial<Ask> = {}): Ask => ({ ...voucher, counter, at: noon, ...more })
  await ask(one(4))
  const batch = [one(1), one(1), one(2, { reader: 'R2' }), one(2), one(5), one(4), one(3, { reader: 'X' })]
  expect(await askMany(batch, noon)).toEqual([0, 1, 0, 2, 11, 1, 15])
  expect(await askMany(batch, noon)).toEqual([1, 1, 1, 2, 11, 1, 15])
})

test('a ride’s row balances, and only the owner’s functions write one', async () => {
  const { rows } = await sql<{ rides: number; legs: number }>`select
    (select count(*) from green_travel.ride where member_fen = 1 and union_fen = 99 and company_fen = 100) as rides,
    (select sum(debit_fen - credit_fen) from green_travel.ride_leg) as legs`.execute(world.app.database.db)
  expect(rows[0]!.rides).toBeGreaterThan(0)
  expect(rows[0]!.legs).toBe(0)
  await expect(sql`delete from green_travel.ride`.execute(world.app.database.db)).rejects.toThrow(
    'permission denied',
  )
  await expect(
    sql`insert into green_travel.ride select * from green_travel.ride`.execute(world.app.database.db),
  ).rejects.toThrow('permission denied')
})
