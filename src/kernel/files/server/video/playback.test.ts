import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { contextOf, systemCaller, type Application } from '#platform/application.ts'
import type { Actor } from '#platform/context.ts'
import { answerFailure, failureOf } from '#platform/http/failure-answer.ts'
import { makePlayback, serveStreams, storeBytes, streamAddress } from '../../index.ts'
import { filePath } from '../places.ts'
import { account, makeDataFolder } from '../testing.ts'
import { readVideo } from './read-video.ts'
import { clipPath } from './samples/make-video.ts'

const folder = makeDataFolder()
const judge = account()
const stranger = account()
const actors = new Map<string, Actor>([
  ['judge', judge],
  ['stranger', stranger],
])
let world: World
let app: Application
let fastify: FastifyInstance
let film: Buffer

beforeAll(async () => {
  world = await makeWorld({ config: { dataFolder: folder.path } })
  const identify = async (_at: unknown, { sessionToken }: { sessionToken?: string | undefined }) =>
    actors.get(sessionToken ?? '') ?? ({ kind: 'anonymous' } as const)
  app = { ...world.app, ports: { ...world.app.ports, identify } as Application['ports'] }
  fastify = Fastify()
  fastify.setErrorHandler((error, request, reply) =>
    answerFailure(app, request, reply, failureOf(app, request, error)),
  )
  await fastify.register(cookie)
  serveStreams(fastify, app)
  film = await namedFilm()
})
afterAll(async () => {
  await fastify.close()
  await world.close()
  folder.remove()
})

/** A film that names its maker and the place, as phones do. */
async function namedFilm(): Promise<Buffer> {
  const path = join(folder.path, 'named.mp4')
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-i', clipPath('landscape-1080'), '-c', 'copy', '-movflags', '+faststart'],
    ...['-metadata', 'title=张三的参赛作品', '-metadata', 'location=+33.7-113.2/', path],
  ])
  return readFile(path)
}

const ctxOf = (actor: Actor) => contextOf(app, { ...systemCaller('test'), actor }, 'test')
const store = (content: Buffer) =>
  storeBytes(ctxOf(judge), {
    purpose: 'desk-table',
    name: '张三.mp4',
    mediaType: 'video/mp4',
    content,
    organisationId: null,
  })
const get = (url: string, who: string, range?: string) =>
  fastify.inject({
    url,
    headers: { cookie: `zhenyi_session=${who}`, ...(range === undefined ? {} : { range }) },
  })

test('a judge gets the film in pieces, and its maker is in none of them', async () => {
  expect(film.includes('张三')).toBe(true)
  const address = streamAddress(ctxOf(judge), await store(film))
  const half = Math.floor(film.length / 2)
  const first = await get(address, 'judge', `bytes=0-${half - 1}`)
  const second = await get(address, 'judge', `bytes=${half}-`)
  expect(first).toMatchObject({ statusCode: 206 })
  expect(first.headers).toMatchObject({
    'content-type': 'video/mp4',
    'content-range': `bytes 0-${half - 1}/${film.length}`,
  })
  const whole = Buffer.concat([first.rawPayload, second.rawPayload])
  expect((await get(address, 'judge')).rawPayload.equals(whole)).toBe(true)
  expect(whole).toHaveLength(film.length)
  for (const said of ['张三', '33.7']) expect(whole.includes(said)).toBe(false)
  await writeFile(join(folder.path, 'sent.mp4'), whole)
  expect(await readVideo(join(folder.path, 'sent.mp4'))).toMatchObject({ width: 1920, seconds: 0.4 })
  const headers = JSON.stringify(first.headers)
  expect(headers + address).not.toContain('张三')
  expect(await get(address, 'judge', `bytes=${film.length}-`)).toMatchObject({ statusCode: 416 })
})

test('an address is for whom it was given to, for its time, and cannot be made up', async () => {
  const address = streamAddress(ctxOf(judge), await store(film))
  const changed = address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  expect((await get(address, 'judge')).statusCode).toBe(200)
  expect((await get(address, 'stranger')).statusCode).toBe(404)
  expect((await get(address, 'nobody')).statusCode).toBe(404)
  expect((await get(changed.slice(0, -8), 'judge')).statusCode).toBe(404)
  const before = world.app.clock()
  world.setNow(new Date(before.getTime() + 13 * 3_600_000))
  expect((await get(address, 'judge')).statusCode).toBe(404)
  world.setNow(before)
})

test('a small copy and a poster are made of any film that decodes, and name nobody', async () => {
  const id = await store(film)
  const path = filePath(app.config, id)
  const made = (await makePlayback(ctxOf(judge), { id, path, purpose: 'desk-table' }, null))!
  const copy = await readFile(filePath(app.config, made.playbackFileId))
  expect(await readVideo(filePath(app.config, made.playbackFileId))).toMatchObject({
    codec: 'avc',
    width: 1280,
    height: 720,
    playsEverywhere: true,
  })
  expect(copy.includes('张三')).toBe(false)
  const poster = await readFile(filePath(app.config, made.posterFileId))
  expect(poster.subarray(0, 3).toString('hex')).toBe('ffd8ff')
})

test('HEVC and a phone held upright become a copy that every browser shows upright', async () => {
  for (const [clip, width, height] of [
    ['hevc-1080', 1280, 720],
    ['rotated-1080', 720, 1280],
  ] as const) {
    const id = await store(await readFile(clipPath(clip)))
    const path = filePath(app.config, id)
    const made = (await makePlayback(ctxOf(judge), { id, path, purpose: 'desk-table' }, null))!
    expect(await readVideo(filePath(app.config, made.playbackFileId))).toMatchObject({
      codec: 'avc',
      width,
      height,
    })
  }
})
