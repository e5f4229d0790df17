import { sql } from 'kysely'
import { transferAll } from '#kernel/ledger/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { foldOnline } from '../settlement/month-cells.ts'
import { tables } from '../tables.ts'
import { payableAccount, payerAccount } from './accounts.ts'

const WATERMARK = 'posted'
const OVERLAP_SECONDS = 600
/** As many as the ledger takes in one batch. */
const BATCH_MAX = 1_000

type Unposted = {
  day: string
  company: number
  budget: number
  nextNo: number
  rides: number
  memberFen: number
  unionFen: number
  payer: string
}

/**
 * Carries every day that is over to the kernel's ledger: one transfer a payer, company and day, another one for what came
 * late, in the other direction where more was reversed than ridden. All in the caller's transaction; answers how many.
 */
export async function closeDays(ctx: Context): Promise<number> {
  await sql`select pg_advisory_xact_lock(4200, -3)`.execute(ctx.db)
  let posted = 0
  for (const month of await changedMonths(ctx)) {
    posted += await closeMonth(ctx, month)
    // The totals, and so the figures, hold what connected readers asked on days that are over, as the ledger does.
    await foldOnline(ctx, month, cityDay(ctx.now))
  }
  await tables(ctx)
    .insertInto('green_travel.watermark')
    .values({ name: WATERMARK, up_to: ctx.now })
    .onConflict((clash) => clash.column('name').doUpdateSet({ up_to: ctx.now }))
    .execute()
  return posted
}

/** As a job, which has no transaction of its own. */
export const closeDaysJob = (ctx: Context): Promise<void> =>
  ctx.db.transaction().execute(async (db) => void (await closeDays({ ...ctx, db })))

/** Months in which something was recorded since; this and the last one always, because a day may just have ended. */
async function changedMonths(ctx: Context): Promise<number[]> {
  const known = await tables(ctx)
    .selectFrom('green_travel.watermark')
    .select('up_to')
    .where('name', '=', WATERMARK)
    .executeTakeFirst()
  const since = new Date((known?.up_to.getTime() ?? 0) - OVERLAP_SECONDS * 1000)
  const { rows } = await sql<{ month: number }>`
    select distinct (voucher >> 40)::integer as month from green_travel.ride where recorded_at >= ${since}
    union
    select (extract(year from day)::integer - 2020) * 12 + extract(month from day)::integer - 1
    from green_travel.ride_reversal where recorded_at >= ${since}`.execute(ctx.db)
  const thisMonth = monthOfDay(cityDay(ctx.now))
  return [...new Set([...rows.map(({ month }) => month), thisMonth - 1, thisMonth])].sort((a, b) => a - b)
}

async function closeMonth(ctx: Context, month: number): Promise<number> {
  const { rows } = await sql<Unposted>`
    select u.day, u.company, u.budget, u.next_no as "nextNo", u.rides, u.member_fen as "memberFen",
      u.union_fen as "unionFen", b.organisation_id as payer
    from green_travel.unposted_days(${month}) u join green_travel.budget b on b.id = u.budget
    where u.day < ${cityDay(ctx.now)} order by u.day, u.company, u.budget`.execute(ctx.db)
  for (let at = 0; at < rows.length; at += BATCH_MAX) await post(ctx, rows.slice(at, at + BATCH_MAX))
  return rows.length
}

async function post(ctx: Context, days: readonly Unposted[]): Promise<void> {
  const wishes = []
  for (const row of days) {
    const subsidy = (await payerAccount(ctx, row.payer, 'subsidy')).id
    const payable = (await payableAccount(ctx, row.payer, row.company)).id
    const [debit, credit] = row.unionFen > 0 ? [subsidy, payable] : [payable, subsidy]
    const key = `green-travel:${row.day}:${row.company}:${row.budget}:${row.nextNo}`
    const subject = `ride-day:${row.day}`
    wishes.push({
      kind: 'posted' as const,
      key,
      debit,
      credit,
      amount: Math.abs(row.unionFen),
      subject,
      effectiveOn: row.day,
      memo: `${row.rides}次乘车`,
    })
  }
  const transfers = await transferAll(ctx, wishes)
  await tables(ctx)
    .insertInto('green_travel.day_posting')
    .values(
      days.map((row, index) => ({
        day: row.day,
        company: row.company,
        budget: row.budget,
        no: row.nextNo,
        rides: row.rides,
        member_fen: row.memberFen,
        union_fen: row.unionFen,
        transfer_id: transfers[index]!.id,
      })),
    )
    .execute()
  await addToBudgets(ctx, days)
}

/** What a budget's days add up to, so that its page need not add up the years. */
const addToBudgets = (ctx: Context, days: readonly Unposted[]) =>
  sql`
  insert into green_travel.budget_posted as known (budget, rides, member_fen, union_fen)
  select budget, sum(rides), sum(member_fen), sum(union_fen)
  from unnest(${days.map(({ budget }) => budget)}::smallint[], ${days.map(({ rides }) => rides)}::integer[],
    ${days.map(({ memberFen }) => memberFen)}::bigint[], ${days.map(({ unionFen }) => unionFen)}::bigint[])
    day (budget, rides, member_fen, union_fen) group by 1
  on conflict (budget) do update set rides = known.rides + excluded.rides,
    member_fen = known.member_fen + excluded.member_fen, union_fen = known.union_fen + excluded.union_fen`.execute(
    ctx.db,
  )
