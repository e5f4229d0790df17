import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, systemCaller } from '#platform/application.ts'
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

test('a line whose transaction ends after a seal is held by the next; one that is slipped in is told', async () => {
  const own = await makeWorld()
  await own.system.call(audit.seal, {})
  await own.app.database.db.transaction().execute(async (db) => {
    const ctx = { ...contextOf(own.app, systemCaller('slow'), 'slow.command'), db }
    await own.app.ports.record(ctx, { outcome: 'done', input: {} })
    await own.system.call(audit.seal, {})
  })
  await own.system.call(audit.seal, {})
  const lines = await own.system.call(audit.listLines, { operation: 'slow.command' })
  expect(lines.rows).toMatchObject([{ sealNo: expect.any(Number) }])
  await sql`insert into audit.line (id, at, operation, outcome, origin, actor_kind, actor, actor_name, request_id)
    values (gen_random_uuid(), now() - interval '3 days', 'slipped.in', 'done', 'cli', 'system', '', '', '')`.execute(
    own.owner.db,
  )
  await own.system.call(audit.seal, {})
  const verdict = await own.system.call(audit.verify, {})
  expect(verdict.findings.map((finding) => finding.kind)).toEqual(['never-sealed'])
  await own.close()
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
  const title = { zh: '封存审计日志', en: 'Seal what is not sealed yet' }
  expect(rows[0]).toMatchObject({ operation: 'audit.seal', title, code: 'forbidden' })
})

test('lines are found by what their operation does, in words, and by the beginning of its id', async () => {
  const found = async (operation: string) => (await world.system.call(audit.listLines, { operation })).total
  expect(await found('封存')).toBe(await found('audit.se'))
  expect(await found('封存')).toBeGreaterThan(0)
  expect(await found('没有这样的操作')).toBe(0)
})
