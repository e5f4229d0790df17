import type { Page } from 'playwright-core'
import { contests } from '#kernel/contests/contract.ts'
import { call, expectAccessible, visit } from './harness.ts'

type Story = {
  /** Runs the contest, and proposes. */
  readonly county: Page
  /** Decides. */
  readonly desk: Page
  readonly contestId: string
  readonly code: string
}

/**
 * A certificate bears a wrong name: one officer proposes its revocation and cannot decide it, another agrees, whoever checks the
 * old code reads that it does not hold and why, and a new one is given in its place.
 */
export async function revokeAndReplace({ county, desk, contestId, code }: Story): Promise<void> {
  const opened = `/staff/contests/${contestId}/result?certificate=${code}`
  await county.goto(opened)
  const drawer = county.getByRole('dialog')
  await drawer.getByText('证书内容有误').click()
  await drawer.getByLabel('理由').fill('姓名写错一个字，应为许晓荷。')
  await expectAccessible(county)
  await drawer.getByRole('button', { name: '提出撤销' }).click()
  await drawer.getByText('等待决定撤销').waitFor()
  await drawer.getByRole('button', { name: '撤销', exact: true }).waitFor({ state: 'detached' })

  const anybody = await visit('nobody', 1440)
  await anybody.goto(`/contests/certificates/${code}`)
  await anybody.getByText('证书真实').waitFor()

  await desk.goto(opened)
  // Whoever decides reads why; nobody else does.
  await desk.getByText('姓名写错一个字').waitFor()
  await desk.getByRole('button', { name: '撤销', exact: true }).click()
  const dialog = desk.getByRole('alertdialog', { name: '撤销', exact: true })
  await dialog.getByRole('button', { name: '撤销', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })

  await anybody.reload()
  await anybody.getByText('已撤销，不再有效').waitFor()
  await anybody.getByText(/撤销：证书内容有误。$/).waitFor()
  await expectAccessible(anybody)

  await county.goto(opened)
  await drawer.getByLabel('证书上的姓名').fill('许晓荷')
  await drawer.getByRole('button', { name: '换发新证书' }).click()
  await drawer.getByText('已换发', { exact: true }).waitFor()
  await anybody.reload()
  await anybody.getByText('已换发新证书。').waitFor()

  const { rows } = await call(county, contests.listCertificates, { contestId })
  const given = rows.find(({ names }) => names.includes('许晓荷'))!
  await anybody.goto(`/contests/certificates/${given.code}`)
  await anybody.getByText('证书真实').waitFor()
  await anybody.getByText('许晓荷').waitFor()
}
