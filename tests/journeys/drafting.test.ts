import { expect } from 'vitest'
import { claims } from '#kernel/claims/contract.ts'
import { call, expectAccessible, journey, visit } from './harness.ts'

journey(
  'a work report is drafted from nothing: each number is marked as it is typed, and put right by one press',
  async () => {
    const page = await visit('city-officer', 1440)
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
    await page.keyboard.type('1分钱乘公交惠及职工45万余人。')
    await panel.getByRole('button', { name: /45万余人.*单位不对/ }).waitFor()
    await page.keyboard.type('职工满意率96.2%。')
    await panel.getByRole('button', { name: /96.2%.*比率没有分子分母/ }).waitFor()
    await page.keyboard.type('表扬驿站36家，其中市区20家、县城18家。')
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

    await page.getByRole('button', { name: '送审' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '送审' }).click()
    await page.getByRole('button', { name: '撤回送审' }).waitFor()
    expect(await text.getAttribute('contenteditable')).toBe('false')
  },
)
