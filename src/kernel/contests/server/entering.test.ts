import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, systemCaller } from '#platform/application.ts'
import { files } from '#kernel/files/contract.ts'
import { storeBytes } from '#kernel/files/index.ts'
import { makeDataFolder } from '#kernel/files/server/testing.ts'
import { clipPath, makeVideo } from '#kernel/files/server/video/samples/make-video.ts'
import type { InputOf } from '#platform/contract.ts'
import { contests } from '../contract.ts'
import { makeContestCity, person, type Account, type ContestCity } from './testing.ts'

const folder = makeDataFolder()
let city: ContestCity
let contestId: string
let entrant: Account

const filmOf = (maxSeconds: number, resolution: 'any' | '1080p') =>
  ({ kind: 'video', video: { maxSeconds, resolution, maxBytes: 4e9 } }) as const

beforeAll(async () => {
  city = await makeContestCity({ dataFolder: folder.path })
  contestId = await city.openContest({
    mayEnter: ['person', 'team', 'unit'],
    categories: [
      { id: 'long', name: '长视频', media: filmOf(300, '1080p') },
      { id: 'essay', name: '征文', media: { kind: 'text', charactersMax: 50 } },
    ],
  })
  entrant = await city.plantPerson('赵六')
  await city.makeMember(entrant, city.firms[0]!)
})
afterAll(async () => {
  await city.world.close()
  folder.remove()
})

const store = (by: Account, content: Uint8Array) =>
  storeBytes(contextOf(city.world.app, { ...systemCaller('test'), actor: by }, 'test'), {
    purpose: 'contest-video',
    name: '赵六.mp4',
    mediaType: 'video/mp4',
    content,
    organisationId: null,
  })

const check = (by: Account, fileId: string, category = 'long') =>
  city.world.as(by).call(contests.checkFilm, { contestId, category, fileId })

const enter = (over: Partial<InputOf<typeof contests.enterContest>>) =>
  city.world.as(entrant).call(contests.enterContest, {
    contestId,
    category: 'long',
    kind: 'person',
    title: '黄河颂',
    unitId: city.firms[0]!.id,
    participants: [{ name: '赵六', hasConsented: true }],
    ...over,
  })

async function filmOfSeconds(seconds: number): Promise<Buffer> {
  const path = join(folder.path, `${seconds}.mp4`)
  await makeVideo(path, { seconds })
  return readFile(path)
}

test('a film is told what is wrong with it at once, is gone, and the next may come', async () => {
  const fileId = await store(entrant, await filmOfSeconds(300.4))
  const { facts, problems } = await check(entrant, fileId)
  expect(facts).toBe(null)
  expect(problems).toMatchObject([{ code: 'video-too-long', field: 'file' }])
  await expect(check(entrant, fileId)).rejects.toMatchObject({ code: 'upload-void' })
  const coarse = await check(entrant, await store(entrant, await readFile(clipPath('landscape-720'))))
  expect(coarse.problems).toMatchObject([{ code: 'video-too-coarse' }])
})

test('a film as it should be is entered, and only by whoever uploaded it', async () => {
  const fileId = await store(entrant, await filmOfSeconds(299))
  const other = await city.plantPerson('钱七')
  await expect(check(other, fileId)).rejects.toMatchObject({ status: 404 })
  await expect(check(person('无名', 'root', []), fileId)).rejects.toMatchObject({ status: 404 })
  expect((await check(entrant, fileId)).facts).toMatchObject({ height: 1080, playsEverywhere: true })
  await expect(check(entrant, fileId, 'essay')).rejects.toMatchObject({ code: 'film-not-taken' })
  const { id } = await enter({ fileId })
  const { film } = await city.world.as(entrant).call(contests.getEntry, { id })
  expect(film).toMatchObject({ width: 1920, posterAddress: null })
  // The file's name is its maker's.
  expect(JSON.stringify(film)).not.toContain('赵六')
})

test('more than 10 GB is refused before a byte moves, and 10 GB that were only announced cannot be entered', async () => {
  const announce = (bytes: number) =>
    city.world.as(entrant).call(files.startUpload, { purpose: 'contest-video', name: '大.mp4', bytes })
  await expect(announce(10 * 1024 ** 3 + 1)).rejects.toMatchObject({ status: 422 })
  const { id } = await announce(10 * 1024 ** 3)
  await expect(check(entrant, id)).rejects.toMatchObject({ code: 'upload-unfinished' })
})

test('an entry is for one’s own union, and a unit is entered by whoever acts for it', async () => {
  const [own, next] = city.firms as [ContestCity['county'], ContestCity['county']]
  const place = await city.world.as(entrant).call(contests.whereToEnter, { contestId })
  expect(place).toMatchObject({ own: { id: own.id }, units: [], entered: [{ category: 'long' }] })
  const essay = { category: 'essay', body: '我在班组二十年' }
  await expect(enter({ ...essay, unitId: next.id })).rejects.toMatchObject({ code: 'unit-not-own' })
  await expect(enter({ ...essay, kind: 'unit' })).rejects.toMatchObject({ code: 'unit-not-yours' })
  const acting = person('孙八', own.path, ['contests.enter-unit'])
  const units = await city.world.as(acting).call(contests.whereToEnter, { contestId })
  expect(units.own).toBe(null)
  expect(units.units.map(({ id }) => id)).toContain(own.id)
  expect(units.units.map(({ id }) => id)).not.toContain(next.id)
})

test('how far an entry came is for whoever entered it', async () => {
  const { rows } = await city.world.as(entrant).call(contests.listMyEntries, {})
  const { id } = rows[0]!
  expect(await city.world.as(entrant).call(contests.getEntryResult, { id })).toEqual({
    result: 'none',
    rounds: [],
  })
  const other = await city.plantPerson('周九')
  for (const someone of [other, city.officer])
    await expect(city.world.as(someone).call(contests.getEntryResult, { id })).rejects.toMatchObject({
      status: 404,
    })
})
