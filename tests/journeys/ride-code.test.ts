import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { greenTravel } from '#programmes/green-travel/contract.ts'
import {
  readRevokedList,
  verifyCode,
  type ReaderMemory,
} from '#programmes/green-travel/verifier/verify-code.ts'
import { call, expectAccessible, expectComplaint, journey, visit } from './harness.ts'

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
const seconds = () => Math.floor(Date.now() / 1000)

/** What a reader fetches when it has a line: keys, and the signed list of revoked vouchers. */
async function readerMemory(page: Page): Promise<ReaderMemory> {
  const { keys } = await call(page, greenTravel.verificationKeys, {})
  const known = new Map(keys.map(({ no, publicKey }) => [no, bytes(publicKey)]))
  const file = await page.request.get('/api/green-travel/revoked-vouchers')
  const list = await readRevokedList(new Uint8Array(await file.body()), known)
  return {
    keys: known,
    revoked: new Set(list!.numbers),
    seen: new Set(),
    codeSeconds: 60,
    clockToleranceSeconds: 60,
  }
}

async function shownCode(page: Page): Promise<string> {
  const code = page.getByRole('img', { name: '乘车二维码' })
  await code.waitFor()
  return (await code.locator('..').getAttribute('data-code'))!
}

journey(
  'a member agrees, gets a code, rides without a network, and a reader refuses it once old or revoked',
  async () => {
    const page = await visit('member', 390, { serviceWorkers: 'allow' })
    expectComplaint(page, /ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
    await page.goto('/ride')
    for (const purpose of ['记录我的公交乘车', '向公交公司核对乘车资格']) {
      await page.getByRole('article', { name: purpose }).getByRole('button', { name: '同意' }).click()
    }
    await page.getByText('今天还能乘').waitFor()
    await expectAccessible(page)
    const memory = await readerMemory(page)
    expect(await verifyCode(await shownCode(page), memory, seconds())).toMatchObject({ good: true })

    // The page and the signing key are on the phone: a bus in a tunnel is no obstacle.
    await expect
      .poll(() => page.evaluate(async () => (await caches.match('/index.html')) !== undefined), {
        timeout: 15_000,
      })
      .toBe(true)
    await page.context().setOffline(true)
    await page.reload()
    const used = await shownCode(page)
    expect(await verifyCode(used, memory, seconds())).toMatchObject({ good: false, refusal: 'seen-before' })
    await page.getByRole('button', { name: '已上车，用下一次' }).click()
    await expect.poll(() => shownCode(page)).not.toBe(used)
    const second = await shownCode(page)
    expect(await verifyCode(second, memory, seconds())).toMatchObject({ good: true })
    expect(await verifyCode(second, { ...memory, seen: new Set() }, seconds() + 200)).toEqual({
      good: false,
      refusal: 'code-too-old',
    })

    await page.context().setOffline(false)
    await page.getByRole('button', { name: '手机丢了' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '撤销全部乘车码' }).click()
    await page.getByRole('img', { name: '乘车二维码' }).waitFor({ state: 'detached' })
    const later = await readerMemory(page)
    expect(await verifyCode(second, later, seconds())).toEqual({ good: false, refusal: 'revoked' })
    await page.getByRole('link', { name: '我的乘车' }).click()
    await page.getByText('还没有乘车记录').waitFor()
  },
)
