// Longer than most: one city with its standard and evidence, set up once, for all that a certificate is computed from.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemCaller } from '#platform/application.ts'
import { notifications } from '#kernel/notifications/contract.ts'
import { work } from '#kernel/work/contract.ts'
import { stations } from '../../contract.ts'
import { upload } from '../import/testing.ts'
import { lockStation } from '../keeping/lock-station.ts'
import { writeStation } from '../keeping/write-station.ts'
import { MONDAY_TEN, type Account } from '../testing.ts'
import { passTime } from './pass-time.ts'
import { makeCertifiedCity, nearTo, scene, sendPhoto, type CertifiedCity } from './testing.ts'

let city: CertifiedCity
beforeAll(async () => {
  city = await makeCertifiedCity()
})
afterAll(() => city.remove())

const DAY_MS = 86_400_000
const daysOn = (days: number) => city.world.setNow(new Date(MONDAY_TEN.getTime() + days * DAY_MS))
const pass = () => passTime(contextOf(city.world.app, systemCaller('test'), 'test'))
const failing = async (code: string) =>
  (await city.certificate(code)).criteria.filter(({ holds }) => !holds).map(({ id }) => id)

const waiting = async (account: Account) =>
  (await city.world.as(account).call(work.listWork, {})).rows.map(({ kind }) => kind)

let seed = 100
const complete = (code: string) => city.complete(code)

/** As leaving does it, whose own tests stand beside it. */
async function closed(code: string): Promise<void> {
  const ctx = contextOf(city.world.app, systemCaller('test'), 'test')
  await ctx.db.transaction().execute(async (db) => {
    const inside = { ...ctx, db }
    const existing = await lockStation(inside, code)
    const { draft, organisationId } = existing
    await writeStation(inside, { existing, draft, organisationId, reason: '合并到邻站', state: 'closed' })
  })
}

describe('a certificate', () => {
  test('is computed from what its keeper brings, says why it fails, and is written down as it turns', async () => {
    const code = await city.equipped()
    expect(await failing(code)).toEqual(['sign', 'fixed-place', 'equipment', 'rules', 'keeper'])
    const before = await city.certificate(code)
    expect(before).toMatchObject({ state: 'incomplete', standard: { standard: 'six-haves', no: 1 } })
    expect(before.criteria[0]!.needs[0]!.takes[0]).toMatchObject({
      words: { zh: '365天内在现场拍的标识照片' },
      why: { zh: '还没有' },
    })
    const sent = await city.take(city.keeper, code, 'sign', 1)
    expect(sent).toMatchObject({ state: 'incomplete', alike: 0, failing: [{ zh: '有固定场所' }, {}, {}, {}] })
    await complete(code)
    const after = await city.certificate(code)
    expect(after).toMatchObject({ state: 'complete', lapsesOn: '2027-02-21' })
    expect(after.history.map(({ state, cause }) => `${state} ${cause}`)).toEqual([
      'complete evidence',
      ...Array(4).fill('incomplete evidence'),
      'incomplete register',
    ])
  })

  test('decays with time, each turn on its own day, and its keeper is told', async () => {
    const code = await city.equipped()
    await complete(code)
    daysOn(70)
    await pass()
    expect(await city.certificate(code)).toMatchObject({ state: 'lapsing', since: '2027-01-22' })
    const duties = await city.world.as(city.keeper).call(stations.keeperDuties, {})
    expect(duties.rows.find((row) => row.code === code)?.duties).toMatchObject([
      { criterion: 'keeper', holds: true, until: '2027-02-21', ways: [{ kind: 'keeper' }] },
    ])
    daysOn(200)
    await pass()
    const { history } = await city.certificate(code)
    expect(history.slice(0, 3).map(({ state, validFrom }) => `${state} ${validFrom}`)).toEqual([
      'incomplete 2027-05-23',
      'incomplete 2027-02-22',
      'lapsing 2027-01-22',
    ])
    const mine = await city.world.as(city.keeper).call(notifications.listMine, {})
    expect(mine.rows.map(({ kind }) => kind)).toContain('stations.certificate-turned')
    daysOn(0)
  })

  test('falls when evidence is taken back, and says so', async () => {
    const code = await city.equipped()
    await complete(code)
    const { evidence } = await city.world.as(city.officer).call(stations.getStaffCertificate, { code })
    const sign = evidence.find(({ what }) => what === 'sign')!
    const back = { id: sign.id, reason: '照片拍的是隔壁门面' }
    for (const as of [city.stranger, city.member, city.keeper])
      await expect(city.world.as(as).call(stations.withdrawEvidence, back)).rejects.toMatchObject({
        status: 403,
      })
    const done = await city.world.as(city.officer).call(stations.withdrawEvidence, back)
    expect(done).toMatchObject({ withdrawn: true, state: 'incomplete', failing: [{ zh: '有统一标识' }] })
    expect(await city.world.as(city.officer).call(stations.withdrawEvidence, back)).toMatchObject({
      withdrawn: false,
    })
    expect((await city.certificate(code)).history[0]).toMatchObject({ cause: 'withdrawal' })
    const photos = (await city.world.nobody.call(stations.getStation, { code })).photos
    expect(photos.map(({ kind }) => kind)).not.toContain('sign')
  })

  test('is withdrawn with its station, and cannot be written by anybody', async () => {
    const code = await city.equipped()
    await closed(code)
    expect(await city.certificate(code)).toMatchObject({
      state: 'withdrawn',
      history: [{ cause: 'register' }, {}],
    })
    await expect(city.take(city.keeper, code, 'sign', 3)).rejects.toMatchObject({ code: 'station-closed' })
    const ids = Object.values(stations).map(({ id }) => id)
    expect(ids.filter((id) => /certif/.test(id) && !/^stations\.(list|get|export)-/.test(id))).toEqual([
      'stations.certificate',
    ])
  })

  test('stands in lists by state, criterion and what lapses, within reach', async () => {
    await complete(await city.equipped())
    const officer = city.world.as(city.officer)
    const all = await officer.call(stations.listCertificates, {})
    expect(all.counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.total)
    const one = await officer.call(stations.listCertificates, { criterion: 'sign' })
    expect(one.total).toBe(all.criteria.find(({ id }) => id === 'sign')!.failing)
    expect(
      await officer.call(stations.listCertificates, { lapsingWithinDays: 365, sort: 'lapsesOn' }),
    ).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ lapsesOn: '2027-02-21' })]),
    })
    expect((await city.world.as(city.stranger).call(stations.listCertificates, {})).total).toBe(0)
    const file = await officer.call(stations.exportCertificates, { reason: '季度核对台账', format: 'csv' })
    expect(file.rows).toBe(all.total)
  })
})

