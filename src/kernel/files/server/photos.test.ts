// Longer than most: one server of files, set up once, for a picture’s whole life.
import cookie from '@fastify/cookie'
import Fastify from 'fastify'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import exifr from 'exifr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { contextOf, systemCaller } from '#platform/application.ts'
import type { Context } from '#platform/context.ts'
import { execute } from '#platform/execute.ts'
import { newId } from '#platform/ids.ts'
import { files } from '../contract.ts'
import { claimFile, storeBytes, storePhoto, withdrawFile, serveFiles } from '../index.ts'
import { filePath, incomingFolder } from './places.ts'
import { tidy } from './tidy.ts'
import { UNCLAIMED_BYTES_MAX, UNCLAIMED_FILES_MAX } from './quota.ts'
import { account, makeDataFolder, takingUploads, withModule } from './testing.ts'

const folder = makeDataFolder()
let world: World
let ctx: Context
let organisationId: string

beforeAll(async () => {
  world = await makeWorld({ config: { dataFolder: folder.path } })
  ctx = contextOf(world.app, systemCaller('test'), 'test')
  organisationId = newId()
  await world.owner.pool.query(
    `insert into organisations.organisation (id, path, kind, name, adcode, state)
     values ($1, $2, 'city-federation', '测试市总工会', '410400', 'active')`,
    [organisationId, 'root'],
  )
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#b03030' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Camera of somebody' },
      IFD2: { DateTimeOriginal: '2026:11:20 10:30:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 45/1 0/1' },
    })
    .toBuffer()
}

async function storedPhoto() {
  const content = await photo()
  const id = await storeBytes(ctx, {
    purpose: 'desk-photo',
    name: '门口.jpg',
    mediaType: 'image/jpeg',
    content,
    organisationId: null,
  })
  const original = {
    id,
    purpose: 'desk-photo',
    name: '门口.jpg',
    mediaType: 'image/jpeg',
    bytes: content.length,
    sha256: '',
    path: filePath(ctx.config, id),
  }
  return { original, made: await storePhoto(ctx, original, organisationId) }
}

test('others see two smaller pictures without place or camera; the capture time is the city’s', async () => {
  const { original, made } = await storedPhoto()
  expect(await exifr.parse(original.path)).toMatchObject({ Make: 'Camera of somebody' })
  expect(made.takenAt?.toISOString()).toBe('2026-11-20T02:30:00.000Z')
  const sizes = []
  for (const id of [made.fileId, made.thumbnailFileId]) {
    const picture = await sharp(filePath(ctx.config, id)).metadata()
    expect(picture).toMatchObject({ format: 'webp' })
    expect(picture.exif).toBeUndefined()
    sizes.push([picture.width, picture.height])
  }
  expect(sizes).toEqual([
    [1600, 800],
    [480, 240],
  ])
})

