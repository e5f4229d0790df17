import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeBytes } from '#kernel/files/index.ts'
import { makeDataFolder } from '#kernel/files/server/testing.ts'
import { clipPath } from '#kernel/files/server/video/samples/make-video.ts'
import { contextOf, systemCaller } from '#platform/application.ts'
import { contests } from '../../contract.ts'
import { makeContestCity, type ContestCity } from '../testing.ts'
import { makeFilms } from './film.ts'

const folder = makeDataFolder()
let city: ContestCity

beforeAll(async () => {
  city = await makeContestCity({ dataFolder: folder.path })
})
afterAll(async () => {
  await city.world.close()
  folder.remove()
})

test('a film that is entered plays at once, and as a small copy with a poster once the job has made it', async () => {
  const { world } = city
  const video = { maxSeconds: 300, resolution: '1080p', maxBytes: 4e9 } as const
  const contestId = await city.openContest({
    categories: [{ id: 'film', name: '视频', media: { kind: 'video', video } }],
  })
  const entrant = await city.plantPerson('赵六')
  const as = (actor: typeof entrant | undefined) =>
    contextOf(
      world.app,
      actor === undefined ? systemCaller('test') : { ...systemCaller('test'), actor },
      'test',
    )
  const fileId = await storeBytes(as(entrant), {
    purpose: 'contest-video',
    name: '赵六.mp4',
    mediaType: 'video/mp4',
    content: await readFile(clipPath('landscape-1080')),
    organisationId: null,
  })
  const wish = { category: 'film', body: '', fileId }
  const { id } = await city.enter(contestId, entrant, city.firms[0]!, wish)
  const film = async () => (await world.as(entrant).call(contests.getEntry, { id })).film
  expect(await film()).toMatchObject({ plays: 'waiting', posterAddress: null })
  await makeFilms(as(undefined), new AbortController().signal)
  expect(await film()).toMatchObject({ plays: 'small-copy', posterAddress: expect.any(String) })
  const [row] = (await world.as(city.officer).call(contests.listEntries, { contestId })).rows
  expect(await world.as(city.officer).call(contests.getEntryAtDesk, { id: row!.id })).toMatchObject({
    filmFacts: { width: 1920, height: 1080 },
    film: { plays: 'small-copy' },
  })
})
