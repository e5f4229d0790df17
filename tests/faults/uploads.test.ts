import { createHash, randomBytes } from 'node:crypto'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { systemCaller, type Application } from '#platform/application.ts'
import type { Actor } from '#platform/context.ts'
import { execute } from '#platform/execute.ts'
import { answerFailure, failureOf } from '#platform/http/failure-answer.ts'
import { files } from '#kernel/files/contract.ts'
import { serveUploads } from '#kernel/files/index.ts'
import { account, makeDataFolder, takingUploads, withModule } from '#kernel/files/server/testing.ts'

/** Fifty people upload at once over a line that breaks again and again, each at another place. */
const UPLOADS = 50
const BYTES = Number(process.env['FAULT_UPLOAD_BYTES'] ?? 300_000)
const CHUNK_BYTES = 64_000
/** A connection lives for so many bytes at the most; then the line is cut without a word. */
const LIVES_BYTES = 160_000

const folder = makeDataFolder()
const people = Array.from({ length: UPLOADS }, () => account())
let world: World
let app: Application
let fastify: FastifyInstance
let line: ReturnType<typeof cuttingLine>
let cuts = 0

beforeAll(async () => {
  world = await makeWorld({ config: { dataFolder: folder.path } })
  const taking = withModule(
    world.app,
    takingUploads({ purpose: 'desk-table', maxBytes: 1e9, accepts: ['csv'] }),
  )
  const identify: Application['ports']['identify'] = async (_at, { sessionToken }) =>
    people[Number(sessionToken)] ?? { kind: 'anonymous' }
  app = { ...taking, ports: { ...taking.ports, identify } }
  fastify = Fastify()
  fastify.setErrorHandler((error, request, reply) =>
    answerFailure(app, request, reply, failureOf(app, request, error)),
  )
  await fastify.register(cookie)
  await serveUploads(fastify, app)
  await fastify.listen({ port: 0, host: '127.0.0.1' })
  line = cuttingLine((fastify.server.address() as AddressInfo).port)
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  line.close()
  await fastify.close()
  await world.close()
  folder.remove()
})

/** Stands between the sender and the server, and cuts each connection after a while. */
function cuttingLine(port: number) {
  return createServer((near: Socket) => {
    const far = connect(port, '127.0.0.1')
    const cutAfter = LIVES_BYTES * (0.3 + 0.7 * Math.random())
    let passed = 0
    near.on('data', (piece) => {
      passed += piece.length
      if (passed < cutAfter) return void far.write(piece)
      // Half of the last piece still arrives: the server must know how much it has.
      far.write(piece.subarray(0, piece.length / 2))
      cuts++
      near.destroy()
      far.destroy()
    })
    far.on('data', (piece) => near.write(piece))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
}

const send = (content: Buffer, who: number) =>
  new Promise<string>((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint: `http://127.0.0.1:${(line.address() as AddressInfo).port}/api/files/uploads`,
      chunkSize: CHUNK_BYTES,
      retryDelays: Array.from({ length: 60 }, () => 50),
      onShouldRetry: () => true,
      headers: { cookie: `zhenyi_session=${who}` },
      metadata: { purpose: 'desk-table', filename: `${who}.csv` },
      onError: reject,
      onSuccess: () => resolve(upload.url!.split('/').at(-1)!),
    })
    upload.start()
  })

const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex')

test('fifty uploads at once over a line that breaks: none is lost and none is damaged', async () => {
  const contents = people.map(() => Buffer.from(randomBytes(BYTES / 2).toString('hex')))
  const ids = await Promise.all(contents.map(send))
  expect(new Set(ids).size).toBe(UPLOADS)
  expect(cuts).toBeGreaterThan(UPLOADS)
  const finish = (id: string, actor: Actor) =>
    execute(app, { ...systemCaller('test'), actor }, files.finishUpload, { id })
  for (const [place, id] of ids.entries())
    expect((await finish(id, people[place]!)).sha256).toBe(digest(contents[place]!))
}, 120_000)
