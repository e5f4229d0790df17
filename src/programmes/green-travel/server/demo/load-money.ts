import { sql } from 'kysely'
import { transferAll } from '#kernel/ledger/index.ts'
import type { Context } from '#platform/context.ts'
import { firstDayOf } from '../../rules/voucher-number.ts'
import { payableAccount, payerAccount } from '../ledger/accounts.ts'
import type { DemoBase } from './demo-base.ts'
import type { DemoRides } from './load-rides.ts'

/** 45 万元 in thirteen payments on account, one a quarter. */
const PAYMENTS = [...Array.from({ length: 12 }, () => 3_500_000), 3_000_000]
const BATCH_MAX = 1_000

/** Every day's subsidy in the kernel's books, and what was paid: 45 fen more than was earned. */
export async function loadMoney(ctx: Context, base: DemoBase, { days, lastMonth }: DemoRides): Promise<void> {
  const subsidy = (await payerAccount(ctx, base.root, 'subsidy')).id
  const payable = (await payableAccount(ctx, base.root, 1)).id
  const fund = (await payerAccount(ctx, base.root, 'fund')).id
  const ridesOf = new Map<string, number>()
  for (const { day, rides } of days) ridesOf.set(day, (ridesOf.get(day) ?? 0) + rides)
  const posted = [...ridesOf]
  const wishes = posted.map(([day, rides]) => ({
    kind: 'posted' as const,
    key: `green-travel:${day}:1:${base.budget}:1`,
    debit: subsidy,
    credit: payable,
    amount: rides * 99,
    subject: `ride-day:${day}`,
    effectiveOn: day,
    memo: `${rides}次乘车`,
  }))
  const transfers = []
  for (let at = 0; at < wishes.length; at += BATCH_MAX)
    transfers.push(...(await transferAll(ctx, wishes.slice(at, at + BATCH_MAX))))
  await sql`insert into green_travel.day_posting (day, company, budget, no, rides, member_fen, union_fen, transfer_id)
    select day, 1, ${base.budget}, 1, rides, rides, rides * 99, transfer
    from unnest(${posted.map(([day]) => day)}::date[], ${posted.map(([, rides]) => rides)}::integer[],
      ${transfers.map(({ id }) => id)}::uuid[]) p (day, rides, transfer)`.execute(ctx.db)
  await transferAll(
    ctx,
    PAYMENTS.map((amount, quarter) => ({
      kind: 'posted' as const,
      key: `green-travel:demo-payment:${quarter + 1}`,
      debit: payable,
      credit: fund,
      amount,
      subject: `ride-payment:${quarter + 1}`,
      effectiveOn: firstDayOf(Math.min(lastMonth, lastMonth - 38 + quarter * 3)),
      memo: `按季预拨第${quarter + 1}笔`,
    })),
  )
}
