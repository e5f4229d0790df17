import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeWorld } from '#tests/world.ts'
import { makeStatements } from './statement.ts'

test('a statement is built once for its shape, and each call gives its own values', async () => {
  const { app } = await makeWorld()
  const { db } = app.database
  const statements = makeStatements<{ a: number; b: number }>()
  let built = 0
  const sumOf = (a: number, b: number) =>
    statements<{ sum: number }>(db, 'sum', { a, b }, (at) => {
      built++
      return {
        compile: () => sql<{ sum: number }>`select ${at('a')}::int + ${at('b')}::int as sum`.compile(db),
      }
    })
  expect([await sumOf(1, 2), await sumOf(30, 4), await sumOf(5, 600)]).toEqual([
    [{ sum: 3 }],
    [{ sum: 34 }],
    [{ sum: 605 }],
  ])
  expect(built).toBe(1)
})

test('a value written into a kept statement is refused, since it would be answered to everybody', async () => {
  const { app } = await makeWorld()
  const { db } = app.database
  const statements = makeStatements<{ a: number }>()
  const mine = 7
  await expect(
    statements(db, 'mine', { a: 1 }, () => ({ compile: () => sql`select ${mine}::int`.compile(db) })),
  ).rejects.toThrow('a value stands in a statement that is kept')
})

test('moments and lists come as they were written, plain ones and others', async () => {
  const { app } = await makeWorld()
  const { rows } = await app.database.pool.query(`select
    timestamptz '2026-11-28 01:02:03.456789+00' as fine, timestamptz '2026-11-28 09:02:03+08' as whole,
    timestamptz 'infinity' as forever, '{}'::text[] as none, array['水', 'b c'] as two,
    array['a,b', 'q"', 'NULL', null, ''] as odd`)
  expect(rows[0]).toEqual({
    fine: new Date('2026-11-28T01:02:03.456Z'),
    whole: new Date('2026-11-28T01:02:03Z'),
    forever: Infinity,
    none: [],
    two: ['水', 'b c'],
    odd: ['a,b', 'q"', 'NULL', null, ''],
  })
})
