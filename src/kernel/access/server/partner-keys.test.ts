import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemCaller } from '#platform/application.ts'
import { holding, operations, query } from '#platform/contract.ts'
import { execute } from '#platform/execute.ts'
import { defineModule } from '#platform/module.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { makeApplication } from '#platform/application.ts'
import { access } from '../contract.ts'
import { plantCity, type TestCity } from './testing/city.ts'

const START = Date.parse('2026-11-23T02:00:00Z')

const words = { zh: '读数', en: 'readings' }
const readings = operations('readings', {
  listReadings: query({
    summary: words,
    who: holding('readings.read'),
    forPartners: true,
    input: z.object({}),
    output: z.object({ unit: z.string() }),
  }),
  otherReadings: query({
    summary: words,
    who: holding('readings.read'),
    forPartners: true,
    input: z.object({}),
    output: z.object({}),
  }),
})

const readingsModule = defineModule({
  name: 'readings',
  title: words,
  operations: readings,
  handlers: {
    listReadings: async (ctx) => ({ unit: ctx.actor.kind === 'partner' ? ctx.actor.organisationId : '' }),
    otherReadings: async () => ({}),
  },
  permissions: {},
  folder: new URL('../', import.meta.url),
})

let world: World
let city: TestCity

beforeEach(async () => {
  const made = await makeWorld()
  world = { ...made, app: makeApplication({ ...made.app, modules: [...made.app.modules, readingsModule] }) }
  city = await plantCity(world)
})
afterEach(() => world.close())

const system = <P extends (typeof access)[keyof typeof access]>(operation: P, input: unknown) =>
  execute(world.app, systemCaller('test'), operation, input as never)

async function makeKey() {
  const wish = {
    organisationId: city.county,
    name: '公交读卡机',
    operations: [readings.listReadings.id],
    validDays: 30,
  }
  return (await system(access.createPartnerKey, wish)) as { id: string; key: string }
}

/** Calls as the machine does, with its key in hand. */
async function read(
  key: string,
  operation: (typeof readings)[keyof typeof readings] = readings.listReadings,
) {
  const { app } = world
  const at = { db: app.database.db, config: app.config, now: app.clock() }
  const actor = await app.ports.identify(at, { partnerKey: key })
  return execute(app, { ...systemCaller('test'), actor }, operation, {})
}

describe('a partner’s key', () => {
  it('opens the operations it names, for its organisation, and nothing else', async () => {
    const { key } = await makeKey()
    expect(await read(key)).toEqual({ unit: city.county })
    await expect(read(key, readings.otherReadings)).rejects.toMatchObject({ status: 403 })
    await expect(read(`${key}x`)).rejects.toMatchObject({ status: 401 })
  })

  it('is stored hashed and listed without itself', async () => {
    const { key } = await makeKey()
    const { rows } = await sql<{ text: string }>`select k::text as text from access.partner_key k`.execute(
      world.owner.db,
    )
    expect(rows[0]!.text).not.toContain(key.slice(0, -4))
    const listed = await system(access.listPartnerKeys, {})
    expect(JSON.stringify(listed)).not.toContain(key)
    expect(listed).toMatchObject({ rows: [{ hint: key.slice(-4), state: 'active' }] })
  })

  it('is scoped only to what is open to partners', async () => {
    const wish = { organisationId: city.county, name: '越权', operations: ['access.list-grants'] }
    await expect(system(access.createPartnerKey, wish)).rejects.toMatchObject({ code: 'not-for-partners' })
  })

  it('works on beside its successor for the overlap, and is replaced once', async () => {
    const old = await makeKey()
    const made = (await system(access.rotatePartnerKey, { id: old.id, overlapHours: 2 })) as { key: string }
    expect(await read(old.key)).toEqual(await read(made.key))
    await expect(system(access.rotatePartnerKey, { id: old.id })).rejects.toMatchObject({
      code: 'key-rotated',
    })
    world.setNow(new Date(START + 2 * 3_600_000 + 1))
    await expect(read(old.key)).rejects.toMatchObject({ status: 401 })
    expect(await read(made.key)).toEqual({ unit: city.county })
  })

  it('ends at once, and at its expiry', async () => {
    const [one, other] = [await makeKey(), await makeKey()]
    await read(one.key)
    await system(access.endPartnerKey, { id: one.id, reason: '读卡机丢失' })
    await expect(read(one.key)).rejects.toMatchObject({ status: 401 })
    world.setNow(new Date(START + 30 * 86_400_000 + 1))
    await expect(read(other.key)).rejects.toMatchObject({ status: 401 })
    await expect(system(access.endPartnerKey, { id: one.id, reason: '重复停用' })).rejects.toMatchObject({
      code: 'key-ended',
    })
  })
})
