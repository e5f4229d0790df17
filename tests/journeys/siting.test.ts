import { expect } from 'vitest'
import { expectAccessible, journey, untilQuiet, visit } from './harness.ts'

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
