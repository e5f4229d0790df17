import { Readable } from 'node:stream'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { organisations } from '#kernel/organisations/contract.ts'
import { review } from '#kernel/review/contract.ts'
import { readTable } from '#platform/tabular/read-table.ts'
import { membership } from '#programmes/membership/contract.ts'
import { downloaded } from './files.ts'
import { call, expectAccessible, journey, visit } from './harness.ts'
import { memberRoster, startMemberImport } from './member-rosters.ts'

const tile = (page: Page, label: string) =>
  page.getByRole('group', { name: '显示哪些行' }).getByRole('button', { name: label })

/** The unions that the roster names stand in the demo for as long as this platform runs. */
async function foundUnions(page: Page): Promise<void> {
  const { rows } = await call(page, organisations.listOrganisations, {
    kind: 'county-federation',
    search: '新华区',
  })
  for (const name of ['晨光家政公司工会', '晨光家政公司第二工会'])
    await call(page, organisations.createOrganisation, {
      parentId: rows[0]!.id,
      kind: 'grassroots-union',
      name,
      adcode: '410402',
    })
}

/** Asked for with a reason, agreed to by somebody above, and followed on the page that asked. */
async function takeBack(page: Page, importId: string, good: number): Promise<void> {
  await page.goto(new URL(`/staff/roster/${importId}`, page.url()).href)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByText(`会籍作废 ${good} 人`).waitFor()
  await question.getByLabel('原因').fill('选错了工会，整份名册不该登记到这里')
  await question.getByRole('button', { name: '申请撤销' }).click()
  await page.getByRole('heading', { name: '等待同意撤销' }).waitFor()
  await expectAccessible(page)
  const { undo } = await call(page, membership.getRosterImport, { importId })
  const above = await visit('city-officer', 390)
  const { seq } = await call(above, review.getCase, { id: undo!.caseId! })
  await call(above, review.act, { id: undo!.caseId!, seq, move: 'agree' })
  await page.getByText(`会籍作废 ${good} 人，资料复原 0 人，0 行不能撤销`).waitFor()
}

journey(
  'a roster with every fault comes in; what stayed out is taken home, put right, and comes in too',
  async () => {
    const page = await visit('county-officer', 1440)
    await foundUnions(page)
    const importId = await startMemberImport(page, memberRoster('roster.xlsx'))
    await page.getByText('证件号码变成科学计数', { exact: false }).first().waitFor()
    await expectAccessible(page)
    const { tally } = await call(page, membership.getRosterImport, { importId })
    await tile(page, '不能登记').press('Enter')
    await expect.poll(() => tile(page, '不能登记').getAttribute('aria-pressed')).toBe('true')

    const good = (tally.new ?? 0) + (tally.joins ?? 0)
    await page.getByRole('button', { name: `登记 ${good} 人` }).click()
    const question = page.getByRole('alertdialog')
    await expectAccessible(page)
    await question.getByRole('button', { name: `登记 ${good} 人` }).click()
    await page.getByRole('heading', { name: '名册已登记' }).waitFor()
    await page.getByText(`登记了 ${good} 人`).waitFor()

    const left = await downloaded(page, () => page.getByRole('button', { name: '下载没有登记的行' }).click())
    const lines: string[][] = []
    for await (const { cells } of readTable(Readable.from(left.content), 'left.xlsx'))
      lines.push(cells.map(({ text }) => text))
    const head = lines.findIndex((line) => line[0] === '原行号')
    const numberAt = lines[head]!.indexOf('公民身份号码')
    const eaten = lines.find((line) => line[numberAt] === '1.10105E+17')!
    expect(eaten.at(-1)).toContain('科学计数')
    eaten[numberAt] = '410499199808082119'
    eaten[lines[head]!.indexOf('性别')] = ''
    eaten[lines[head]!.indexOf('出生年月')] = ''
    const mended = [lines[head]!, eaten].map((line) => line.map((cell) => `"${cell}"`).join(',')).join('\r\n')
    const again = await startMemberImport(page, {
      name: '改好的.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(mended),
    })
    expect((await call(page, membership.getRosterImport, { importId: again })).tally).toEqual({ new: 1 })
    await takeBack(page, importId, good)
  },
)
