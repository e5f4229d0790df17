import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figures } from '../../contract.ts'
import { monthEndsBefore } from '../rules/month-ends.ts'
import { anybody, makeParkCity, type ParkCity } from '../testing/parks.ts'

let city: ParkCity

beforeAll(async () => {
  city = await makeParkCity()
  await city.park('北山', '2020-05-01')
  await city.park('河滨', '2026-09-10', { district: 'west' })
  await city.visits('east', 41)
  await city.visits('west', 17)
  await city.visits('south', 3)
})
afterAll(() => city.world.close())

const csvOf = async (key: string, asOf?: string) => {
  const file = await city.call(anybody, figures.openFigureCsv, { key, ...(asOf && { asOf }) })
  return {
    ...file,
    lines: Buffer.from(file.content).toString().replace('\uFEFF', '').trimEnd().split('\r\n'),
  }
}

test('a figure of people leaves as the report tells it: whole tens, small groups withheld, its meaning beside it', async () => {
  const open = await city.call(anybody, figures.openFigure, { key: 'parks.visits' })
  expect(open).toMatchObject({ value: 60, dimension: 'turns', opensTo: 'groups-of-ten', isDemo: true })
  expect(open.parts[0]!.rows.map(({ key, value }) => [key, value])).toEqual([
    ['east', 40],
    ['south', null],
    ['west', null],
  ])
  expect(open.digest).toMatch(/^[0-9a-f]{64}$/)
  expect(open.query.zh).toContain('每行记着区、时间')
  expect(open.addresses.csv).toBe('/api/figures/open-figure-csv?key=parks.visits')
  const { digest } = await city.call(anybody, figures.figureRecords, { key: 'parks.visits' })
  expect(open.digest).toBe(digest!.sha256)
})

test('the CSV starts with its heads, has as many fields in each line, and says what is withheld', async () => {
  const { lines, content } = await csvOf('parks.visits')
  expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(lines[0]).toMatch(/^类别,分组依据,组,时间,数值,单位,说明,键,/)
  expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1)
  expect(lines[1]).toMatch(/^总数,,,,60,人次,,parks\.visits,/)
  expect(lines.find((line) => line.startsWith('分组,按区,south'))).toMatch(/^分组,按区,south,,,人次,不公开/)
  expect(lines.every((line, at) => at === 0 || line.endsWith('演示数据，均为虚构'))).toBe(true)
})

test('of one to nine nothing leaves, neither number nor digest; a past day leaves as it was', async () => {
  const before = await city.call(anybody, figures.openFigure, { key: 'parks.total', asOf: '2026-08-31' })
  expect(before.value).toBe(1)
  expect((await csvOf('parks.total', '2026-08-31')).lines[1]).toMatch(/^总数,,,,1,座,/)
  const small = await makeParkCity()
  await small.visits('east', 9)
  const few = await small.call(anybody, figures.openFigure, { key: 'parks.visits' })
  expect(few).toMatchObject({
    value: null,
    fewerThanTen: true,
    digest: null,
    parts: [{ tooFew: true, rows: [] }],
  })
  await small.world.close()
})

test('every figure stands in the catalogue file with its definition and addresses', async () => {
  const file = await city.call(anybody, figures.openCatalogueCsv, {})
  const { total } = await city.call(anybody, figures.listFigures, {})
  const lines = Buffer.from(file.content).toString().trimEnd().split('\r\n')
  expect(lines).toHaveLength(total + 1)
  expect(lines.at(-2)).toContain('parks.total')
  expect(lines.at(-1)).toContain('/api/figures/open-figure?key=parks.visits')
})

test('districts are compared at the ends of months, with what is withheld left out', async () => {
  const places = await city.call(anybody, figures.compareDistricts, { key: 'parks.total' })
  expect(places.moments).toHaveLength(13)
  expect(places.moments.slice(-2)).toEqual(['2026-10-31', '2026-11-23'])
  expect(places.series.map(({ key, values }) => [key, values.at(-4), values.at(-1)])).toEqual([
    ['east', 1, 1],
    ['west', 0, 1],
  ])
  const visits = await city.call(anybody, figures.compareDistricts, { key: 'parks.visits' })
  expect(visits.series.map(({ key, values }) => [key, values.at(-1)])).toEqual([
    ['east', 40],
    ['south', null],
    ['west', null],
  ])
  expect(visits.choices.map(({ key }) => key)).toContain('parks.visits')
  const none = city.call(anybody, figures.compareDistricts, { key: 'green-travel.rides' })
  await expect(none).rejects.toMatchObject({ code: 'not-by-district' })
})

test('the ends of months run up to the month of the day, without a gap', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const day = date.toISOString().slice(0, 10)
        const ends = monthEndsBefore(day, 12)
        const next = (end: string) => new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10)
        expect(ends.every((end) => next(end).endsWith('-01'))).toBe(true)
        expect(next(ends.at(-1)!)).toBe(`${day.slice(0, 7)}-01`)
        expect(new Set(ends.map((end) => end.slice(0, 7))).size).toBe(12)
      },
    ),
    { numRuns: 200 },
  )
})
