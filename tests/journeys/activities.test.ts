import pg from 'pg'
import { expectAccessible, expectComplaint, journey, visit } from './harness.ts'
import { thePlace } from './place.ts'

const TITLE = '骑手夜校：怎么看懂平台规则'
const cityTime = (hours: number) =>
  new Date(Date.now() + (8 + hours) * 60 * 60 * 1000).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length)

journey(
  'one seat, two who want it: the waiting list moves by itself, and both ways through the door',
  async () => {
    const desk = await visit('county-officer', 1440)
    const member = await visit('member', 390)
    const second = await visit('union-officer', 390)

    expectComplaint(desk, /422 .*create-activity/)
    expectComplaint(member, /409 .*check-in-by-code/)
    await desk.goto('/staff/activities')
    await desk.getByRole('button', { name: '发布活动' }).click()
    const dialog = desk.getByRole('alertdialog')
    await dialog.getByLabel('活动名称').fill(TITLE)
    await dialog.getByLabel('地点').fill('新华区总工会三楼会议室')
    await dialog.getByLabel('开始').fill(cityTime(0.5))
    await dialog.getByLabel('结束').fill(cityTime(0.25))
    await dialog.getByLabel('报名到').fill(cityTime(0.25))
    await dialog.getByLabel('名额').fill('1')
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: '发布活动' }).click()
    await dialog.getByText('结束时间要晚于开始时间').first().waitFor()
    await dialog.getByLabel('结束').fill(cityTime(2))
    await dialog.getByLabel('报名到').fill(cityTime(1))
    await dialog.getByRole('button', { name: '发布活动' }).click()
    await desk.waitForURL(/staff\/activities\/[0-9a-f-]{36}$/)
    const id = desk.url().split('/').at(-1)!

    await member.goto('/activities')
    await member.getByRole('link', { name: TITLE }).click()
    await member.getByRole('button', { name: '报名', exact: true }).click()
    await member.getByText('报好了，名额给您留着').waitFor()
    await second.goto(`/activities/${id}`)
    await second.getByRole('button', { name: '排候补' }).click()
    await second.getByText('候补第 1 位').first().waitFor()
    await expectAccessible(second)

    await member.getByRole('button', { name: '取消报名' }).click()
    await member.getByRole('alertdialog').getByRole('button', { name: '取消报名' }).click()
    await member.getByRole('button', { name: '排候补' }).waitFor()
    await second.goto('/me/messages')
    await second.getByText(`有名额了：${TITLE}`).waitFor()
    await second.goto(`/a/${await codeOf(id)}`)
    await second.getByRole('button', { name: '签到', exact: true }).click()
    await second.getByText('签到好了').waitFor()
    await expectAccessible(second)
    await member.goto(`/a/${await codeOf(id)}`)
    await member.getByRole('button', { name: '签到', exact: true }).click()
    await member.getByText('名额已满，您没有报名').waitFor()

    await desk.reload()
    await desk.getByRole('button', { name: '撤销' }).click()
    await desk.getByRole('alertdialog').getByLabel('原因').fill('替别人扫的码')
    await desk.getByRole('alertdialog').getByRole('button', { name: '撤销' }).click()
    await desk.getByRole('button', { name: '签到', exact: true }).click()
    await desk.getByText('已签到').first().waitFor()
    await expectAccessible(desk)
  },
)

/** What hangs at the door; it stands in no answer, only on paper. */
async function codeOf(id: string): Promise<string> {
  const client = new pg.Client(thePlace().owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ code: string }>(
      'select code from activities.activity where id = $1',
      [id],
    )
    return rows[0]!.code
  } finally {
    await client.end()
  }
}
