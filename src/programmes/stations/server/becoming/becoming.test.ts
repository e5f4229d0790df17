// Longer than most: one city, set up once, from an application to the plate on the door.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { review } from '#kernel/review/contract.ts'
import type { InputOf } from '#platform/contract.ts'
import { stations } from '../../contract.ts'
import { makeCityWithFiles, upload } from '../import/testing.ts'
import { draft, person, phoneOwner, type Account } from '../testing.ts'

type Wish = InputOf<typeof stations.applyStation>

let city: Awaited<ReturnType<typeof makeCityWithFiles>>
let applicant: Account
let keeper: Account
let checker: Account
let decider: Account
let photo: Buffer

const KEEPER_PHONE = '13811110002'

beforeAll(async () => {
  city = await makeCityWithFiles()
  applicant = await phoneOwner(city.world, '13811110001')
  keeper = await phoneOwner(city.world, KEEPER_PHONE)
  checker = person('陈晨', city.own.path, ['stations.check', 'stations.read'])
  decider = person('林雪', city.root.path, ['stations.decide', 'stations.read'])
  photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#557799' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => city.remove())

async function wish(over: Partial<Wish> = {}, as = applicant): Promise<Wish> {
  const { level: _level, openedOn: _openedOn, ...place } = draft()
  const fileId = await upload(city, as, 'station-application-photo', '门口.jpg', photo)
  return {
    draft: { ...place, hostUnit: '新华区环卫所' },
    keeper: { name: '孙梅', phone: KEEPER_PHONE },
    photos: [{ fileId, kind: 'outside' }],
    consent: true,
    ...over,
  }
}

const as = (account: Account) => city.world.as(account)
const get = (id: string, account = applicant) => as(account).call(stations.getApplication, { id })

/** Applied, and agreed to by its keeper. */
async function checking(over: Partial<Wish> = {}): Promise<string> {
  const { id } = await as(applicant).call(stations.applyStation, await wish(over))
  await as(keeper).call(stations.agreeToKeep, { id, seq: 1, agrees: true })
  return id
}

const forward = (id: string, account = checker, over = {}) =>
  as(account).call(stations.forwardApplication, { id, seq: 2, found: '门面朝街，水电齐全', ...over })
const grant = (id: string, account = decider, over = {}) =>
  as(account).call(stations.grantApplication, { id, seq: 3, ...over })

describe('a host unit that applies', () => {
  it('becomes a station once the keeper agreed, the county checked and the city decided', async () => {
    const sent = await wish()
    const { id } = await as(applicant).call(stations.applyStation, sent)
    expect(await get(id)).toMatchObject({ state: 'keeper', role: 'applicant', keeper: { agreedAt: null } })
    expect((await as(keeper).call(stations.myApplications, {})).rows).toMatchObject([{ id, role: 'keeper' }])
    await as(keeper).call(stations.agreeToKeep, { id, seq: 1, agrees: true })
    expect(await get(id, checker)).toMatchObject({
      state: 'checking',
      mayForward: true,
      keeper: { phone: '138****0002' },
    })
    await forward(id, checker, { visitedOn: '2026-11-20' })
    const { code } = await grant(id)
    const seen = await city.world.nobody.call(stations.getStation, { code })
    expect(seen).toMatchObject({
      name: sent.draft.name,
      hostUnit: '新华区环卫所',
      state: 'operating',
      openedOn: '2026-11-23',
    })
    expect(seen.photos).toHaveLength(1)
    expect((await as(keeper).call(stations.myStations, {})).rows.map((row) => row.code)).toEqual([code])
    expect(await get(id)).toMatchObject({ state: 'granted', stationCode: code })
    const story = await as(applicant).call(review.getCase, { id: (await get(id)).caseId })
    expect(story.timeline.map(({ move }) => move)).toEqual(['open', 'agree', 'forward', 'grant'])
    await expect(grant(id)).rejects.toMatchObject({ code: 'granted-already' })
  })

  it('has agreed by naming their own phone', async () => {
    const { id } = await as(applicant).call(
      stations.applyStation,
      await wish({ keeper: { name: '周洁', phone: '13811110001' } }),
    )
    expect(await get(id)).toMatchObject({ state: 'checking', keeper: { phone: '13811110001' } })
  })

  it('is asked about a neighbour within 50 m, and says that they are two', async () => {
    const { location } = draft()
    const neighbour = await city.createStation({ location })
    const near = await wish()
    near.draft.location = { ...location, latitude: location.latitude + 0.0002 }
    await expect(as(applicant).call(stations.applyStation, near)).rejects.toMatchObject({
      code: 'needs-confirmation',
      problems: [{ field: `confirmed.duplicate:${neighbour}` }],
    })
    const fresh = { ...(await wish()), draft: near.draft, confirmed: [`duplicate:${neighbour}`] }
    const { id } = await as(applicant).call(stations.applyStation, fresh)
    expect((await get(id)).neighbours).toMatchObject([{ code: neighbour }])
  })

  it('must show the place, agree, and stand in the city', async () => {
    const apply = async (over: Partial<Wish>) => as(applicant).call(stations.applyStation, await wish(over))
    await expect(apply({ photos: [] })).rejects.toMatchObject({ code: 'photos-missing' })
    await expect(apply({ consent: false as never })).rejects.toMatchObject({ status: 422 })
    await expect(apply({ keeper: { name: '孙梅', phone: '123' } })).rejects.toMatchObject({ status: 422 })
    const beijing = {
      ...(await wish()).draft,
      location: { longitude: 116.4, latitude: 39.9, datum: 'GCJ-02' as const },
    }
    await expect(apply({ draft: beijing })).rejects.toMatchObject({ code: 'outside-city' })
    const others = await upload(city, keeper, 'station-application-photo', '门口.jpg', photo)
    await expect(apply({ photos: [{ fileId: others, kind: 'sign' }] })).rejects.toMatchObject({ status: 404 })
    await expect(city.world.nobody.call(stations.applyStation, await wish())).rejects.toMatchObject({
      status: 401,
    })
  })

  it('corrects what came back, and another keeper is asked anew', async () => {
    const id = await checking()
    const { caseId, photos } = await get(id)
    await as(checker).call(review.act, { id: caseId, seq: 2, move: 'return', reason: '地址写不清楚' })
    const kept = photos.map((one) => one.id)
    const again = { ...(await wish()), id, seq: 3, photos: [], kept }
    await expect(as(keeper).call(stations.correctApplication, again)).rejects.toMatchObject({ status: 403 })
    const moved = { ...again, draft: { ...again.draft, adcode: '410403' } }
    await expect(as(applicant).call(stations.correctApplication, moved)).rejects.toMatchObject({
      code: 'other-district',
    })
    await as(applicant).call(stations.correctApplication, again)
    expect(await get(id)).toMatchObject({ state: 'checking', version: 2, draft: { name: again.draft.name } })
    await as(checker).call(review.act, { id: caseId, seq: 4, move: 'return', reason: '管理员要换人' })
    const other = { ...again, seq: 5, keeper: { name: '何静', phone: '13811110003' } }
    await as(applicant).call(stations.correctApplication, other)
    expect(await get(id)).toMatchObject({
      state: 'keeper',
      version: 3,
      keeper: { name: '何静', agreedAt: null },
    })
  })

  it('takes it back, and nobody sees the pictures any more', async () => {
    const id = await checking()
    const { caseId } = await get(id)
    await as(applicant).call(review.act, { id: caseId, seq: 2, move: 'take-back' })
    const { rows } = await city.world.owner.pool.query(
      `select count(*)::int as shown from files.file where is_public and id::text in
        (select jsonb_array_elements(photos) ->> 'fileId' from stations.application_version where application_id = $1)`,
      [id],
    )
    expect(rows).toEqual([{ shown: 0 }])
  })
})

describe('deciding', () => {
  it('is for the city, and for nobody who proposed or took an earlier step', async () => {
    const id = await checking()
    await expect(grant(id, decider, { seq: 2 })).rejects.toMatchObject({ status: 409 })
    const both = person('高强', city.root.path, ['stations.check', 'stations.decide'])
    await forward(id, both)
    await expect(grant(id, both)).rejects.toMatchObject({ status: 403 })
    await expect(grant(id, checker)).rejects.toMatchObject({ status: 403 })
    await expect(grant(id, person('李强', city.other.path, ['stations.decide']))).rejects.toMatchObject({
      status: 404,
    })
    await expect(grant(id, city.member)).rejects.toMatchObject({ status: 403 })
    const late = person('马超', city.root.path, ['stations.decide'])
    const first = await Promise.allSettled([grant(id, decider), grant(id, late)])
    expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('stops where a neighbour came meanwhile, until the city says that they are two', async () => {
    const { location } = draft()
    const place = (await wish()).draft
    const id = await checking({ draft: { ...place, location } })
    await forward(id)
    const neighbour = await city.createStation({ location })
    await expect(grant(id)).rejects.toMatchObject({ code: 'needs-confirmation' })
    expect(await get(id)).toMatchObject({ state: 'deciding' })
    await grant(id, decider, { confirmed: [`duplicate:${neighbour}`] })
  })

  it('refuses with a reason that the applicant reads', async () => {
    const id = await checking()
    const { caseId } = await get(id)
    const refuse = (reason?: string) =>
      as(decider).call(review.act, { id: caseId, seq: 2, move: 'refuse', ...(reason && { reason }) })
    await expect(refuse()).rejects.toMatchObject({ status: 422 })
    await refuse('门口在施工围挡里，外面进不来')
    const story = await as(applicant).call(review.getCase, { id: caseId })
    expect(story).toMatchObject({ state: 'refused' })
    expect(story.timeline.at(-1)).toMatchObject({ reason: '门口在施工围挡里，外面进不来' })
  })
})

describe('checking', () => {
  it('is for the county where it lies, never for the next one, members or strangers', async () => {
    const id = await checking()
    const next = person('李强', city.other.path, ['stations.check', 'stations.read'])
    await expect(forward(id, next)).rejects.toMatchObject({ status: 404 })
    await expect(forward(id, city.member)).rejects.toMatchObject({ status: 403 })
    await expect(
      city.world.nobody.call(stations.forwardApplication, { id, seq: 2, found: '可以设站' }),
    ).rejects.toMatchObject({ status: 401 })
    await expect(get(id, next)).rejects.toMatchObject({ status: 404 })
    await expect(get(id, city.member)).rejects.toMatchObject({ status: 404 })
    const { rows } = await as(next).call(stations.listApplications, {})
    expect(rows).toEqual([])
    expect((await as(checker).call(stations.listApplications, {})).rows.map((row) => row.id)).toContain(id)
    await expect(forward(id, checker, { visitedOn: '2026-12-01' })).rejects.toMatchObject({
      code: 'visit-to-come',
    })
    await forward(id)
  })

  it('waits for the keeper, whom nobody else can be', async () => {
    const { id } = await as(applicant).call(stations.applyStation, await wish())
    await expect(forward(id, checker, { seq: 1 })).rejects.toMatchObject({ status: 409 })
    const agree = (account: Account, agrees = true) =>
      as(account).call(stations.agreeToKeep, { id, seq: 1, agrees, reason: '下个月调走' })
    await expect(agree(applicant)).rejects.toMatchObject({ status: 403 })
    await expect(agree(city.member)).rejects.toMatchObject({ status: 404 })
    await agree(keeper, false)
    expect(await get(id)).toMatchObject({ state: 'returned', mayCorrect: true })
  })
})