describe('a photo', () => {
  test.each([
    ['from elsewhere', { metresAway: 900 }, 'photo-elsewhere', '超过150米'],
    [
      'older than its challenge',
      { over: { capturedAt: '2026-11-20T02:00:00.000Z' } },
      'photo-before-challenge',
      '太旧',
    ],
    [
      'yet to be taken',
      { over: { capturedAt: '2026-11-23T04:00:00.000Z' } },
      'photo-from-the-future',
      '校准手机时间',
    ],
    ['with no sign of the place', { over: { position: undefined } }, 'photo-no-place', '没有到场证明'],
    ['with a forged challenge', { over: { challenge: 'made.up' } }, 'photo-challenge', '不是为这个驿站'],
  ])('%s is refused with what would do', async (_name, over, code, said) => {
    const station = await city.equipped()
    const sent = sendPhoto(city, city.keeper, { code: station, what: 'sign', picture: scene(7), ...over })
    await expect(sent).rejects.toMatchObject({
      code,
      problems: [{ reason: { zh: expect.stringContaining(said) } }],
    })
    await expect(sent).rejects.toMatchObject({ problems: [{ accepted: { zh: expect.any(String) } }] })
    expect(await failing(station)).toContain('sign')
  })

  test('whose camera noted another year is refused; what it noted is shown to nobody else', async () => {
    const code = await city.equipped()
    const noted = async (taken: string) =>
      sharp(await scene(8))
        .withExif({ IFD2: { DateTimeOriginal: taken } })
        .jpeg()
        .toBuffer()
    const old = sendPhoto(city, city.keeper, { code, what: 'sign', picture: noted('2025:03:01 08:00:00') })
    await expect(old).rejects.toMatchObject({ code: 'photo-camera-older' })
    const { evidenceId } = await sendPhoto(city, city.keeper, {
      code,
      what: 'sign',
      picture: noted('2026:11:23 09:58:00'),
    })
    const original = await city.world.as(city.officer).call(stations.evidenceFile, { id: evidenceId })
    expect((await sharp(original.content).metadata()).exif).toBeDefined()
    for (const as of [city.stranger, city.member])
      await expect(city.world.as(as).call(stations.evidenceFile, { id: evidenceId })).rejects.toMatchObject({
        status: 403,
      })
  })

  test('answers one challenge once, given to whoever keeps the station', async () => {
    const code = await city.equipped()
    const client = city.world.as(city.keeper)
    const { challenge } = await client.call(stations.photoChallenge, { code, what: 'sign' })
    const send = async () =>
      client.call(stations.sendPhoto, {
        code,
        what: 'sign',
        challenge,
        fileId: await upload(city, city.keeper, 'station-evidence', 'a.jpg', await scene((seed += 1))),
        capturedAt: city.world.app.clock().toISOString(),
        position: await nearTo(city, code, 5),
      })
    await send()
    await expect(send()).rejects.toMatchObject({ code: 'photo-repeated' })
    for (const as of [city.stranger, city.member])
      await expect(
        city.world.as(as).call(stations.photoChallenge, { code, what: 'sign' }),
      ).rejects.toMatchObject({ status: 403 })
    const other = await city.equipped()
    const { challenge: elsewhere } = await client.call(stations.photoChallenge, { code: other, what: 'sign' })
    await expect(
      sendPhoto(city, city.keeper, { code, what: 'sign', picture: scene(9), over: { challenge: elsewhere } }),
    ).rejects.toMatchObject({ code: 'photo-challenge' })
  })

  test('that serves two stations is found though it was compressed anew, and a person decides', async () => {
    const [one, two] = [await city.equipped(), await city.equipped()]
    const picture = await scene(31)
    await sendPhoto(city, city.keeper, { code: one, what: 'inside', picture: Promise.resolve(picture) })
    const again = sharp(picture).resize(500).jpeg({ quality: 50 }).toBuffer()
    expect(await sendPhoto(city, city.keeper, { code: two, what: 'inside', picture: again })).toMatchObject({
      alike: 1,
    })
    expect(await failing(two)).not.toContain('fixed-place')
    const officer = city.world.as(city.officer)
    const pair = (await officer.call(stations.listLikenesses, {})).rows.find(
      ({ later }) => later.code === two,
    )!
    expect(pair.earlier.code).toBe(one)
    expect(await waiting(city.officer)).toContain('stations.likenesses')
    expect(await waiting(city.stranger)).not.toContain('stations.likenesses')
    expect((await city.world.as(city.stranger).call(stations.listLikenesses, {})).rows).toEqual([])
    const verdict = { id: pair.id, isSame: true, reason: '两张照片是同一个房间' }
    for (const as of [city.stranger, city.member, city.keeper])
      await expect(city.world.as(as).call(stations.decideLikeness, verdict)).rejects.toMatchObject({
        status: 403,
      })
    expect(await officer.call(stations.decideLikeness, verdict)).toEqual({ withdrawn: true })
    expect(await failing(two)).toContain('fixed-place')
    expect(await failing(one)).not.toContain('fixed-place')
    await expect(officer.call(stations.decideLikeness, verdict)).rejects.toMatchObject({
      code: 'already-decided',
    })
  })
})

