import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { audit } from '../contract.ts'

let world: World
beforeAll(async () => void (world = await makeWorld()))
afterAll(() => world.close())

test('a command leaves a line, a seal holds it, and a change behind our back is found', async () => {
  await world.system.call(audit.seal, {})
  await world.system.call(audit.seal, {})
  const sealed = await world.system.call(audit.verify, {})
  expect(sealed).toMatchObject({ intact: true, lines: 2, waiting: 1, seals: 1 })
  await sql`update audit.line set actor_name = 'somebody else' where id = (select line_id from audit.sealed_line)`.execute(
    world.owner.db,
  )
  const altered = await world.system.call(audit.verify, {})
  expect(altered.intact).toBe(false)
  expect(altered.findings.map((finding) => finding.kind)).toEqual(['altered'])
})

test('the server cannot rewrite or drop a line', async () => {
  await world.system.call(audit.seal, {})
  await expect(sql`update audit.line set actor_name = ''`.execute(world.app.database.db)).rejects.toThrow(
    /permission denied/,
  )
  await expect(sql`delete from audit.line`.execute(world.app.database.db)).rejects.toThrow(
    /permission denied/,
  )
})

test('a stranger reads nothing, and their refused command stands in the log', async () => {
  await expect(world.nobody.call(audit.listLines, {})).rejects.toMatchObject({ status: 401 })
  await expect(world.nobody.call(audit.seal, {})).rejects.toMatchObject({ status: 403 })
  const { rows } = await world.system.call(audit.listLines, { outcome: 'refused' })
  expect(rows[0]).toMatchObject({ operation: 'audit.seal', code: 'forbidden' })
})
