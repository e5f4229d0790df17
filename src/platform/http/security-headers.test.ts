import helmet from '@fastify/helmet'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { secureEveryAnswer } from './security-headers.ts'

async function answers(publicUrl: string, tilesUrl?: string) {
  const fastify = Fastify()
  const tiles = tilesUrl === undefined ? undefined : { url: tilesUrl }
  await secureEveryAnswer(fastify, { publicUrl, tiles })
  fastify.get('/plain', async () => 'text')
  fastify.get('/past-fastify', (_request, reply) => {
    reply.hijack()
    reply.raw.end('text')
  })
  const [plain, past, missing] = await Promise.all(
    ['/plain', '/past-fastify', '/nowhere'].map((address) => fastify.inject(address)),
  )
  await fastify.close()
  return { plain: plain!, past: past!, missing: missing! }
}

test('every answer carries them: a plain one, one past Fastify, and one that is not there', async () => {
  for (const { headers } of Object.values(await answers('http://zhenyi.example'))) {
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
  }
})

test('https is held to, and http is not sent there', async () => {
  const secure = await answers('https://zhenyi.example')
  expect(secure.plain.headers['strict-transport-security']).toContain('max-age=31536000')
  expect(secure.plain.headers['content-security-policy']).toContain('upgrade-insecure-requests')
  const open = await answers('http://zhenyi.example')
  expect(open.plain.headers).not.toHaveProperty('strict-transport-security')
  expect(open.plain.headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
})

test('a page may fetch the configured map tiles, and nothing else from elsewhere', async () => {
  const policy = async (tiles?: string) =>
    String((await answers('https://zhenyi.example', tiles)).plain.headers['content-security-policy'])
  expect(await policy()).toContain("connect-src 'self';")
  const withTiles = await policy('https://tiles.example/{z}/{x}/{y}.png')
  expect(withTiles).toContain("connect-src 'self' https://tiles.example;")
  expect(withTiles).toContain("img-src 'self' data: blob: https://tiles.example;")
})

test('nothing that helmet says is lost', async () => {
  const fastify = Fastify()
  await fastify.register(helmet)
  fastify.get('/', async () => '')
  const names = Object.keys((await fastify.inject('/')).headers).filter(
    (name) => name !== 'strict-transport-security',
  )
  await fastify.close()
  expect(Object.keys((await answers('http://zhenyi.example')).plain.headers)).toEqual(
    expect.arrayContaining(names),
  )
})
