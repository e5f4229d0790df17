import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stations } from '../../contract.ts'
import { person, type Account } from '../testing.ts'
import { makeCityWithFiles, upload } from '../import/testing.ts'

let city: Awaited<ReturnType<typeof makeCityWithFiles>>
let code: string
beforeAll(async () => {
  city = await makeCityWithFiles()
  code = await city.createStation()
})
afterAll(() => city.remove())

async function takePhoto(taken?: string): Promise<Buffer> {
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: '#305080' } }).jpeg()
  return (taken === undefined ? picture : picture.withExif({ IFD2: { DateTimeOriginal: taken } })).toBuffer()
}

async function add(as: Account, taken?: string) {
  const fileId = await upload(city, as, 'station-photo', '门口.jpg', await takePhoto(taken))
  return city.world.as(as).call(stations.addPhoto, { code, fileId, kind: 'outside' })
}

const publicPhotos = async () => (await city.world.nobody.call(stations.getStation, { code })).photos

test('a photo is shown to everybody with its day, until it is taken off', async () => {
  const photo = await add(city.officer, '2026:11:20 10:30:00')
  expect(photo).toMatchObject({ kind: 'outside', takenAt: '2026-11-20T02:30:00.000Z' })
  expect(await publicPhotos()).toEqual([photo])
  const remove = { id: photo.id, reason: '门口已经重新粉刷' }
  expect(await city.world.as(city.officer).call(stations.removePhoto, remove)).toEqual({ removed: true })
  expect(await city.world.as(city.officer).call(stations.removePhoto, remove)).toEqual({ removed: false })
  expect(await publicPhotos()).toEqual([])
  const { rows } = await city.world.owner.pool.query(
    'select is_public from files.file where made_from is not null',
  )
  expect(rows.map((row) => row.is_public)).toEqual([false, false])
})

test('a photo older than a year, or from the future, is refused and leaves nothing', async () => {
  await expect(add(city.officer, '2024:05:01 08:00:00')).rejects.toMatchObject({
    code: 'photo-date',
    problems: [{ reason: { zh: expect.stringContaining('2024-05-01') } }],
  })
  await expect(add(city.officer, '2026:12:24 08:00:00')).rejects.toMatchObject({ code: 'photo-date' })
  expect(await publicPhotos()).toEqual([])
})

test('adding and taking off are for those who keep the station', async () => {
  const photo = await add(city.officer)
  const remove = (as: Account) =>
    city.world.as(as).call(stations.removePhoto, { id: photo.id, reason: '按规定办理' })
  await expect(add(city.stranger)).rejects.toMatchObject({ status: 403 })
  await expect(remove(city.stranger)).rejects.toMatchObject({ status: 403 })
  await expect(remove(city.member)).rejects.toMatchObject({ status: 403 })
  await expect(add(city.member)).rejects.toMatchObject({ status: 403 })
  const others = city.officer.grants.map((it) => it.permission).filter((it) => it !== 'stations.edit')
  await expect(remove(person('何静', city.own.path, others))).rejects.toMatchObject({ status: 403 })
})

test("somebody else's upload cannot be taken", async () => {
  const colleague = person('张伟', city.own.path, ['stations.edit'])
  const fileId = await upload(city, colleague, 'station-photo', '门口.jpg', await takePhoto())
  const add = city.world.as(city.officer).call(stations.addPhoto, { code, fileId, kind: 'inside' })
  await expect(add).rejects.toMatchObject({ status: 404 })
})
