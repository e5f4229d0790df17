import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { figures } from '#kernel/figures/contract.ts'
import { bodyCheck, creditCheck } from '#kernel/organisations/index.ts'
import { DEMO_REGION, residentIdCheck } from '#kernel/people/index.ts'
import { membership } from '#programmes/membership/contract.ts'
import { downloaded } from './files.ts'
import { call, expectAccessible, journey, visit } from './harness.ts'

const UNIT = '平顶山云帆快递有限公司'
const MEMBERS = ['洛小川', '冉小溪', '舒小雨']

/** Region 410499 was never assigned, so that no invented code is anybody's. */
function unitCode(): string {
  const first17 = `91410499MF000001${bodyCheck('MF000001')}`
  return `${first17}${creditCheck(first17)}`
}

function idNumber(at: number): string {
  const first17 = `${DEMO_REGION}1987092${at}45${at}`
  return first17 + residentIdCheck(first17)
}

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()

async function choose(page: Page, label: RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).first().click()
  await page.getByRole('option', { name: option }).click()
}

/** The five steps, on a phone. */
async function apply(page: Page): Promise<string> {
  await page.goto('/unions')
  await page.getByRole('link', { name: '开始申请' }).click()
  await page.getByLabel('单位全称').fill(UNIT)
  // An O for a 0, as people read it off a certificate; the code that was meant is one press away.
  await page.getByLabel('统一社会信用代码').fill(unitCode().replace('000', 'O00'))
  await page.getByRole('button', { name: `改为 ${unitCode()}` }).click()
  await page.getByText('两个校验码都对').waitFor()
  await choose(page, /所在县区/, '新华区')
  await choose(page, /行业/, '快递')
  await expectAccessible(page)
  await next(page)
  await page.getByLabel('职工人数').fill('30')
  await page.getByLabel('愿意入会的人数').fill('3')
  await page.getByLabel('其中女职工').fill('1')
  await next(page)
  await page.getByText('不足25人').first().waitFor()
  await page.getByLabel('工会名称').fill(`${UNIT}工会`)
  await page
    .getByRole('button', { name: /上一级工会/ })
    .getByText('新华区总工会')
    .waitFor()
  await expectAccessible(page)
  await next(page)
  for (const [at, name] of MEMBERS.entries()) await page.getByLabel(`第${at + 1}人`).fill(name)
  await page.getByLabel('联系人').fill('洛小川')
  await page.getByLabel('联系手机').fill('12000088801')
  await page.getByLabel('职工意愿和单位意见').fill('职工普遍愿意加入工会，公司支持成立工会。')
  await next(page)
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByText('上级审核').first().waitFor()
  return page.url().split('/').at(-1)!
}

async function decide(page: Page, id: string, move: string): Promise<void> {
  await page.goto(`/staff/unions/foundings/${id}`)
  await page.getByRole('button', { name: move, exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: move }).click()
  await dialog.waitFor({ state: 'detached' })
}

journey(
  'a workplace founds its union: applied for on a phone, decided at the desk, standing in tree and figure',
  async () => {
    const [phone, desk] = [await visit('member', 390), await visit('county-officer', 1440)]
    const id = await apply(phone)
    await decide(desk, id, '同意筹建')
    await desk
      .getByText(/〔20\d\d〕\d+号/)
      .first()
      .waitFor()
    await expectAccessible(desk)
    const docx = await downloaded(desk, () =>
      desk.getByRole('button', { name: '同意筹建的批复 Word' }).click(),
    )
    expect(docx.content.subarray(0, 2).toString()).toBe('PK')
    const pdf = await downloaded(desk, () => desk.getByRole('button', { name: '建会请示 PDF' }).click())
    expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-')

    await phone.reload()
    const lines = MEMBERS.map((name, at) => `${name}\t${idNumber(at)}`)
    await phone.getByLabel('姓名、身份证号、手机号').fill([...lines, '没有号码的人'].join('\n'))
    await phone.getByRole('button', { name: '登记', exact: true }).click()
    await phone.getByText('会员登记（3人）').first().waitFor()
    await phone.getByText('第4行：要有姓名和身份证号').waitFor()
    const officers = phone.getByLabel('得票')
    for (const at of [0, 1]) {
      await phone.getByLabel('姓名', { exact: true }).nth(at).fill(MEMBERS[at]!)
      await officers.nth(at).fill('3')
    }
    await phone.getByRole('button', { name: '报送选举结果' }).click()
    await phone.getByText('审核选举结果').first().waitFor()
    await expectAccessible(phone)

    await decide(desk, id, '同意选举结果，登记成立')
    await desk.getByRole('link', { name: '查看工会' }).click()
    await desk.getByRole('heading', { name: `${UNIT}工会` }).waitFor()
    await desk.getByText('洛小川').first().waitFor()
    const { rows } = await call(desk, membership.listUnions, { search: UNIT })
    expect(rows).toMatchObject([
      { name: `${UNIT}工会`, members: 3, parentName: '新华区总工会', newForm: true },
    ])
    // What a figure counts is a minute old at most.
    await expect
      .poll(
        async () =>
          (await call(desk, figures.figureRecords, { key: 'membership.unions', search: UNIT })).rows.length,
        { timeout: 70_000, interval: 2000 },
      )
      .toBe(1)
  },
)
