import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { makeLog } from '#app/log.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { makeApplication } from '../application.ts'
import { call } from '../client/call.ts'
import { anyone, operations, query } from '../contract.ts'
import { defineModule } from '../module.ts'
import { makeHttpServer } from './server.ts'

const finding = operations('finding', {
  bySecret: query({
    summary: { zh: '按密钥查', en: 'Find by a secret' },
    who: anyone,
    inBody: true,
    input: z.object({ secret: z.string() }),
    output: z.object({ length: z.number() }),
  }),
})

let world: World
beforeAll(async () => void (world = await makeWorld()))
afterAll(() => world.close())

test('a query that says so travels in the body, repeats nothing, and has no address with its input', async () => {
  const module = defineModule({
    name: 'finding',
    title: { zh: '查找', en: 'Finding' },
    operations: finding,
    permissions: {},
    folder: new URL('./', import.meta.url),
    handlers: { bySecret: async (_ctx, { secret }) => ({ length: secret.length }) },
  })
  const app = makeApplication({ ...world.app, log: makeLog({ logLevel: 'silent' }), modules: [module] })
  const fastify = await makeHttpServer({ app, version: '0', routes: async () => {} })
  const origin = await fastify.listen({ port: 0, host: '127.0.0.1' })
  const asked: { address: string; init: RequestInit }[] = []
  const fetched = globalThis.fetch
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push({ address, init })
    return fetched(`${origin}${address}`, init)
  })
  onTestFinished(async () => {
    vi.unstubAllGlobals()
    await fastify.close()
  })
  expect(await call(finding.bySecret, { secret: 'abc' })).toEqual({ length: 3 })
  expect(asked).toMatchObject([{ address: '/api/finding/by-secret', init: { method: 'POST' } }])
  expect(asked[0]!.init.headers).not.toHaveProperty('idempotency-key')
  expect((await fastify.inject('/api/finding/by-secret?secret=abc')).statusCode).toBe(404)
})
