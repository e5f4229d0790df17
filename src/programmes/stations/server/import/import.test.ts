// Longer than most: one city, set up once, for all that a roster of stations may hold.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeGb18030 } from '#platform/tabular/test-files.ts'
import { stations } from '../../contract.ts'
import { draft, person } from '../testing.ts'
import { count, csvText, headings, line, makeCityWithFiles, rowsOf, startRoster, upload } from './testing.ts'

let city: Awaited<ReturnType<typeof makeCityWithFiles>>
beforeAll(async () => void (city = await makeCityWithFiles()))
afterAll(() => city.remove())

/** Each test brings stations of its own, in places of their own. */
let serial = 0
beforeEach(() => void (serial += 40))

const officer = () => city.world.as(city.officer)
const commit = (importId: string) => officer().call(stations.commitImport, { importId })

test('a GB18030 CSV becomes stations with codes, plates and keepers; a mobile number stays the keeper’s', async () => {
  const lines = [line(serial), line(serial + 1, { 8: '0375-1234567' })]
  const content = encodeGb18030(csvText(lines))
  const fileId = await upload(city, city.officer, 'station-roster', '名册.csv', content)
  const preview = await officer().call(stations.startImport, { organisationId: city.own.id, fileId })
  expect(preview).toMatchObject({
    rows: 2,
    ready: 2,
    confirm: 0,
    refused: 0,
    state: 'preview',
    fileName: '名册.csv',
  })
  expect(preview.columns).toContainEqual({ heading: '驿站名称', field: 'name' })
  expect(await count(city, 'station')).toBe(0)
  expect(await commit(preview.importId)).toEqual({ created: 2, changed: 0, unchanged: 0, left: 0 })
  const { rows } = await officer().call(stations.listStations, { search: '名册驿站' })
  expect(rows.map((row) => row.name)).toEqual([`名册驿站${serial}`, `名册驿站${serial + 1}`])
  expect(rows[0]).toMatchObject({ adcode: '410402', facilities: ['water', 'seats'], keeperName: '孙梅' })
  const shown = await Promise.all(rows.map(({ code }) => officer().call(stations.getStaffStation, { code })))
  expect(shown.map((station) => station.draft.phone)).toEqual(['', '0375-1234567'])
  expect(await count(city, 'plate')).toBe(2)
  await expect(commit(preview.importId)).rejects.toMatchObject({ status: 409, code: 'import-closed' })
})

test('the same roster again, in another order and format, changes nothing and writes no history', async () => {
  const lines = [line(serial), line(serial + 1)]
  await commit((await startRoster(city, lines)).importId)
  const before = [await count(city, 'station_version'), await count(city, 'keeper')]
  const again = await startRoster(city, lines.toReversed())
  expect(again).toMatchObject({ ready: 2, confirm: 0, refused: 0 })
  expect(await commit(again.importId)).toEqual({ created: 0, changed: 0, unchanged: 2, left: 0 })
  expect([await count(city, 'station_version'), await count(city, 'keeper')]).toEqual(before)
})

test('a row that means a known station asks first, and names what it changes', async () => {
  await commit((await startRoster(city, [line(serial)])).importId)
  const changed = await startRoster(city, [line(serial, { 3: '光明路9号', 5: '全天' })])
  const [row] = await rowsOf(city, changed.importId)
  expect(row).toMatchObject({ decision: 'confirm', changes: expect.stringMatching(/^410402-/) })
  expect(row!.problems[0]!.reason.zh).toMatch(/地址、开放时间/)
  expect(await commit(changed.importId)).toMatchObject({ changed: 0, left: 1 })
  const second = await startRoster(city, [line(serial, { 3: '光明路9号', 5: '' })])
  await officer().call(stations.decideImportRow, {
    importId: second.importId,
    row: row!.row,
    decision: 'confirm',
  })
  expect(await commit(second.importId)).toEqual({ created: 0, changed: 1, unchanged: 0, left: 0 })
  const { rows } = await officer().call(stations.listStations, { search: `名册驿站${serial}` })
  expect(rows[0]).toMatchObject({ address: '光明路9号', version: 2 })
  const { draft: kept } = await officer().call(stations.getStaffStation, { code: rows[0]!.code })
  expect(kept.hours.seasons[0]!.weekly[0]).toMatchObject({ from: '08:00', to: '18:00' })
})