test("the keeper's word is the keeper's alone, and once a day", async () => {
  const code = await city.equipped()
  for (const as of [city.officer, city.stranger, city.member])
    await expect(city.world.as(as).call(stations.confirmKeeping, { code })).rejects.toMatchObject({
      status: 403,
    })
  const client = city.world.as(city.keeper)
  expect(await client.call(stations.confirmKeeping, { code })).toMatchObject({ repeated: false })
  expect(await client.call(stations.confirmKeeping, { code })).toMatchObject({ repeated: true })
})

test('a paper is taken with the day it was signed; one too old or not signed yet is not', async () => {
  const code = await city.equipped()
  const send = async (signedOn: string, as = city.keeper) =>
    city.world.as(as).call(stations.sendDocument, {
      code,
      of: 'rules',
      signedOn,
      fileId: await upload(
        city,
        as,
        'station-evidence',
        '制度.pdf',
        Buffer.from('%PDF-1.4\n1 0 obj\n%%EOF\n'),
      ),
    })
  await expect(send('2020-01-01')).rejects.toMatchObject({ code: 'document-date' })
  await expect(send('2026-11-24')).rejects.toMatchObject({ code: 'document-date' })
  for (const as of [city.stranger, city.member])
    await expect(send('2026-11-01', as)).rejects.toMatchObject({ status: 403 })
  await send('2026-11-01')
  expect(await failing(code)).not.toContain('rules')
})
