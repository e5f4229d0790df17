import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { InputOf } from '#platform/contract.ts'
import { access } from '#kernel/access/contract.ts'
import { people } from '#kernel/people/contract.ts'
import { DEMO_REGION, residentIdCheck } from '#kernel/people/index.ts'
import { stations } from '#programmes/stations/contract.ts'
import { call, expectAccessible, expectComplaint, journey, visit } from './harness.ts'
import { asCsv, makeRoster, startImport } from './rosters.ts'

journey('a county officer sees the county and is refused elsewhere', async () => {
  const page = await visit('county-officer', 1440)
  await page.goto('/staff/stations')
  await page.getByRole('table', { name: '驿站' }).getByRole('row').nth(1).waitFor()
  const all = await call(page, stations.listStations, { pageSize: 200 })
  expect(new Set(all.rows.map(({ adcode }) => adcode))).toEqual(new Set(['410402']))
  const city = await visit('city-officer', 1440)
  const elsewhere = (await call(city, stations.listStations, { adcode: '410421' })).rows[0]!
  expectComplaint(page, /status of 40[34]/)
  await page.goto(`/staff/stations/${elsewhere.code}`)
  await page.getByRole('heading', { name: '您没有查看此页的权限' }).waitFor()
  await expectAccessible(page)
  for (const path of [`/staff/stations/${elsewhere.code}/edit`, '/staff/partner-keys']) {
    await page.goto(path)
    await page.getByRole('heading', { name: '您没有查看此页的权限' }).waitFor()
  }
})

journey('an auditor verifies the log and opens single turns with a reason, which is logged', async () => {
  const page = await visit('auditor', 1440)
  await page.goto('/staff/audit')
  await page.getByRole('button', { name: '核验全部' }).click()
  await page.getByText(/^完好：/).waitFor()
  await page.goto('/staff/figures/stations.checkIns')
  await page.getByLabel('查阅理由').fill('核对三季度打卡人次')
  await page.getByRole('button', { name: '查阅' }).click()
  await page.getByRole('table', { name: '单条记录' }).getByRole('row').nth(1).waitFor()
  await expectAccessible(page)
  await page.goto('/staff/audit')
  await page.getByRole('row').filter({ hasText: '核对三季度打卡人次' }).first().waitFor()
  await expectAccessible(page)
})

journey('a member sees what is held, and who looked and why', async () => {
  const officer = await visit('city-officer', 1440)
  const member = await visit('member', 390)
  const { person, name } = await call(member, access.me, {})
  const { rows } = await call(officer, people.listPeople, { search: name! })
  expect(rows.map(({ id }) => id)).toContain(person!.id)
  await officer.goto(`/staff/people/${person!.bk}/${person!.id}`)
  await officer.getByRole('button', { name: '查看完整信息' }).click()
  const dialog = officer.getByRole('alertdialog').or(officer.getByRole('dialog'))
  await dialog.getByLabel(/理由|原因/).fill('核对会员实名信息')
  await expectAccessible(officer)
  await dialog.getByRole('button', { name: '查看' }).click()
  await officer.getByText('许晓禾').first().waitFor()
  await member.goto('/me/data')
  await member.getByRole('heading', { name: '存了什么，为什么' }).waitFor()
  await member.getByText('4104**********9002').waitFor()
  await member.goto('/me/looked')
  await member.getByText('核对会员实名信息').waitFor()
  await expectAccessible(member)
})

journey('an officer leaves: roles and sessions end, open work goes to the successor', async () => {
  const leaver = await visit('county-officer', 1440)
  const officer = await visit('city-officer', 1440)
  const { person, name, roles } = await call(leaver, access.me, {})
  const successor = await makeCityOfficer(officer)
  await startImport(leaver, asCsv(makeRoster(93), '交接前的名册.csv'))
  await officer.goto('/staff/officers/leave')
  await choose(officer, '离岗人员', name!)
  await choose(officer, '接手人', successor)
  await officer.getByRole('heading', { name: `将移交给${successor}的事项` }).waitFor()
  await expectAccessible(officer)
  await officer.getByRole('button', { name: '办理离岗' }).click()
  const question = officer.getByRole('alertdialog')
  await question.getByLabel('原因').fill('调往其他单位工作')
  await question.getByRole('button', { name: '办理离岗' }).click()
  await officer.getByText(/^已办理：收回1个角色，下线[1-9]\d*台设备，移交[1-9]\d*件事项/).waitFor()
  expectComplaint(leaver, /status of 401/)
  await leaver.goto('/staff/stations')
  await leaver.getByText('请先登录').first().waitFor()
  // Others' journeys need this officer again.
  const { role, organisationId } = roles[0]!
  await grant(officer, person!, role as 'county-officer', organisationId)
})

type Granted = InputOf<typeof access.grantRole>

const grant = (officer: Page, person: Granted['person'], role: Granted['role'], organisationId: string) =>
  call(officer, access.grantRole, { person, role, organisationId, reason: '岗位安排' })

/** A colleague of the city's federation, registered as the page does it. */
async function makeCityOfficer(officer: Page): Promise<string> {
  const name = '白子期'
  const { organisationId } = (await call(officer, access.me, {})).roles[0]!
  const born = `${DEMO_REGION}19900131977`
  const { person } = await call(officer, access.registerOfficer, {
    organisationId,
    name,
    documentNumber: born + residentIdCheck(born),
    phone: '12000009001',
  })
  await grant(officer, person, 'city-officer', organisationId)
  return name
}

async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(words)
  await page.getByRole('option', { name: words }).first().click()
}
