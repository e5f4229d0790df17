import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '#platform/contract.ts'
import { stations } from '../../contract.ts'
import { makeCityWithFiles, upload } from '../import/testing.ts'
import { draft, person, type Account } from '../testing.ts'

let city: Awaited<ReturnType<typeof makeCityWithFiles>>
let planner: Account
let neighbour: Account
let demandId: string
let sitesId: string

beforeAll(async () => {
  city = await makeCityWithFiles()
  planner = person('王芳', city.own.path, ['stations.plan', 'stations.edit'])
  neighbour = person('李强', city.other.path, ['stations.plan'])
  await city.createStation({ location: { longitude: 113.3, latitude: 33.74, datum: 'GCJ-02' } })
  demandId = (await read('demand', DEMAND)).setId!
  sitesId = (await read('sites', SITES)).setId!
})
afterAll(() => city.remove())

const DEMAND =
  '名称,经度,纬度,人数\n东门,113.300,33.741,40\n西门,113.320,33.760,"1,200人"\n南门,113.340,33.700,25\n'
const SITES = '地点,坐标\n西门口,"113.321,33.761"\n南门口,"113.341,33.701"\n远处,"113.45,33.80"\n'

type Reading = InputOf<typeof stations.readPoints>

async function read(kind: 'demand' | 'sites', text: string, over: Partial<Reading> = {}, as = planner) {
  const fileId = await upload(city, as, 'station-points', 'points.csv', new TextEncoder().encode(text))
  return city.world.as(as).call(stations.readPoints, {
    organisationId: city.own.id,
    fileId,
    kind,
    name: '测试点',
    method: '按门口的人数估计',
    validFrom: '2026-11-01',
    ...over,
  })
}

const asked = (over: Partial<InputOf<typeof stations.startSiting>> = {}) => ({
  organisationId: city.own.id,
  title: '再建一个',
  question: 'build' as const,
  count: 1,
  reach: 'one-km' as const,
  demandId,
  sitesId,
  ...over,
})

async function planned(input: ReturnType<typeof asked>) {
  const client = city.world.as(planner)
  const { id } = await client.call(stations.startSiting, input)
  await expect.poll(async () => (await client.call(stations.getSiting, { id })).status).not.toBe('computing')
  return client.call(stations.getSiting, { id })
}

describe('points of a file', () => {
  it('are judged one by one, and none is kept while one is bad', async () => {
    const text =
      '名称,经度,纬度,人数\n东门,113.3,33.74,40\n,113.3,33.74,1\n反了,33.74,113.3,3\n太远,116.4,39.9,3\n没数,113.31,33.74,许多\n'
    const judged = await read('demand', text)
    expect(judged).toMatchObject({ setId: null, rows: 5, good: 1, bad: 4, persons: 40 })
    expect(judged.verdicts.map(({ row, problems }) => [row, problems[0]!.code])).toEqual([
      [3, 'name-empty'],
      [4, 'coordinates-swapped'],
      [5, 'coordinates-outside-city'],
      [6, 'persons-not-a-count'],
    ])
    const kept = await read('demand', text, { keepGood: true, name: '只留好的' })
    const { rows } = await city.world.as(planner).call(stations.listPointSets, { kind: 'demand' })
    expect(rows.find(({ id }) => id === kept.setId)).toMatchObject({
      points: 1,
      persons: 40,
      name: '只留好的',
    })
  })

  it('need a row, a column of persons, and a permission where they belong', async () => {
    await expect(read('demand', '名称,经度,纬度,人数\n')).rejects.toMatchObject({ code: 'no-points' })
    await expect(read('demand', SITES)).rejects.toMatchObject({ code: 'missing-columns' })
    await expect(read('demand', DEMAND, {}, neighbour)).rejects.toMatchObject({ status: 403 })
    const { rows } = await city.world.as(neighbour).call(stations.listPointSets, {})
    expect(rows).toEqual([])
    expect((await city.world.as(neighbour).call(stations.listPoints, { setId: demandId })).rows).toEqual([])
  })
})

