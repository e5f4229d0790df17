import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figures } from '../contract.ts'
import { anybody, makeParkCity, officer, type ParkCity } from './testing/parks.ts'

let city: ParkCity

beforeAll(async () => {
  city = await makeParkCity()
  await city.park('北山', '2020-05-01')
  await city.park('河滨', '2022-03-01', { district: 'west' })
  await city.park('旧城', '2019-01-01')
  await city.park('旧城', '2024-06-01', { isOpen: false })
  await city.visits('east', 41)
  await city.visits('west', 17)
  await city.visits('south', 3)
})
afterAll(() => city.world.close())

const total = async (asOf?: string) =>
  (await city.call(anybody, figures.getFigure, { key: 'parks.total', ...(asOf && { asOf }) })).value

test('a past day has its past value, also after a place closed', async () => {
  expect(await total()).toBe(2)
  expect(await total('2024-05-31')).toBe(2 + 1)
  expect(await total('2024-06-01')).toBe(2)
  expect(await total('2021-01-01')).toBe(2)
  expect(await total('2018-12-31')).toBe(0)
})

test('a day to come has no value', async () => {
  await expect(total('2026-11-24')).rejects.toMatchObject({ code: 'day-out-of-range' })
})

test('the report names what is not recorded and gives it no number', async () => {
  const report = await city.call(anybody, figures.listFigures, {})
  const parks = report.rows.filter(({ chapter }) => chapter.en === 'Parks')
  expect(parks.map(({ key, value }) => [key, value])).toEqual([
    ['parks.total', 2],
    ['parks.visits', 60],
  ])
  expect(report.notYetRecorded).toContainEqual({ zh: '志愿服务', en: 'Volunteers' })
})

test('places open to their records, found by the words that people read, with a way to each', async () => {
  const open = await city.call(anybody, figures.figureRecords, { key: 'parks.total' })
  expect(open.rows.map(({ cells, hrefs }) => [cells[0], hrefs[0]])).toEqual([
    ['北山', '/parks/北山'],
    ['河滨', '/parks/河滨'],
  ])
  const found = await city.call(anybody, figures.figureRecords, { key: 'parks.total', search: '西区' })
  expect(found.rows.map(({ key }) => key)).toEqual(['河滨'])
  expect(found.total).toBe(1)
})

test('visits open as groups: the small one hides, and so does the one that would give it away', async () => {
  const open = await city.call(anybody, figures.figureRecords, { key: 'parks.visits' })
  expect(open).toMatchObject({ rows: [], total: 60, digest: { records: 60 } })
  expect(open.groups[0]!.rows.map(({ key, value }) => [key, value])).toEqual([
    ['east', 40],
    ['south', null],
    ['west', null],
  ])
  const searched = city.call(anybody, figures.figureRecords, { key: 'parks.visits', search: 'south' })
  await expect(searched).rejects.toMatchObject({ code: 'not-searchable' })
})

test('a total of one to nine is not told either, nor its digest', async () => {
  const small = await makeParkCity()
  await small.visits('east', 9)
  expect(await small.call(anybody, figures.getFigure, { key: 'parks.visits' })).toMatchObject({
    value: null,
    fewerThanTen: true,
    breakdowns: [{ tooFew: true, rows: [] }],
  })
  const records = await small.call(anybody, figures.figureRecords, { key: 'parks.visits' })
  expect(records).toMatchObject({ total: null, digest: null, groups: [{ rows: [] }] })
  await small.world.close()
})

test('only an auditor of the whole city opens single records, and the log keeps why', async () => {
  const input = { key: 'parks.visits', reason: '核对十一月的入园记录' }
  await expect(city.call(anybody, figures.auditRecords, input)).rejects.toMatchObject({ status: 401 })
  const publisher = officer('沈振声', 'figures.publish', 'figures.read')
  await expect(city.call(publisher, figures.auditRecords, input)).rejects.toMatchObject({ status: 403 })
  const county = {
    ...officer('县审计', 'figures.audit'),
    grants: [{ permission: 'figures.audit', unit: 'root.x' }],
  }
  await expect(city.call(county, figures.auditRecords, input)).rejects.toMatchObject({ status: 403 })
  const page = await city.call(officer('纪明衡', 'figures.audit'), figures.auditRecords, {
    ...input,
    pageSize: 20,
  })
  expect([page.rows.length, page.total]).toEqual([20, 61])
  const { rows } = await sql<{ reason: string; subjects: string[] }>`
    select reason, subjects from audit.line where operation = 'figures.audit-records' and outcome = 'done'`.execute(
    city.world.owner.db,
  )
  expect(rows).toEqual([{ reason: input.reason, subjects: ['figure:parks.visits'] }])
})

test('the canonical export hashes to the digest on the page; people’s records do not leave', async () => {
  const file = await city.call(anybody, figures.exportFigure, { key: 'parks.total', format: 'canonical' })
  const { digest } = await city.call(anybody, figures.figureRecords, { key: 'parks.total' })
  expect(createHash('sha256').update(file.content).digest('hex')).toBe(digest!.sha256)
  const people = city.call(anybody, figures.exportFigure, { key: 'parks.visits', format: 'canonical' })
  await expect(people).rejects.toMatchObject({ code: 'records-not-open' })
})

test('a CSV says what it is, that it is a demo, and keeps small groups hidden', async () => {
  const file = await city.call(anybody, figures.exportFigure, { key: 'parks.visits', format: 'csv' })
  const text = Buffer.from(file.content).toString()
  expect(text).toContain('演示数据')
  expect(text).toMatch(/SHA-256 [0-9a-f]{64}/)
  expect(text).toContain('60 人次')
  expect(text).toContain('按区,east,40')
  expect(text).toContain('按区,south,不公开')
  expect(file.fileName).toBe('入园 2026-11-23.csv')
})
