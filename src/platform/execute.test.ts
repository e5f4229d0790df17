import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { makeWorld, type World } from '#tests/world.ts'
import { makeApplication, systemCaller, type Application } from './application.ts'
import { anyone, command, operations, query } from './contract.ts'
import { execute } from './execute.ts'
import { defineModule } from './module.ts'

const counting = operations('counting', {
  reveal: query({
    summary: { zh: '查看', en: 'Reveal' },
    who: anyone,
    audited: true,
    input: z.object({}),
    output: z.object({ secret: z.string() }),
  }),
  say: command({
    summary: { zh: '说', en: 'Say' },
    who: anyone,
    input: z.object({ words: z.string() }),
    output: z.object({}),
  }),
  count: command({
    summary: { zh: '加一', en: 'Count one' },
    who: anyone,
    input: z.object({ fails: z.boolean().default(false) }),
    output: z.object({ count: z.number() }),
  }),
})

let world: World
let app: Application
let calls = 0

beforeAll(async () => {
  world = await makeWorld()
  const module = defineModule({
    name: 'counting',
    title: { zh: '计数', en: 'Counting' },
    operations: counting,
    permissions: {},
    folder: new URL('./', import.meta.url),
    handlers: {
      say: async (ctx, { words }) => {
        await sql`select ${words}::text`.execute(ctx.db)
        return {}
      },
      reveal: async () => ({ secret: `第${++calls}次` }),
      count: async (_ctx, { fails }) => {
        calls += 1
        if (fails) throw new Error('broken on purpose')
        return { count: calls }
      },
    },
  })
  app = makeApplication({ ...world.app, modules: [module] })
})
afterAll(() => world.close())

const caller = (idempotencyKey: string) => ({ ...systemCaller('test'), idempotencyKey })
const keptRows = async () =>
  (await world.owner.pool.query<{ kept: string }>('select k::text as kept from platform.command_key k')).rows

test('what an audited query reveals is kept nowhere, and asked again it is recorded again', async () => {
  const first = await execute(app, caller('reveal-once'), counting.reveal, {})
  expect(await execute(app, caller('reveal-once'), counting.reveal, {})).not.toEqual(first)
  const { rows } = await world.owner.pool.query(`select from audit.line where operation = 'counting.reveal'`)
  expect(rows).toHaveLength(2)
  expect(await keptRows()).toEqual([])
})

test('a command under one key is done once, however many ask at once', async () => {
  const before = calls
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => execute(app, caller('count-once'), counting.count, {})),
  )
  expect(calls).toBe(before + 1)
  expect(new Set(answers.map(({ count }) => count)).size).toBe(1)
})

test('a key whose command broke is free again', async () => {
  const broken = execute(app, caller('count-again'), counting.count, { fails: true })
  await expect(broken).rejects.toThrow('broken on purpose')
  expect(await execute(app, caller('count-again'), counting.count, {})).toEqual({ count: calls })
})

test('a key of another length is refused in words', async () => {
  for (const key of ['short', 'x'.repeat(101)]) {
    await expect(execute(app, caller(key), counting.count, {})).rejects.toMatchObject({
      status: 422,
      code: 'idempotency-key',
    })
  }
})

test('text that no database holds is refused in words', async () => {
  await expect(execute(app, systemCaller('test'), counting.say, { words: 'a\u0000b' })).rejects.toMatchObject(
    {
      status: 422,
      code: 'unreadable-character',
    },
  )
})