describe('a run', () => {
  it('is computed after it was asked, read by whoever may, and printed', async () => {
    const run = await planned(asked({ title: '先建西门' }))
    expect(run).toMatchObject({
      status: 'optimal',
      coveredBefore: 40,
      coveredAfter: 1240,
      demandPersons: 1265,
    })
    expect(run.plan).toMatchObject({ candidates: 3, stations: 1, greedyAfter: 1240, outOfReach: 0 })
    expect(run.plan!.chosen).toMatchObject([{ name: '西门口', near: 1200, alone: 1200 }])
    const both = await planned(asked({ count: 3 }))
    expect(both.plan!.chosen.map(({ name }) => name)).toEqual(['西门口', '南门口'])
    const { rows } = await city.world.as(planner).call(stations.listSitings, {})
    // Asked in one moment of the test's clock: neither is the newer.
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([both.id, run.id]))
    const client = city.world.as(planner)
    const paper = await client.call(stations.sitingPaper, { id: run.id, comparedWith: both.id })
    expect(Buffer.from(paper.content.subarray(0, 5)).toString()).toBe('%PDF-')
    await expect(city.world.as(neighbour).call(stations.getSiting, { id: run.id })).rejects.toMatchObject({
      status: 404,
    })
    await expect(city.world.as(neighbour).call(stations.sitingPaper, { id: run.id })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('tells what it may close', async () => {
    await city.createStation(draft({ location: { longitude: 113.302, latitude: 33.741, datum: 'GCJ-02' } }))
    const run = await planned(asked({ question: 'close', sitesId: null }))
    expect(run).toMatchObject({ status: 'optimal', coveredBefore: 40, coveredAfter: 40 })
    expect(run.plan!.chosen).toMatchObject([{ alone: 0 }])
  })

  it('is refused where it asks for what cannot be, each with its own answer', async () => {
    const start = (over: Parameters<typeof asked>[0], as = planner) =>
      city.world.as(as).call(stations.startSiting, asked(over))
    await expect(start({ count: 0 })).rejects.toMatchObject({ status: 422 })
    await expect(start({ count: 4 })).rejects.toMatchObject({
      code: 'more-than-there-are',
      problems: [{ reason: { zh: '只有3个备选地点可选。' }, accepted: { zh: '1至3' } }],
    })
    await expect(start({ question: 'close', count: 9 })).rejects.toMatchObject({
      code: 'more-than-there-are',
    })
    await expect(start({ sitesId: null })).rejects.toMatchObject({ code: 'no-sites' })
    await expect(start({ demandId: sitesId })).rejects.toMatchObject({ status: 404 })
    const empty = await read('demand', '名称,经度,纬度,人数\n空地,113.3,33.74,0\n', { name: '空的' })
    await expect(start({ demandId: empty.setId! })).rejects.toMatchObject({ code: 'empty-demand' })
    const far = await read('sites', '名称,经度,纬度\n远处,113.45,33.80\n', { name: '都远' })
    expect(await planned(asked({ sitesId: far.setId! }))).toMatchObject({
      status: 'none-in-reach',
      plan: { chosen: [], coveredAfter: 40 },
    })
    await expect(start({}, neighbour)).rejects.toMatchObject({ status: 403 })
    await expect(start({}, city.member)).rejects.toMatchObject({ status: 403 })
    await expect(city.world.nobody.call(stations.startSiting, asked())).rejects.toMatchObject({ status: 401 })
  })

  it('can be stopped by whoever may plan there; an answer that came first stays', async () => {
    const run = await planned(asked())
    const cancel = (as: Account) => city.world.as(as).call(stations.cancelSiting, { id: run.id })
    await expect(cancel(neighbour)).rejects.toMatchObject({ status: 404 })
    expect(await cancel(planner)).toEqual({ cancelled: false })
    const { id } = await city.world.as(planner).call(stations.startSiting, asked())
    const stopped = await city.world.as(planner).call(stations.cancelSiting, { id })
    await expect
      .poll(async () => (await city.world.as(planner).call(stations.getSiting, { id })).status)
      .toBe(stopped.cancelled ? 'cancelled' : 'optimal')
  })
})
