import { expect } from 'vitest'
import { claims } from '#kernel/claims/contract.ts'
import type { Page } from 'playwright-core'
import { call, expectAccessible, expectComplaint, journey, visit } from './harness.ts'

journey(
  'a report is drafted from nothing, each number marked and mended; another approves it, everybody reads and counts it again, and a correction is shown',
  async () => {
    const page = await visit('county-officer', 1440)
    await page.goto('/staff/drafts')
    await page.getByRole('button', { name: '起草' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('标题').fill('年度工作报告')
    await dialog.getByRole('button', { name: '起草' }).click()
    await page.getByRole('heading', { level: 1, name: '年度工作报告' }).waitFor()
    const text = page.getByRole('textbox', { name: '正文' })
    const panel = page.getByRole('complementary', { name: '数字核对' })
    const markOf = (words: string) =>
      page.locator('.draft-mark', { hasText: words }).getAttribute('data-mark')

    await text.click()
    await page.keyboard.type('一、服务阵地\n全市建成爱心驿站近400家。')
    await panel.getByRole('button', { name: /近400家.*与记录不符/ }).waitFor()
    await page.keyboard.insertText('1分钱乘公交惠及职工45万余人。')
    await panel.getByRole('button', { name: /45万余人.*单位不对/ }).waitFor()
    await page.keyboard.insertText('职工满意率96.2%。')
    await panel.getByRole('button', { name: /96.2%.*比率没有分子分母/ }).waitFor()
    await page.keyboard.insertText('表扬驿站36家，其中市区20家、县城18家。')
    await panel.getByRole('button', { name: /36家.*分项加不起来/ }).waitFor()
    expect(await markOf('36家')).toBe('parts')

    // To the wrong number by the keyboard alone, and right by its first offer of words.
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('F8')
    await panel.getByText(/比记录多/).waitFor()
    await page.keyboard.press('Alt+Enter')
    await page.keyboard.press('F8')
    await expectAccessible(page)
    await panel.getByRole('button', { name: /^改写为“.*余家”$/ }).click()
    await panel.getByText(/^全部/).click()
    await panel.getByRole('button', { name: /余家.*相符/ }).waitFor()
    await panel.getByRole('button', { name: /45万余人.*单位不对/ }).click()
    await panel.getByText(/不是同一种量/).waitFor()
    await panel.getByRole('button', { name: /^换成实时字段/ }).click()
    await page.locator('.draft-mark[data-live]').waitFor()

    await page.getByText('已保存', { exact: true }).waitFor()
    const id = page.url().split('/').at(-1)!
    const { content } = await call(page, claims.getDraft, { id })
    const bound = content.paragraphs.flatMap(({ text: line, numbers }) =>
      numbers.map(({ start, end, bound: to, live }) => [
        line.slice(start, end).replaceAll(/[\d,]+/g, 'N'),
        to,
        live,
      ]),
    )
    expect(bound).toEqual([
      ['N余家', expect.objectContaining({ figure: 'stations.total' }), false],
      ['N人次', expect.objectContaining({ figure: 'green-travel.rides' }), true],
    ])

    await panel.getByRole('button', { name: /96.2%/ }).click()
    await panel.getByLabel('写明出处').fill('第三方满意度调查，1,200人')
    await panel.getByRole('button', { name: '记下出处' }).click()
    await handIn(page)
    expect(await text.getAttribute('contenteditable')).toBe('false')

    // Somebody else approves; what still does not hold needs a reason that everybody will read.
    const approver = await visit('city-officer', 1440)
    await approver.goto(`/staff/drafts/${id}`)
    await approver.getByRole('button', { name: '批准并公布' }).click()
    await approver.getByLabel('“36家”为什么照发').fill('两家驿站同时属于市区和县城')
    await expectAccessible(approver)
    await approver.getByRole('dialog').getByRole('button', { name: '批准并公布' }).click()
    await approver.getByRole('link', { name: '看公布的一版' }).waitFor()

    const reader = await visit('nobody', 390)
    await reader.goto(`/texts/${id}`)
    await reader.getByText('照发的理由：两家驿站同时属于市区和县城').waitFor()
    await reader.getByRole('button', { name: '现在核验' }).click()
    await reader.getByText('核验一致').waitFor()
    await expectAccessible(reader)
    await reader.getByRole('link', { name: /^打开“建成驿站”/ }).click()
    await reader.getByRole('heading', { level: 1, name: '建成驿站' }).waitFor()

    // The correction: the number is written right, approved again, and shown beside what stood there.
    await page.reload()
    await page.getByRole('button', { name: '更正' }).click()
    const why = page.getByRole('alertdialog')
    await why.getByRole('textbox').fill('表扬的驿站应为38家')
    await why.getByRole('button', { name: '更正' }).click()
    await panel.getByText(/^全部/).click()
    await panel.getByRole('button', { name: /36家/ }).click()
    await page.keyboard.type('38家')
    await page.getByText('已保存', { exact: true }).waitFor()
    await handIn(page)
    const { revision } = await call(approver, claims.getDraft, { id })
    await call(approver, claims.publishDraft, { id, revision })
    const later = await visit('nobody', 390)
    await later.goto(`/texts/${id}`)
    await later.getByText('更正理由：表扬的驿站应为38家').waitFor()
    expect(await later.locator('.texts-diff del').allTextContents()).toEqual(['删去：36'])
    await later.getByRole('link', { name: '看更正前的一版' }).click()
    await later.getByText('这是第 1 版，后来更正过。').waitFor()
  },
)

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '送审' }).click()
  await page.getByRole('button', { name: '撤回送审' }).waitFor()
}

journey(
  'two who write at once are told and lose nothing; a version comes back, and one undo takes it away',
  async () => {
    const first = await visit('city-officer', 1440)
    const { id } = await call(first, claims.createDraft, { title: '两人同写', kind: 'report' })
    await first.goto(`/staff/drafts/${id}`)
    const text = first.getByRole('textbox', { name: '正文' })
    await text.click()
    await first.keyboard.type('我写的一句。')
    await first.getByText('已保存', { exact: true }).waitFor()
    const { revision, content } = await call(first, claims.getDraft, { id })
    const theirs = { ...content, paragraphs: [{ text: '同事写的一句。', numbers: [] }] }
    await call(first, claims.saveDraft, { id, revision, content: theirs, keep: true })
    expectComplaint(first, /409/)
    await first.keyboard.type('再写一句。')
    await first.getByRole('alertdialog', { name: '别人先保存了' }).waitFor()
    await first.getByRole('button', { name: '以我的为准保存' }).click()
    await first.getByText('已保存', { exact: true }).waitFor()
    await first.reload()
    await first.getByRole('button', { name: '历史版本' }).click()
    const history = first.getByRole('dialog')
    await history.getByRole('button', { name: /历史版本/ }).click()
    await first.getByRole('option').nth(1).click()
    await history.getByText('同事写的一句。').waitFor()
    await history.getByRole('button', { name: '把正文换成这一版' }).click()
    await expect.poll(() => text.innerText()).toBe('同事写的一句。')
    await text.click()
    await first.keyboard.press('Control+z')
    await expect.poll(() => text.innerText()).toBe('我写的一句。再写一句。')
  },
)
