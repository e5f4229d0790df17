import { expect } from 'vitest'
import { stations } from '#programmes/stations/contract.ts'
import { becomeStation } from './becoming.ts'
import { call, expectAccessible, journey, untilQuiet, visit } from './harness.ts'

journey('a unit becomes a station: applied on a phone, agreed, checked, decided, with a plate', async () => {
  const { code } = await becomeStation()
  const keeper = await visit('keeper', 390)
  await keeper.goto('/keeper')
  await keeper.getByRole('heading', { name: '接龙路环卫爱心驿站' }).waitFor()
  const city = await visit('city-officer', 1440)
  await city.goto(`/staff/stations/${code}`)
  await city.getByText('程有田').first().waitFor()
  await untilQuiet(city)
  await expectAccessible(city)
  const { rows } = await call(keeper, stations.myStations, {})
  expect(rows.map((row) => row.code)).toContain(code)
})

journey('a plan: asked, proved, on the drawing and on paper', async () => {
  const city = await visit('city-officer', 1440)
  await city.goto('/staff/stations/siting')
  await city.getByText('明年再建10个').waitFor()
  await expectAccessible(city)
  await city.getByRole('button', { name: '开始计算' }).click()
  await city.waitForURL(/siting\/.+/)
  await city.getByText('已证明最优').first().waitFor()
  await untilQuiet(city)
  await expectAccessible(city)
  const paper = city.waitForEvent('download')
  await city.getByRole('button', { name: '会议材料（PDF）' }).click()
  expect((await paper).suggestedFilename()).toMatch(/\.pdf$/)
})
