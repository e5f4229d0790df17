import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { stations } from '#programmes/stations/contract.ts'
import { downloaded } from './files.ts'
import { call, expectAccessible, journey, visit } from './harness.ts'
import { asCsv, asXlsx, makeRoster, startImport } from './rosters.ts'

const tile = (page: Page, label: string) =>
  page.getByRole('group', { name: '显示哪些行' }).getByRole('button', { name: label })

const countOf = async (page: Page, label: string) =>
  Number(/\d+$/.exec((await tile(page, label).textContent())!)![0])

journey('a roster comes in: read, put right, agreed to, skipped, written at once', async () => {
  const page = await visit('city-officer', 1440)
  const roster = makeRoster(91)
  const before = (await call(page, stations.listStations, {})).total
  const importId = await startImport(page, await asXlsx(roster, '驿站名册.xlsx'))
  await page.getByRole('heading', { level: 1, name: '驿站名册.xlsx' }).waitFor()
  expect(await countOf(page, '全部行')).toBe(40)
  expect((await call(page, stations.listStations, {})).total).toBe(before)
  await expectAccessible(page)

  const rowOf = (fault: string) => roster.faults.find((one) => one.fault === fault)!.row
  const ready = await countOf(page, '可以写入')
  await itemOf(page, rowOf('closing-before-opening')).getByRole('button', { name: /^改为/ }).click()
  await expect.poll(() => countOf(page, '可以写入')).toBe(ready + 1)
  await page.getByRole('button', { name: `属实，确认 · 第 ${rowOf('near-the-edge')} 行` }).click()
  await expect.poll(() => countOf(page, '可以写入')).toBe(ready + 2)
  await page.getByRole('button', { name: `跳过 · 第 ${rowOf('no-name')} 行` }).click()
  await expect.poll(() => countOf(page, '跳过')).toBe(1)

  await page.getByRole('button', { name: /^写入 \d+ 行/ }).click()
  const question = page.getByRole('alertdialog')
  await question.getByText('全部写入，不会只写一半。').waitFor()
  await expectAccessible(page)
  await question.getByRole('button', { name: /^写入 \d+ 行/ }).click()
  await page.getByRole('heading', { name: '名册已写入' }).waitFor()
  await page.getByText(`新增 ${ready + 2} 个`).waitFor()
  expect((await call(page, stations.listStations, {})).total).toBe(before + ready + 2)
  const left = await downloaded(page, () => leftOut(page))
  // What it is, not what it is called: a busy browser may tell of a download before it knows the name.
  expect(left.content.subarray(0, 2).toString()).toBe('PK')

  const { rows } = await call(page, stations.listImportRows, { importId, decision: 'ready' })
  const name = rows[0]!.cells['站点名称']!
  const visitor = await visit('nobody', 390)
  await visitor.goto('/stations')
  await visitor.getByRole('searchbox').fill(name)
  await visitor.getByRole('list', { name: '驿站' }).getByRole('link', { name }).first().waitFor()
})

const itemOf = (page: Page, row: number) =>
  page.getByRole('listitem').filter({ has: page.getByText(`第 ${row} 行`, { exact: true }) })

async function leftOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下载有问题的行' }).click()
}

journey('a CSV as a Chinese Excel saves it is read as it was written', async () => {
  const page = await visit('city-officer', 1440)
  const roster = makeRoster(92)
  await startImport(page, asCsv(roster, '名册（县区报送）.csv'))
  await page.getByRole('heading', { level: 1, name: '名册（县区报送）.csv' }).waitFor()
  expect(await countOf(page, '全部行')).toBe(40)
  await page.getByText('认出 11 列').waitFor()
  await page.getByText(roster.rows[2]![1]!, { exact: true }).first().waitFor()
})
