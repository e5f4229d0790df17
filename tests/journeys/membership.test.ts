import { createHmac } from 'node:crypto'
import { expect } from 'vitest'
import { DEMO_REGION, residentIdCheck } from '#kernel/people/server/rules/resident-id.ts'
import { membership } from '#programmes/membership/contract.ts'
import { codeOf, movingText, windowAt } from '#programmes/membership/rules/moving-code.ts'
import { codeFromLog } from './codes.ts'
import { call, expectAccessible, expectComplaint, journey, untilQuiet, visit } from './harness.ts'

/** Nobody's number, and a document of the region that was never assigned. */
const PHONE = '12099990017'
const first17 = `${DEMO_REGION}19970630901`
const DOCUMENT = first17 + residentIdCheck(first17)

journey(
  'a rider joins by the poster’s code, the union approves, and a stranger checks the card',
  async () => {
    const officer = await visit('union-officer', 1440)
    const rider = await visit('nobody', 390)
    expectComplaint(rider, /status of 422/)
    const { code } = (await call(officer, membership.listJoinPlaces, {})).rows[0]!
    await rider.goto(`/join/${code}`)
    await expectAccessible(rider)
    await rider.getByRole('link', { name: '验证手机号' }).click()
    await rider.getByLabel('手机号').fill(PHONE)
    await rider.getByRole('button', { name: '获取验证码' }).click()
    await rider.getByText('分钟内有效').waitFor()
    await rider.getByLabel('验证码', { exact: true }).fill(await codeFromLog(PHONE))
    await rider.waitForURL(`**/join/${code}`)

    // Full-width digits and blanks are how people type; a slip in the last place is named beside its field.
    await rider.getByRole('textbox', { name: '姓名' }).fill('季 望舒')
    const slip = DOCUMENT.slice(0, 17) + (DOCUMENT.endsWith('1') ? '2' : '1')
    await rider.getByRole('textbox', { name: '身份证号码' }).fill(slip)
    await rider.getByText('网约送餐员').click()
    await rider.getByText('我自愿加入工会').click()
    await rider.getByRole('button', { name: '提交申请' }).click()
    await rider.getByText('最后一位校验不符').first().waitFor()
    await expectAccessible(rider)
    const wide = DOCUMENT.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    await rider.getByRole('textbox', { name: '身份证号码' }).fill(`${wide.slice(0, 6)} ${wide.slice(6)}`)
    await rider.getByRole('button', { name: '提交申请' }).click()
    await rider.waitForURL('**/membership')
    await rider.getByText('等工会审核').waitFor()
    expect(await rider.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(
      DOCUMENT.slice(6, 14),
    )
    await expectAccessible(rider)

    await officer.goto('/staff/members/applications')
    await officer.getByLabel('状态').first().waitFor()
    const number = (await rider.getByRole('heading', { level: 2 }).first().textContent())!.replace(
      '入会申请 ',
      '',
    )
    await officer.getByRole('link', { name: number }).click()
    await officer.getByRole('button', { name: '查看完整信息' }).click()
    const reveal = officer.getByRole('alertdialog')
    await reveal.getByLabel('原因').fill('当面核对身份证')
    await reveal.getByRole('button', { name: '查看完整信息' }).click()
    await reveal.getByText(DOCUMENT).waitFor()
    await reveal.getByRole('button', { name: '关闭' }).last().click()
    await officer.getByRole('button', { name: '批准入会' }).click()
    const yes = officer.getByRole('dialog')
    await yes.getByText('当面看过证件原件').click()
    await expectAccessible(officer)
    await yes.getByRole('button', { name: '批准入会' }).click()
    await officer.getByText('已入会').first().waitFor()
    await expectAccessible(officer)

    // The phone that is signed in goes on as the member.
    await rider.goto('/card')
    await rider.getByText('季望舒').waitFor()
    await rider.getByText('秒后更新').waitFor()
    await expectAccessible(rider)
    const stranger = await visit('nobody', 390)
    const { serial, secret } = await call(rider, membership.carryCard, {})
    await stranger.goto('/v')
    await stranger
      .getByLabel('输入会员证号')
      .fill(`${serial.slice(0, 13)}${serial.endsWith('0') ? '1' : '0'}`)
    await stranger.getByRole('button', { name: '核验', exact: true }).click()
    await stranger.getByText('请对照会员证再输一次').first().waitFor()
    await stranger.getByLabel('输入会员证号').fill(serial.toLowerCase())
    await stranger.getByRole('button', { name: '核验', exact: true }).click()
    await stranger.getByRole('heading', { name: '会员证有效' }).waitFor()
    await stranger.getByText('季**').waitFor()
    expect(await stranger.textContent('main')).not.toContain('望舒')
    await stranger.getByText('不能证明出示的人就是持证人').waitFor()
    const window = windowAt(Date.now())
    const signature = createHmac('sha256', Buffer.from(secret, 'base64')).update(movingText(serial, window))
    await stranger.goto(`/v/${serial}?t=${window.toString(36)}&c=${codeOf(signature.digest())}`)
    await stranger.getByText('本人手机刚刚出示').waitFor()
    await expectAccessible(stranger)
  },
)

journey('a member whose old unit still holds them asks to move, and both unions say yes', async () => {
  const member = await visit('member', 390)
  const old = await visit('union-officer', 1440)
  const above = await visit('city-officer', 1440)
  await member.goto('/membership')
  await member.getByRole('link', { name: '不在这家单位了？申请转移' }).click()
  await member.getByRole('searchbox').fill('湛河区')
  await member.getByRole('button', { name: '湛河区新业态工会联合会' }).click()
  await expectAccessible(member)
  await member.getByRole('button', { name: '提交转移申请' }).click()
  await member.waitForURL('**/membership')
  await member.getByText('等“湛河区新业态工会联合会”答复').waitFor()
  await member.getByText('最迟').first().waitFor()
  await expectAccessible(member)
  const { transfer } = await call(member, membership.myTransfer, {})

  await old.goto('/staff/members/transfers?direction=out&state=open')
  await old.getByRole('link', { name: transfer!.number }).click()
  await old.getByRole('button', { name: '同意转出' }).click()
  await old.getByRole('alertdialog').getByRole('button', { name: '同意转出' }).click()
  await old.getByText('没有需要您办理的步骤').first().waitFor()
  await member.reload()
  await member.getByText('已同意').first().waitFor()
  await member.getByText('在册会员').waitFor()

  await above.goto(`/staff/members/transfers/${transfer!.id}`)
  await above.getByRole('button', { name: '同意接收' }).waitFor()
  await expectAccessible(above)
  await above.getByRole('button', { name: '同意接收' }).click()
  await above.getByRole('alertdialog').getByRole('button', { name: '同意接收' }).click()
  await above.getByText('已办结').first().waitFor()
  await member.reload()
  await untilQuiet(member)
  await member.getByRole('definition').getByText('湛河区新业态工会联合会').waitFor()
  await member.getByRole('list', { name: '经历' }).getByText('已转出').waitFor()
  await expectAccessible(member)
})