test('a public picture is served for good, is known by its digest, and is gone once withdrawn', async () => {
  const { original, made } = await storedPhoto()
  const fastify = Fastify()
  await fastify.register(cookie)
  serveFiles(fastify, world.app)
  const get = (id: string, headers = {}) => fastify.inject({ url: `/api/files/${id}`, headers })
  const answer = await get(made.thumbnailFileId)
  expect(answer.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect((await sharp(answer.rawPayload).metadata()).width).toBe(480)
  expect((await get(made.thumbnailFileId, { 'if-none-match': answer.headers.etag })).statusCode).toBe(304)
  expect((await get(original.id)).statusCode).not.toBe(200)
  await withdrawFile(ctx, [made.fileId, made.thumbnailFileId])
  expect((await get(made.thumbnailFileId)).statusCode).not.toBe(200)
  await fastify.close()
})

test('a photo cut short, and a text that calls itself one, are refused in words', async () => {
  const content = (await photo()).subarray(0, 6000)
  const id = await storeBytes(ctx, {
    purpose: 'desk-photo',
    name: 'a.jpg',
    mediaType: 'image/jpeg',
    content,
    organisationId: null,
  })
  const file = {
    id,
    purpose: 'desk-photo',
    name: 'a.jpg',
    mediaType: 'image/jpeg',
    bytes: 1,
    sha256: '',
    path: filePath(ctx.config, id),
  }
  await expect(storePhoto(ctx, file, organisationId)).rejects.toMatchObject({
    status: 422,
    code: 'unreadable-photo',
  })
})

test('unfinished uploads and bytes without a record go after a day, and nothing else', async () => {
  const { original } = await storedPhoto()
  const old = new Date(ctx.now.getTime() - 2 * 86_400_000)
  const place = (path: string) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'x')
    utimesSync(path, old, old)
    return path
  }
  const unfinished = newId()
  await world.owner.pool.query(
    `insert into files.file (id, purpose, name, bytes, created_at) values ($1, 'desk-photo', 'a', 9, $2)`,
    [unfinished, old],
  )
  place(join(incomingFolder(ctx.config), unfinished))
  const orphan = newId()
  place(filePath(ctx.config, orphan))
  utimesSync(original.path, old, old)
  await tidy(ctx)
  expect(readdirSync(incomingFolder(ctx.config))).toEqual([])
  expect(readdirSync(dirname(filePath(ctx.config, orphan)))).not.toContain(orphan)
  expect(readdirSync(dirname(original.path))).toContain(original.id)
})

test('an upload that no record took up goes after 30 days; one that was taken up stays', async () => {
  const accountId = newId()
  const as = (accountOf: string): Context => ({
    ...ctx,
    actor: { ...ctx.actor, kind: 'account', accountId: accountOf, person: null } as never,
  })
  const bring = async (days: number) =>
    storeBytes(
      { ...as(accountId), now: new Date(ctx.now.getTime() - days * 86_400_000) },
      {
        purpose: 'desk-photo',
        name: 'a.csv',
        mediaType: 'text/csv',
        content: Buffer.from('甲,乙'),
        organisationId: null,
      },
    )
  const [forgotten, recent, claimed] = [await bring(31), await bring(29), await bring(31)]
  await claimFile(ctx, claimed, organisationId)
  const old = new Date(ctx.now.getTime() - 31 * 86_400_000)
  for (const id of [forgotten, recent, claimed]) utimesSync(filePath(ctx.config, id), old, old)
  await tidy(ctx)
  expect([forgotten, recent, claimed].map((id) => existsSync(filePath(ctx.config, id)))).toEqual([
    false,
    true,
    true,
  ])
  const { rows } = await world.owner.pool.query('select state, sha256 from files.file where id = $1', [
    forgotten,
  ])
  expect(rows).toEqual([{ state: 'abandoned', sha256: null }])
})

test('nobody has more here that nothing uses than the quota; what is taken up counts no more', async () => {
  const caller = { actor: account(), language: 'zh-CN', origin: 'test', requestId: 'quota' } as const
  const app = withModule(
    world.app,
    takingUploads({ purpose: 'desk-table', maxBytes: UNCLAIMED_BYTES_MAX, accepts: ['csv'] }),
  )
  const announce = (bytes: number) =>
    execute(app, caller, files.startUpload, { purpose: 'desk-table', name: 'a.csv', bytes })
  const { id } = await announce(UNCLAIMED_BYTES_MAX - 10)
  await announce(10)
  await expect(announce(1)).rejects.toMatchObject({ code: 'upload-quota', status: 409 })
  await claimFile(ctx, id, organisationId)
  await announce(1)
  await Promise.allSettled(Array.from({ length: UNCLAIMED_FILES_MAX }, () => announce(1)))
  const { rows } = await world.owner.pool.query(
    `select count(*) from files.file where account_id = $1 and organisation_id is null`,
    [caller.actor.kind === 'account' ? caller.actor.accountId : ''],
  )
  expect(rows[0].count).toBe(UNCLAIMED_FILES_MAX)
})
