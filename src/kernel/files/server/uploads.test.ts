import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { createHash, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { DetailedError, Upload, type UploadOptions } from 'tus-js-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { contextOf, systemCaller, type Application } from '#platform/application.ts'
import type { Actor } from '#platform/context.ts'
import { execute } from '#platform/execute.ts'
import { answerFailure, failureOf } from '#platform/http/failure-answer.ts'
import { files } from '../contract.ts'
import { getFile, serveFiles, serveUploads } from '../index.ts'
import { account, makeDataFolder, takingUploads, withModule } from './testing.ts'

const folder = makeDataFolder()
const owner = account([{ permission: 'desk.use', unit: 'root' }])
const actors = new Map<string, Actor>([
  ['owner', owner],
  ['stranger', account([{ permission: 'desk.use', unit: 'root' }])],
  ['member', account()],
])
let world: World
let app: Application
let fastify: FastifyInstance
let endpoint: string

beforeAll(async () => {
  world = await makeWorld({ config: { dataFolder: folder.path } })
  const identified = withModule(
    world.app,
    takingUploads({ purpose: 'desk-table', maxBytes: 8e6, accepts: ['csv', 'xlsx'], permission: 'desk.use' }),
  )
  app = {
    ...identified,
    ports: {
      ...identified.ports,
      identify: async (_at, { sessionToken }) => actors.get(sessionToken ?? '') ?? { kind: 'anonymous' },
    },
  }
  fastify = Fastify({ bodyLimit: 1e6 })
  fastify.setErrorHandler((error, request, reply) =>
    answerFailure(app, request, reply, failureOf(app, request, error)),
  )
  await fastify.register(cookie)
  await serveUploads(fastify, app)
  serveFiles(fastify, app)
  await fastify.listen({ port: 0, host: '127.0.0.1' })
  endpoint = `http://127.0.0.1:${(fastify.server.address() as AddressInfo).port}/api/files/uploads`
})
afterAll(async () => {
  await fastify.close()
  await world.close()
  folder.remove()
})

type Sent = { id: string; cuts: number }

/** Uploads as the browser does; with `cutAfter` the line breaks once that many bytes went out. */
function send(content: Buffer, options: Partial<UploadOptions> & { as?: string; cutAfter?: number } = {}) {
  const { as = 'owner', cutAfter, ...rest } = options
  return new Promise<Sent>((resolve, reject) => {
    let cuts = 0
    const upload = new Upload(content, {
      endpoint,
      chunkSize: 1_000_000,
      retryDelays: [0, 0],
      headers: { cookie: `zhenyi_session=${as}` },
      metadata: { purpose: 'desk-table', filename: '名册.csv' },
      onError: reject,
      onSuccess: () => resolve({ id: upload.url!.split('/').at(-1)!, cuts }),
      onProgress: (sent) => {
        if (cutAfter === undefined || sent < cutAfter || cuts > 0) return
        cuts++
        void upload.abort().then(() => {
          const resumed = new Upload(content, { ...upload.options, uploadUrl: upload.url })
          resumed.start()
        })
      },
      ...rest,
    })
    upload.start()
  })
}

const as = (actor: Actor) => ({ ...systemCaller('test'), actor })
const finish = (id: string, actor: Actor = owner) => execute(app, as(actor), files.finishUpload, { id })
const table = (bytes: number) =>
  Buffer.from(
    randomBytes(Math.ceil(bytes / 2))
      .toString('hex')
      .slice(0, bytes),
  )

test('an upload cut in the middle resumes where it was, and the digest is that of the file sent', async () => {
  const content = table(5_000_000)
  const { id, cuts } = await send(content, { cutAfter: 2_500_000 })
  expect(cuts).toBe(1)
  const finished = await finish(id)
  expect(finished).toMatchObject({ name: '名册.csv', mediaType: 'text/csv', bytes: 5_000_000 })
  expect(finished.sha256).toBe(createHash('sha256').update(content).digest('hex'))
  expect(await finish(id)).toEqual(finished)
})

test('what is not whole is not finished, and a second try goes on', async () => {
  const content = table(2_000_000)
  const started = await execute(app, as(owner), files.startUpload, {
    purpose: 'desk-table',
    name: 'a.csv',
    bytes: content.length,
  })
  await expect(finish(started.id)).rejects.toMatchObject({ status: 409, code: 'upload-unfinished' })
})

test('content is known by its bytes: a PDF named .csv is refused in words, again and again', async () => {
  const { id } = await send(Buffer.from('%PDF-1.7 not a table'))
  for (let turn = 0; turn < 2; turn++) {
    await expect(finish(id)).rejects.toMatchObject({
      status: 422,
      code: 'wrong-content',
      problems: [
        {
          field: 'file',
          reason: { zh: expect.stringContaining('PDF') },
          accepted: { zh: 'CSV 表格、Excel 表格（.xlsx）' },
        },
      ],
    })
  }
})

test('purpose, permission and size are refused before a byte moves', async () => {
  const refusal = async (work: Promise<unknown>) => {
    const error = (await work.catch((it: unknown) => it)) as DetailedError
    return JSON.parse(error.originalResponse!.getBody()) as { status: number; code: string }
  }
  const small = Buffer.from('a,b')
  const quick = { retryDelays: [] }
  expect(await refusal(send(small, { ...quick, as: 'member' }))).toMatchObject({ status: 403 })
  expect(await refusal(send(small, { ...quick, as: 'nobody' }))).toMatchObject({ status: 401 })
  expect(await refusal(send(table(8_000_001), quick))).toMatchObject({ status: 422, code: 'file-too-large' })
  expect(
    await refusal(send(small, { ...quick, metadata: { purpose: 'anything', filename: 'x.csv' } })),
  ).toMatchObject({ status: 422, code: 'unknown-purpose' })
})

test("another account neither continues, finishes, reads nor fetches somebody's upload", async () => {
  const { id } = await send(Buffer.from('名称,地址\n甲,乙\n'))
  const stranger = actors.get('stranger')!
  await expect(finish(id, stranger)).rejects.toMatchObject({ status: 404 })
  const looked = await fetch(`${endpoint}/${id}`, {
    method: 'HEAD',
    headers: { 'tus-resumable': '1.0.0', cookie: 'zhenyi_session=stranger' },
  })
  expect(looked.status).toBe(404)
  await finish(id)
  const ctx = (actor: Actor) => contextOf(app, as(actor), 'test')
  expect(await getFile(ctx(owner), id, 'desk-table')).toMatchObject({
    bytes: Buffer.byteLength('名称,地址\n甲,乙\n'),
  })
  await expect(getFile(ctx(stranger), id, 'desk-table')).rejects.toMatchObject({ status: 404 })
  await expect(getFile(ctx(owner), id, 'other')).rejects.toMatchObject({ status: 404 })
  expect((await fetch(endpoint.replace('uploads', id))).status).toBe(404)
})

test('an address announces no more uploads a minute by tus than by the operation', async () => {
  const limited = Fastify()
  await limited.register(rateLimit, { global: false })
  limited.setErrorHandler((error, request, reply) =>
    answerFailure(app, request, reply, failureOf(app, request, error)),
  )
  await limited.register(cookie)
  await serveUploads(limited, app)
  const announce = async () =>
    (await limited.inject({ method: 'POST', url: '/api/files/uploads' })).statusCode
  const answers = await Promise.all(Array.from({ length: files.startUpload.callsPerMinute! }, announce))
  expect(answers).not.toContain(429)
  expect(await announce()).toBe(429)
  await limited.close()
})
