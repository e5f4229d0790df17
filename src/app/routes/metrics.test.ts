import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { testConfig } from '#tests/world.ts'
import { serveMetrics } from './metrics.ts'

function served(metricsToken?: string) {
  const fastify = Fastify({ trustProxy: true })
  fastify.setErrorHandler((error, _request, reply) =>
    reply.status((error as { status?: number }).status ?? 500).send(),
  )
  serveMetrics(fastify, testConfig({ metricsToken }))
  onTestFinished(() => fastify.close())
  return async (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    (await fastify.inject({ url: '/api/metrics', headers, remoteAddress })).statusCode
}

test('only the machine itself may ask, and not somebody whom a proxy there speaks for', async () => {
  const ask = served()
  expect(await ask()).toBe(200)
  expect(await ask({}, '198.51.100.7')).toBe(403)
  expect(await ask({ 'x-forwarded-for': '198.51.100.7' })).toBe(403)
  expect(await ask({ 'x-forwarded-for': '127.0.0.1' }, '198.51.100.7')).toBe(403)
})

test('where there is a token, it alone opens', async () => {
  const ask = served('a-token-of-sixteen')
  expect(await ask()).toBe(403)
  expect(await ask({ authorization: 'Bearer a-token-of-sixteen' }, '198.51.100.7')).toBe(200)
})
