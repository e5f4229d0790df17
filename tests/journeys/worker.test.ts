import { expect } from 'vitest'
import { stations } from '#programmes/stations/contract.ts'
import { call, expectAccessible, expectComplaint, journey, visit } from './harness.ts'
import { plateAddress } from './plates.ts'

journey('a worker finds an open station with hot water, and the way there', async () => {
  const page = await visit('member', 390, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto('/')
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: '驿站', exact: true })
    .click()
  const filters = page.getByRole('group', { name: '筛选' })
  await filters.getByText('只看开放的').click()
  await filters.getByText('热水').click()
  await expectAccessible(page)
  const first = page.getByRole('list', { name: '驿站' }).getByRole('listitem').first()
  await expect.poll(() => first.textContent()).toContain('现在开放')
  const name = (await first.getByRole('link').textContent())!
  await first.getByRole('link').click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('region', { name: '这里有' }).getByText('热水', { exact: true }).waitFor()
  const way = page.getByRole('region', { name: '怎么走' })
  const address = (await way.getByRole('paragraph').first().textContent())!
  await way.getByRole('button', { name: '复制地址' }).click()
  await page.getByText('已复制').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(address)
  const amap = await way.getByRole('link', { name: '高德地图' }).getAttribute('href')
  expect(amap).toMatch(/^https:\/\/uri\.amap\.com\/navigation\?to=113\.\d+,33\.\d+,/)
  await expectAccessible(page)
})

journey('with a position, the nearest station comes first', async () => {
  const page = await visit('nobody', 390, {
    permissions: ['geolocation'],
    geolocation: { longitude: 113.2988, latitude: 33.7416, accuracy: 20 },
  })
  await page.goto('/stations')
  await page.getByRole('button', { name: '找离我最近的' }).click()
  await page.getByText('从您这里算').waitFor()
  const lines = await page.getByRole('list', { name: '驿站' }).getByRole('listitem').allTextContents()
  const metres = lines.map((line) => {
    const [, amount, unit] = /([\d.]+)\s*(米|公里)/.exec(line)!
    return Number(amount) * (unit === '米' ? 1 : 1000)
  })
  expect(metres).toEqual(metres.toSorted((a, b) => a - b))
  expect(metres[0]).toBeLessThan(3000)
})

journey('a locked door: checked in, reported, answered, reported again, settled', async () => {
  const worker = await visit('member', 390)
  const keeper = await visit('keeper', 390)
  const kept = (await call(keeper, stations.myStations, {})).rows[0]!
  await worker.goto(await plateAddress(kept.code))
  await worker.getByRole('heading', { name: kept.name }).waitFor()
  await worker.getByRole('button', { name: '在这里打卡' }).click()
  await worker.getByText('已打卡。有门牌').waitFor()
  await worker.getByRole('button', { name: '门锁着' }).click()
  await worker.getByText('秒后发出').waitFor()
  await worker.getByText('门锁着：已送达').waitFor()
  await expectAccessible(worker)
  await worker.getByRole('link', { name: '看进展' }).click()
  const own = worker.getByRole('article', { name: '门锁着' }).first()
  await own.getByText('等答复').waitFor()
  await worker.getByRole('list', { name: '我的打卡' }).getByText(kept.name).first().waitFor()

  await keeper.goto('/keeper')
  const waiting = keeper
    .getByRole('article', { name: '门锁着' })
    .filter({ has: keeper.getByText('等答复', { exact: true }) })
  await waiting.getByText('已开门').click()
  await waiting.getByLabel('说明').fill('刚去库房取水，现在门开着')
  await expectAccessible(keeper)
  await waiting.getByRole('button', { name: '答复', exact: true }).click()
  await keeper.getByText('已记下').waitFor()

  await worker.reload()
  await own.getByText('已答复').waitFor()
  await own.getByText('刚去库房取水').waitFor()
  await own.getByRole('button', { name: '问题还在' }).click()
  const again = worker.getByRole('dialog', { name: '问题还在' })
  await again.getByLabel('说说情况').fill('又锁上了')
  await expectAccessible(worker)
  await again.getByRole('button', { name: '再反映一次' }).click()
  await own.getByText('又反映了').waitFor()
  await own.getByRole('button', { name: '已经解决' }).click()
  await own.getByText('已解决').first().waitFor()
  await expectAccessible(worker)
})

journey('a plate that was never issued leads back to the map', async () => {
  const page = await visit('nobody', 390)
  expectComplaint(page, /status of 404/)
  await page.goto('/s/AAAABBBBCCCCDDDD')
  await page.getByText('这个门牌不能用了').waitFor()
  await expectAccessible(page)
})