describe('deciding a row', () => {
  const decide = (
    importId: string,
    row: number,
    decision: 'confirm' | 'skip' | 'judge',
    cells?: Record<string, string>,
  ) => officer().call(stations.decideImportRow, { importId, row, decision, ...(cells && { cells }) })

  test('swapped columns are refused with a fix, which may need a column that the file does not have', async () => {
    const head = [...headings.slice(0, 4), '经度', '纬度']
    const [longitude = '', latitude = ''] = line(serial)[4]!.split(',')
    const content = csvText([[...line(serial).slice(0, 4), latitude, longitude]], head)
    const fileId = await upload(city, city.officer, 'station-roster', 'a.csv', Buffer.from(content))
    const input = { organisationId: city.own.id, fileId }
    const { importId } = await officer().call(stations.startImport, input)
    const [row] = await rowsOf(city, importId)
    const problem = row!.problems.find((it) => it.code === 'coordinates-swapped')!
    expect(row!.decision).toBe('refused')
    await expect(decide(importId, row!.row, 'confirm')).rejects.toMatchObject({ code: 'row-refused' })
    const fixed = await decide(importId, row!.row, 'judge', { [problem.field]: problem.fix!.value })
    expect(fixed).toMatchObject({ decision: 'confirm', cells: { 坐标: problem.fix!.value } })
    expect(fixed.problems.map((it) => it.code)).toContain('station-without-hours')
    const { columns } = await officer().call(stations.getImport, { importId })
    expect(columns).toContainEqual({ heading: '坐标', field: 'coordinates' })
  })

  test('a keeper’s phone that is put right stands in no audit line', async () => {
    const { importId } = await startRoster(city, [line(serial)])
    const [row] = await rowsOf(city, importId)
    await decide(importId, row!.row, 'judge', { 联系电话: '13911112222' })
    const { rows } = await city.world.owner.pool.query('select from audit.line l where l::text like $1', [
      '%13911112222%',
    ])
    expect(rows).toEqual([])
  })

  test('of two rows with one name the second asks; skipping the first frees it, and taking that back asks again', async () => {
    const lines = [line(serial), line(serial + 1, { 1: `名册驿站${serial}` })]
    const { importId } = await startRoster(city, lines)
    const [first, second] = await rowsOf(city, importId)
    const decisions = async () => (await rowsOf(city, importId)).map((row) => row.decision)
    expect(await decisions()).toEqual(['ready', 'confirm'])
    await decide(importId, first!.row, 'skip')
    expect(await decisions()).toEqual(['skipped', 'ready'])
    await decide(importId, first!.row, 'judge')
    expect(await decisions()).toEqual(['ready', 'confirm'])
    await decide(importId, second!.row, 'confirm')
    expect(await decisions()).toEqual(['ready', 'confirmed'])
    // Agreed to one double; another row that becomes one is a new question.
    await decide(importId, first!.row, 'judge', { 详细地址: '矿工路3号' })
    expect(await decisions()).toEqual(['ready', 'confirmed'])
    expect(await commit(importId)).toMatchObject({ created: 2 })
  })

  test('a missing place refuses, missing hours ask, and neither is made up', async () => {
    const { importId } = await startRoster(city, [line(serial, { 4: '' }), line(serial + 1, { 5: '' })])
    const rows = await rowsOf(city, importId)
    expect(rows.map((row) => row.decision)).toEqual(['refused', 'confirm'])
    await decide(importId, rows[1]!.row, 'confirm')
    expect(await commit(importId)).toMatchObject({ created: 1, left: 1 })
  })

  test('a column that neither file nor roster knows is refused by name', async () => {
    const { importId } = await startRoster(city, [line(serial)])
    await expect(decide(importId, 3, 'judge', { 颜色: '红' })).rejects.toMatchObject({
      status: 422,
      problems: [{ field: 'cells.颜色' }],
    })
  })
})

