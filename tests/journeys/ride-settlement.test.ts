import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { review } from '#kernel/review/contract.ts'
import { greenTravel } from '#programmes/green-travel/contract.ts'
import { downloaded } from './files.ts'
import { call, expectAccessible, journey, visit } from './harness.ts'
import { endedMonths } from './months.ts'
import { thePlace } from './place.ts'

type Row = Record<string, string | number>

async function query(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(thePlace().owner)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

const rawKey = (key: ReturnType<typeof generateKeyPairSync>['publicKey']) =>
  (key as unknown as { export(options: object): Buffer })
    .export({ type: 'spki', format: 'der' })
    .subarray(-32)

/** A reader and a voucher whose keys the journey holds: the demo's own lie nowhere. */
async function plantReader(month: string): Promise<{ file: string }> {
  const [reader, phone] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
  const [voucher] = await query(
    `select v.bk, v.id from green_travel.voucher v where to_char(v.first_day, 'YYYY-MM') = $1 limit 1`,
    [month],
  )
  const id = Number(voucher!['id']) + 900_000
  await query(
    `insert into green_travel.voucher select ($1::jsonb ->> 'bk')::smallint, $2, month, rider, union_id, budget, terms, signing_key, $3,
      first_day, 2, 0, 0, void_due_on, issued_at, null, null, 0, null from green_travel.voucher where bk = $4 and id = $5`,
    [JSON.stringify(voucher), id, rawKey(phone.publicKey), voucher!['bk'], voucher!['id']],
  )
  await query(
    `insert into green_travel.reader (id, company, code, public_key, registered_on) values (900, 1, 'R900', $1, '2021-01-01')`,
    [rawKey(reader.publicKey)],
  )
  const [at] = await query(
    `select extract(epoch from (first_day + interval '9 hours') at time zone 'Asia/Shanghai')::bigint as at
     from green_travel.voucher where id = $1`,
    [id],
  )
  const line = (number: number, counter: number) => {
    const second = Number(at!['at']) + counter
    const message = Buffer.alloc(16)
    message.write('ZYR1', 'latin1')
    message.writeUIntBE(Math.floor(id / 2 ** 32), 4, 3)
    message.writeUInt32BE(id % 2 ** 32, 7)
    message.writeUInt8(counter, 11)
    message.writeUInt32BE(second, 12)
    return `${number},${id},${counter},${second},${second + 2},L1,100,${sign(null, message, phone.privateKey).toString('base64url')}\n`
  }
  const signed = `#zhenyi-rides,1,R900,1,${Number(at!['at']) + 60_000}\n${line(1, 1)}${line(2, 2)}${line(3, 3)}`
  const digest = createHash('sha256').update(signed).digest()
  const signature = sign(null, Buffer.concat([Buffer.from('zhenyi-rides-1\0'), digest]), reader.privateKey)
  return { file: `${signed}#end,3,${signature.toString('base64url')}\n` }
}

/** What the company saw on its own machines: everything in the books, and five rides more on one day. */
async function claimOf(month: string): Promise<string> {
  const rows = await query(
    `select r.day::text as day, o.code, count(*)::int as rides from green_travel.ride r
     join green_travel.route o on o.id = r.route where to_char(r.day, 'YYYY-MM') = $1 group by 1, 2 order by 1, 2`,
    [month],
  )
  const lines = rows.map(({ day, code, rides }, index) => {
    const claimed = Number(rides) + (index === 20 ? 5 : 0)
    return `${day},${code},${claimed},${(claimed * 0.99).toFixed(2)}`
  })
  return `\ufeff${month} 申报表\n日期,线路,次数,金额（元）\n${lines.join('\n')}\n`
}

const upload = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

async function say(page: Page, move: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: move }).first().click()
  const dialog = page.getByRole('alertdialog', { name: move })
  await dialog.getByLabel('理由').fill(reason)
  await dialog.getByRole('button', { name: move }).click()
  await dialog.waitFor({ state: 'detached' })
}

journey(
  'a month: a file and a claim come in, a difference is disputed and answered, the statement is settled and printed',
  async () => {
    const company = await visit('bus-company', 1440)
    const { rows } = await call(company, greenTravel.settlementCompanies, {})
    const { months } = await call(company, greenTravel.getMonth, {
      companyUnit: rows[0]!.unit,
      month: '2026-01',
    })
    // Only a month that is over is reconciled; the demo's rides run to yesterday.
    const month = endedMonths(months)[0]!.month
    const { file } = await plantReader(month)
    await company.goto('/staff/green-travel/files')
    await company.getByText('R024-7.txt').waitFor()
    await expectAccessible(company)
    await upload(company, 'R900-1.txt', file)
    const line = company.getByRole('row').filter({ hasText: 'R900-1.txt' })
    await line.getByText('已入账').waitFor({ timeout: 40_000 })
    await line.getByRole('link').click()
    await company.getByText('超出凭证的乘车次数').first().waitFor()
    await expectAccessible(company)

    await company.goto(`/staff/green-travel/month?month=${month}`)
    await company.getByText('交来申报表').first().waitFor()
    await upload(company, '申报.csv', await claimOf(month))
    await company.getByText(/申报\.csv，\d+ 行/).waitFor()

    const officer = await visit('finance-officer', 1440)
    await officer.goto(`/staff/green-travel/month?month=${month}`)
    await officer.getByRole('button', { name: '对账', exact: true }).click()
    await officer.getByRole('link', { name: '公司申报，没有刷卡记录' }).click()
    await say(officer, '提出异议，请公司答复', '多报五次，请说明依据')
    await officer.getByText('待公交公司答复').first().waitFor()
    await expectAccessible(officer)

    await company.reload()
    await company.getByRole('link', { name: '公司申报，没有刷卡记录' }).click()
    await say(company, '答复', '车载机故障，人工记录五次')

    const other = await visit('city-officer', 1440)
    const { companyUnit } = { companyUnit: rows[0]!.unit }
    await other.goto(`/staff/green-travel/month?month=${month}`)
    await other.getByRole('link', { name: '公司申报，没有刷卡记录' }).click()
    await say(other, '按记录结算', '人工记录不能代替刷卡记录')
    await other.getByText('人工记录不能代替刷卡记录').first().waitFor()
    const left = await call(other, greenTravel.listDifferences, { companyUnit, month, openOnly: true })
    for (const { caseId: id, seq } of left.rows)
      await call(other, review.act, { id, seq, move: 'keep-records', reason: '按刷卡记录结算' })

    await officer.goto(`/staff/green-travel/month?month=${month}`)
    await officer.getByRole('button', { name: '编制结算单' }).click()
    await officer.waitForURL('**/staff/green-travel/statements/*')
    await other.goto(officer.url())
    await settle(other)
    await other.getByText('已结算').first().waitFor()
    await other.getByRole('button', { name: '从乘车记录重算' }).click()
    await other.getByText('分毫不差').waitFor()
    await expectAccessible(other)
    await other.getByRole('button', { name: 'PDF' }).click()
    const dialog = other.getByRole('alertdialog')
    await dialog.getByLabel('用途').fill('装订存档')
    const pdf = await downloaded(other, () => dialog.getByRole('button', { name: 'PDF' }).click())
    expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-')
  },
)

async function settle(page: Page): Promise<void> {
  await page.getByRole('button', { name: '复核无误，结算' }).first().click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: '复核无误，结算' }).click()
  await dialog.waitFor({ state: 'detached' })
}
