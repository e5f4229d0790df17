import { expect } from 'vitest'
import { codeFromLog } from './codes.ts'
import { expectAccessible, journey, visit } from './harness.ts'

/** Nobody's number: the demo city takes numbers of this range only. */
const PHONE = '12099990001'

journey('a person signs in by the code that reaches their phone', async () => {
  const page = await visit('nobody', 390)
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: '登录' }).click()
  await page.getByLabel('手机号').fill(PHONE)
  await expectAccessible(page)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByText('分钟内有效').waitFor()
  const code = await codeFromLog(PHONE)
  const wrong = code === '000000' ? '111111' : '000000'
  await page.getByLabel('验证码', { exact: true }).fill(wrong)
  await page.getByRole('alert').first().waitFor()
  await expectAccessible(page)
  await page.getByLabel('验证码', { exact: true }).fill(code)
  await page.waitForURL('**/')
  await page.goto('/me')
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  await expectAccessible(page)
})

journey('a visitor becomes one of the demo people, and leaves again', async () => {
  const page = await visit('nobody', 390)
  await page.goto('/demo')
  await page.getByRole('button', { name: '进入 许晓禾' }).click()
  await page.waitForURL((url) => url.pathname !== '/demo')
  await page.goto('/me')
  await page.getByRole('heading', { name: '许晓禾' }).waitFor()
  await page.getByRole('button', { name: '退出登录' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByText('退出后，本机保存的个人内容会清空。').waitFor()
  await question.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL('**/')
  await page.goto('/me')
  await page.getByRole('heading', { name: '还没有登录' }).waitFor()
  expect(await page.getByRole('link', { name: '登录设备' }).count()).toBe(0)
})
