import Fastify, { type FastifyInstance } from 'fastify'
import cookie from '@fastify/cookie'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveOidc } from '#app/routes/oidc.ts'
import {
  startIdentityProvider,
  type IdentityProvider,
} from '#kernel/access/server/testing/identity-provider.ts'
import { plantCity } from '#kernel/access/server/testing/city.ts'
import { makeWorld, type World } from './world.ts'

const PUBLIC_URL = 'http://127.0.0.1:4100'
let provider: IdentityProvider
let world: World
let fastify: FastifyInstance

beforeAll(async () => {
  provider = await startIdentityProvider(PUBLIC_URL)
  world = await makeWorld({ config: { publicUrl: PUBLIC_URL, oidc: provider.oidc } })
  const city = await plantCity(world)
  await city.officer('沈市', '13900000001', [['city-officer', city.root]])
  fastify = Fastify()
  await fastify.register(cookie)
  serveOidc(fastify, { app: world.app } as never)
})
afterAll(async () => {
  await fastify.close()
  await world.close()
  await provider.stop()
})

const cookieOf = (headers: { 'set-cookie'?: string | string[] | undefined }, name: string) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((line) => new RegExp(`^${name}=([^;]*)`).exec(line)?.[1])
    .find((value) => value !== undefined)

test('out to the provider, back with a session, and on to the page that was asked for', async () => {
  const out = await fastify.inject('/api/access/oidc/start?returnTo=/staff/stations')
  expect(out.statusCode).toBe(302)
  const flow = cookieOf(out.headers, 'zhenyi_oidc')
  const search = await provider.goThrough(out.headers.location!, 'shen')
  const back = await fastify.inject({
    url: `/api/access/oidc/callback${search}`,
    cookies: { zhenyi_oidc: flow! },
  })
  expect(back.headers.location).toBe('/staff/stations')
  const session = cookieOf(back.headers, 'zhenyi_session')
  const at = { db: world.app.database.db, config: world.app.config, now: world.app.clock() }
  const actor = await world.app.ports.identify(at, { sessionToken: decodeURIComponent(session!) })
  expect(actor).toMatchObject({ kind: 'account', name: '沈市' })
})

test('a browser that did not set out is not let in', async () => {
  const out = await fastify.inject('/api/access/oidc/start?returnTo=https://elsewhere.example/')
  const search = await provider.goThrough(out.headers.location!, 'shen')
  const back = await fastify.inject(`/api/access/oidc/callback${search}`)
  expect(back.statusCode).toBeGreaterThanOrEqual(400)
  expect(cookieOf(back.headers, 'zhenyi_session')).toBeUndefined()
})
