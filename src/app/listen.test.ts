import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from './listen.ts'

const server = () => {
  const fastify = Fastify()
  onTestFinished(() => fastify.close())
  return fastify
}

test('a port that is taken is told in words, with the setting that helps', async () => {
  const first = server()
  const address = await listen(first, { port: 0, host: '127.0.0.1' })
  const port = Number(new URL(address).port)
  await expect(listen(server(), { port, host: '127.0.0.1' })).rejects.toMatchObject({
    code: 'cannot-listen',
    text: { zh: expect.stringContaining('PORT'), en: expect.stringContaining(String(port)) },
  })
})

test('so is a host that this machine does not have', async () => {
  await expect(listen(server(), { port: 0, host: '192.0.2.1' })).rejects.toMatchObject({
    code: 'cannot-listen',
    text: { en: expect.stringContaining('HOST') },
  })
})
