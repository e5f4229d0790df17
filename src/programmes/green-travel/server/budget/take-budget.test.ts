import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { plantProgramme } from '../testing/plant-programme.ts'

const FEN = 99
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await plantProgramme(world, { fen: 0 })
})
afterAll(() => world.close())

const reset = async (slices: number, fen: number) => {
  await sql`delete from green_travel.budget_slice`.execute(world.owner.db)
  await sql`update green_travel.budget_parent set slices = ${slices}, free_fen = ${fen}`.execute(
    world.owner.db,
  )
}

async function take(slot: number, rides: number): Promise<number> {
  const { rows } = await sql<{
    rides: number
  }>`select green_travel.take_budget(${slot}::smallint, 1::smallint, ${FEN}::smallint,
    ${rides}) as rides`.execute(world.app.database.db)
  return rows[0]!.rides
}

async function left(): Promise<number> {
  const { rows } = await sql<{
    fen: number
  }>`select (p.free_fen + coalesce((select sum(free_fen) from green_travel.budget_slice), 0))::bigint
    as fen from green_travel.budget_parent p`.execute(world.owner.db)
  return rows[0]!.fen
}

test('the last 99 fen are spent and never overspent, from every interleaving', async () => {
  const asks = fc.array(
    fc.record({ slot: fc.nat(7), rides: fc.integer({ min: 1, max: 12 }), goesBack: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  const budgets = fc.oneof(fc.nat({ max: 60 * FEN }), fc.nat({ max: 2_000 * FEN }))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 4, 8), budgets, asks, async (slices, fen, wishes) => {
      await reset(slices, fen)
      // All at once over eight connections; some of what was taken comes back, as from vouchers that were not used.
      const given = await Promise.all(
        wishes.map(async ({ slot, rides, goesBack }) => {
          const taken = await take(slot % slices, rides)
          if (!goesBack || taken === 0) return taken
          await sql`select green_travel.give_back(1::smallint, ${taken * FEN})`.execute(world.app.database.db)
          return 0
        }),
      )
      const spent = given.reduce((sum, rides) => sum + rides, 0)
      expect((await left()) + spent * FEN).toBe(fen)
      // Whoever asks now gets every ride that the rest pays, wherever it lies, and then nothing.
      const rest = Math.floor((fen - spent * FEN) / FEN)
      let more = 0
      for (let taken = await take(0, 7); taken > 0; taken = await take(more % slices, 7)) more += taken
      expect(more).toBe(rest)
      expect(await left()).toBe(fen % FEN)
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('a slice is filled by a hundred rides while the parent is full, and emptied when it is not', async () => {
  await reset(4, 4 * 100 * FEN)
  expect(await take(1, 3)).toBe(3)
  const slice = await sql<{
    fen: number
  }>`select free_fen as fen from green_travel.budget_slice where bk = 1`.execute(world.owner.db)
  expect(slice.rows[0]!.fen).toBe(97 * FEN)
  expect(await take(2, 12)).toBe(12)
  const after = await sql<{
    fen: number
  }>`select coalesce(sum(free_fen), 0)::bigint as fen from green_travel.budget_slice`.execute(world.owner.db)
  expect(after.rows[0]!.fen).toBe(0)
  expect(await left()).toBe((400 - 15) * FEN)
})

test('what is taken back must be free; the database says so in words', async () => {
  await reset(1, 150)
  const takeBack = (fen: number) =>
    sql`select green_travel.appropriate(${newId()}, 1::smallint, ${-fen}, '工财〔2026〕2号', '收回结余', 'test')`.execute(
      world.app.database.db,
    )
  await expect(takeBack(151)).rejects.toMatchObject({ constraint: 'budget_not_overspent' })
  await takeBack(150)
  expect(await left()).toBe(0)
})

test('six wishes of 1000 on 5000: the sixth gets nothing, and what was refused can never be posted', async () => {
  await reset(1, 5_000 * FEN)
  const given = await Promise.all(Array.from({ length: 6 }, () => take(0, 1_000)))
  expect([...given].sort((a, b) => a - b)).toEqual([0, 1_000, 1_000, 1_000, 1_000, 1_000])
  expect(await left()).toBe(0)
})
