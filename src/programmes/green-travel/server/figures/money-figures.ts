import { sql } from 'kysely'
import type { AsOf, Figure, RecordList } from '#kernel/figures/index.ts'
import { endOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { rideTotals } from './ride-totals.ts'

/** What was paid to bus companies: the kernel's own transfers, by the day they count to. */
const payments = ({ asOf, recordedUpTo }: AsOf) => sql`
  select t.id::text as key, t.effective_on as day, t.memo, t.amount as fen
  from ledger.transfer t join ledger.account a on a.id = t.debit_account_id
  where a.programme = 'green-travel' and a.key like 'payable:%' and t.kind = 'posted' and t.subject like 'ride-payment:%'
    and t.effective_on <= ${asOf}::date and t.recorded_at <= ${recordedUpTo}`

const earned = async (ctx: Context, at: AsOf) => sql`
  (select coalesce(sum(union_fen), 0) from ${await rideTotals(ctx, at)} t)
  - (select coalesce(sum(union_fen), 0) from green_travel.ride_reversal
    where day <= ${at.asOf}::date and recorded_at <= ${at.recordedUpTo})`

const paymentList: RecordList = {
  columns: [
    { id: 'day', title: { zh: '日期', en: 'Day' }, kind: 'day' },
    { id: 'memo', title: { zh: '说明', en: 'Memo' }, kind: 'text' },
    { id: 'fen', title: { zh: '金额（分）', en: 'Fen' }, kind: 'number' },
  ],
  select: (_ctx, at) => payments(at),
}

const one = async (ctx: Context, value: ReturnType<typeof sql>): Promise<{ value: number }> => {
  const { rows } = await sql<{ value: number }>`select (${value})::bigint as value`.execute(ctx.db)
  return { value: rows[0]!.value }
}

const common = {
  counted: 'record',
  owner: 'green-travel',
  chapter: { zh: '绿色出行', en: 'Green travel' },
  unit: { zh: '元', en: 'yuan' },
  dimension: 'money',
  opensTo: 'everybody',
} as const satisfies Partial<Figure>

export const moneyFigures: readonly Figure[] = [
  {
    ...common,
    key: 'green-travel.paid',
    title: { zh: '已付乘车补贴', en: 'Subsidy paid' },
    definition: {
      zh: '付给公交公司的补贴，含按季预拨。',
      en: 'Paid to bus companies, payments on account included.',
    },
    isNot: {
      zh: '不是应付的补贴：预拨的钱可能还没有乘车对应。',
      en: 'Not what was earned: what is paid ahead has no rides yet.',
    },
    value: (ctx, at) => one(ctx, sql`select coalesce(sum(fen), 0) from (${payments(at)}) p`),
    records: paymentList,
  },
  {
    ...common,
    key: 'green-travel.advance',
    title: { zh: '预付乘车补贴余额', en: 'Subsidy paid ahead' },
    definition: {
      zh: '已付减应付，大于零时是预付余额，小于零时是尚欠。',
      en: 'Paid less earned: above zero it was paid ahead, below zero it is still owed.',
    },
    isNot: { zh: '不是预算余额。', en: 'Not what is left of the budget.' },
    value: async (ctx, at) =>
      one(ctx, sql`(select coalesce(sum(fen), 0) from (${payments(at)}) p) - (${await earned(ctx, at)})`),
    records: paymentList,
  },
  {
    ...common,
    key: 'green-travel.budgetLeft',
    title: { zh: '乘车预算剩余', en: 'Budget for rides left' },
    definition: {
      zh: '拨给的预算减去已入账乘车的补贴。',
      en: 'What was granted less the subsidy of rides in the journal.',
    },
    isNot: {
      zh: '不减已发凭证还没有乘的次数；那一部分在预算页上。',
      en: 'Rides that were issued and not ridden yet are not taken off; the budget’s page shows them.',
    },
    value: async (ctx, at) =>
      one(
        ctx,
        sql`(select coalesce(sum(amount_fen), 0) from green_travel.appropriation
          where recorded_at < ${endOfDay(at.asOf)} and recorded_at <= ${at.recordedUpTo}) - (${await earned(ctx, at)})`,
      ),
    records: {
      columns: [
        { id: 'document', title: { zh: '文号', en: 'Document' }, kind: 'text' },
        { id: 'fen', title: { zh: '金额（分）', en: 'Fen' }, kind: 'number' },
      ],
      select: (_ctx, at) => sql`
        select id::text as key, document, amount_fen as fen from green_travel.appropriation
        where recorded_at < ${endOfDay(at.asOf)} and recorded_at <= ${at.recordedUpTo}`,
    },
  },
]
