import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { sql } from 'kysely'
import { createOrganisation } from '#kernel/organisations/index.ts'
import { transfer } from '#kernel/ledger/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { payerAccount } from '../ledger/accounts.ts'
import { prepareMonths } from '../prepare-months.ts'
import { rootUnit } from '../root-unit.ts'
import { addSigningKey } from '../vouchers/signing-key.ts'

/** The programme began in 2021. */
const FIRST_MONTH = '2021-01-01'
/** Enough for the rides of the story and for months to come. */
const GRANTED_FEN = 60_000_000

const ROUTES = ['1路', '11路', '26路', '61路', '101路', '劳模公交专线'] as const
const READERS = 24

export type DemoBase = { readonly root: string; readonly companyUnit: string; readonly budget: number }

/** One bus company with its routes and readers, terms since the beginning, and the city federation's budget. */
export async function plantBase(ctx: Context): Promise<DemoBase> {
  const root = await rootUnit(ctx)
  const unit = await createOrganisation(ctx, {
    parentId: root,
    kind: 'partner',
    name: '鹰城公共交通公司',
    adcode: '410400',
    validFrom: FIRST_MONTH,
  })
  await sql`insert into green_travel.company (id, organisation_id, made_by) values (1, ${unit.id}, '演示数据')`.execute(
    ctx.db,
  )
  await sql`insert into green_travel.route (id, company, code, name)
    select place, 1, 'L' || place, name from unnest(${[...ROUTES]}::text[]) with ordinality r (name, place)`.execute(
    ctx.db,
  )
  const keys = Array.from({ length: READERS }, (_, index) => readerKey(index + 1).publicKey)
  await sql`insert into green_travel.reader (id, company, code, public_key, registered_on)
    select place, 1, 'R' || lpad(place::text, 3, '0'), key, ${FIRST_MONTH}
    from unnest(${keys}::bytea[]) with ordinality r (key, place)`.execute(ctx.db)
  await sql`insert into green_travel.terms (id, from_day, member_fen, union_fen, rides_per_day, rides_per_month, voucher_days,
      code_seconds, clock_tolerance_seconds, late_days, retention_months, made_by)
    values (1, ${FIRST_MONTH}, 1, 99, 4, 60, 3, 60, 60, 7, 13, '演示数据')`.execute(ctx.db)
  const [from, to] = [monthOfDay(FIRST_MONTH), monthOfDay('2027-12-01')]
  await sql`insert into green_travel.budget (id, organisation_id, name, from_month, to_month, made_by)
    values (1, ${root}, '会员乘车补贴', ${from}, ${to}, '演示数据')`.execute(ctx.db)
  await sql`insert into green_travel.budget_parent (budget) values (1)`.execute(ctx.db)
  const grant = newId()
  await sql`select green_travel.appropriate(${grant}, 1::smallint, ${GRANTED_FEN}, '工财〔2021〕3号', '会员乘车补贴专项', '演示数据')`.execute(
    ctx.db,
  )
  await transfer(ctx, {
    key: `green-travel:appropriation:${grant}`,
    debit: (await payerAccount(ctx, root, 'fund')).id,
    credit: (await payerAccount(ctx, root, 'appropriation')).id,
    amount: GRANTED_FEN,
    subject: 'ride-budget:1',
    effectiveOn: FIRST_MONTH,
    memo: '工财〔2021〕3号',
  })
  await addSigningKey(ctx)
  await prepareMonths(ctx)
  return { root, companyUnit: unit.id, budget: 1 }
}

/** A demo reader's key comes from its number, so that the demo can sign files as the reader did. */
export function readerKey(number: number) {
  const seed = createHash('sha256').update(`demo reader ${number}`).digest()
  const head = Buffer.from('302e020100300506032b657004220420', 'hex')
  const privateKey = createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(12)
  return { privateKey, publicKey }
}
