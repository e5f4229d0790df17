import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable } from '#platform/tabular/read-table.ts'
import { Readable } from 'node:stream'
import { membership } from '../../contract.ts'
import { makePlantedRoster } from './testing/planted-roster.ts'
import {
  csvOf,
  line,
  look,
  makeRosterCity,
  startRoster,
  work,
  type RosterCity,
} from './testing/roster-city.ts'

/** Made by LibreOffice Calc 7.4 (`testing/make-fixtures.ts`), not by our own writer. */
const fixture = (name: string) => readFileSync(new URL(`./testing/${name}`, import.meta.url))

let city: RosterCity
beforeAll(async () => void (city = await makeRosterCity()))
afterAll(() => city.remove())

const planted = () => makePlantedRoster(240, ['晨光家政公司工会', '晨光家政公司第二工会'])
/** Two title rows and the header stand above. */
const FIRST_ROW = 4

async function codesByRow(importId: string): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>()
  for (let page = 1; page <= 2; page++) {
    const { rows } = await city.world
      .as(city.officer)
      .call(membership.listRosterRows, { importId, page, pageSize: 200 })
    for (const { row, problems } of rows) found.set(row, problems.map(({ code }) => code).sort())
  }
  return found
}

test.each([
  ['roster.xlsx', [] as number[]],
  // A merged cell has no value below its first row once it is written as CSV.
  [
    'roster.csv',
    planted().merged.flatMap(({ from, rows }) => Array.from({ length: rows - 1 }, (_, at) => from + 1 + at)),
  ],
])('every fault planted in %s is found and named, and no other', async (name, withoutUnion) => {
  const importId = await startRoster(city, city.tree.xinhua, fixture(name), city.officer, name)
  await work(city)
  const shown = await look(city, importId)
  expect(shown).toMatchObject({ state: 'preview', rowsChecked: 240, headerRow: 3 })
  expect(shown.columns.every(({ field }) => field !== null)).toBe(true)
  const found = await codesByRow(importId)
  const { rows } = planted()
  for (const [at, { codes, what }] of rows.entries()) {
    const wanted = withoutUnion.includes(at) ? [...codes, 'union-missing'] : codes
    expect({ what, codes: found.get(FIRST_ROW + at) }).toEqual({ what, codes: wanted.toSorted() })
  }
})

test('the rows that stayed out come back as they were, with why; put right, they come in', async () => {
  const lines = [line(401), line(402, { 2: '1.10105E+17' }), line(403, { 4: '去年' })]
  const first = await startRoster(city, city.tree.xinhuaUnion, csvOf(lines))
  await work(city)
  const file = await city.world.as(city.officer).call(membership.rosterErrors, { importId: first })
  expect(file).toMatchObject({ rows: 2, fileName: '会员名册-有问题的行.csv' })
  const back: string[][] = []
  for await (const { cells } of readTable(Readable.from(Buffer.from(file.content)), 'back.csv'))
    back.push(cells.map(({ text }) => text))
  expect(back[1]).toEqual(['原行号', '序号', '姓名', '身份证号码', '手机号', '入会时间', '岗位类型', '问题'])
  expect(back[2]).toEqual(expect.arrayContaining(['3', '1.10105E+17']))
  expect(back[2]!.at(-1)).toContain('科学计数')
  const mended = back.slice(2).map((cells) => [...cells])
  mended[0]![3] = line(402)[2]!
  mended[1]![5] = '2023-04-01'
  const second = await startRoster(city, city.tree.xinhuaUnion, csvOf(mended, back[1]))
  await work(city)
  expect((await look(city, second)).tally).toEqual({ new: 2 })
})

test('a file that is no roster says why', async () => {
  const importId = await startRoster(city, city.tree.xinhuaUnion, csvOf([['1', '2']], ['甲', '乙']))
  await work(city)
  const shown = await look(city, importId)
  expect(shown.state).toBe('failed')
  expect(shown.failure?.text.zh).toContain('没有找到表头')
})