test('two rows for one known station, and a station of another county, are refused', async () => {
  const name = `名册驿站${serial}`
  await commit((await startRoster(city, [line(serial)])).importId)
  const twice = await startRoster(city, [line(serial), line(serial)])
  const rows = await rowsOf(city, twice.importId)
  expect(rows.map((row) => row.decision)).toEqual(['ready', 'refused'])
  expect(rows[1]!.problems.map((it) => it.code)).toContain('station-same-target')
  const theirs = await startRoster(city, [line(serial)], city.stranger, city.other)
  const [row] = await rowsOf(city, theirs.importId, city.stranger)
  expect(row!.decision).toBe('refused')
  expect(row!.problems.map((it) => it.code)).toContain('station-out-of-reach')
  expect(row!.problems[0]!.reason.zh).toContain(name)
})

test("the city's roster gives each county its own stations", async () => {
  const chief = person('周建国', city.root.path, ['stations.import', 'stations.read'])
  const { importId } = await startRoster(
    city,
    [line(serial), line(serial + 1, { 2: '卫东区' })],
    chief,
    city.root,
  )
  await city.world.as(chief).call(stations.commitImport, { importId })
  const { rows } = await city.world
    .as(chief)
    .call(stations.listStations, { search: '名册驿站', pageSize: 200 })
  const owners = new Map(rows.map((row) => [row.name, row.organisationName]))
  expect(owners.get(`名册驿站${serial}`)).toBe('新华区总工会')
  expect(owners.get(`名册驿站${serial + 1}`)).toBe('卫东区总工会')
})

test('a county’s roster with a station of another district asks', async () => {
  const { importId } = await startRoster(city, [line(serial, { 2: '卫东区' })])
  const [row] = await rowsOf(city, importId)
  expect(row!.decision).toBe('confirm')
  expect(row!.problems.map((it) => it.code)).toEqual(['station-other-district'])
})

test('two officers: what one changed since the preview, the other’s commit does not overwrite', async () => {
  const first = await startRoster(city, [line(serial), line(serial + 1)])
  await commit(first.importId)
  const preview = await startRoster(city, [line(serial, { 3: '新址1号' }), line(serial + 2)])
  const [row] = await rowsOf(city, preview.importId)
  const decide = (decision: 'confirm' | 'judge') =>
    officer().call(stations.decideImportRow, { importId: preview.importId, row: row!.row, decision })
  await decide('confirm')
  const { code } = (await officer().call(stations.listStations, { search: `名册驿站${serial}` })).rows[0]!
  const other = city.world.as(person('张伟', city.own.path, ['stations.edit']))
  await other.call(stations.editStation, { code, version: 1, draft: draft({ name: `名册驿站${serial}` }) })
  const before = await count(city, 'station')
  await expect(commit(preview.importId)).rejects.toMatchObject({ status: 409, code: 'changed-since-preview' })
  expect(await count(city, 'station')).toBe(before)
  expect(await decide('judge')).toMatchObject({ decision: 'confirm' })
  await decide('confirm')
  expect(await commit(preview.importId)).toMatchObject({ created: 1, changed: 1 })
})

test('headings that repeat or are blank lose no cell', async () => {
  const head = [...headings, '备注', '备注', '']
  const content = csvText([[...line(serial), '一', '二', '三']], head)
  const fileId = await upload(city, city.officer, 'station-roster', 'a.csv', Buffer.from(content))
  const { importId } = await officer().call(stations.startImport, { organisationId: city.own.id, fileId })
  const [row] = await rowsOf(city, importId)
  expect(row!.cells).toMatchObject({ 备注: '一', '备注（K列）': '二', '（L列）': '三' })
})
