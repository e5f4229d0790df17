import { sql } from 'kysely'
import type { AsOf, Figure, RecordList } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'

/**
 * Payments and what came back, as the books have them: posted claims and reversals of them, by their effective day and
 * the moment of their recording. A reversal is a line of its own with a minus.
 */
const payments: RecordList['select'] = (_ctx, { asOf, recordedUpTo }) => sql`
  select t.id::text as key, o.name, p.name as policy, t.effective_on as paid_on, t.memo as receipt,
    case t.kind when 'reversal' then -t.amount else t.amount end as fen
  from ledger.transfer t
  join membership.support_claim c on t.subject = 'support-claim:' || c.id
  join membership.support_project j on j.id = c.project_id
  join membership.support_policy p on p.id = j.policy_id
  join organisations.organisation o on o.id = j.organisation_id
  where t.kind in ('post', 'reversal') and t.effective_on <= ${asOf}::date and t.recorded_at <= ${recordedUpTo}`

async function sumOf(ctx: Context, at: AsOf): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(fen), 0)::bigint as fen from (${payments(ctx, at)}) as paid`.execute(ctx.db)
  return rows[0]!.fen
}

async function sumsBy(ctx: Context, at: AsOf, column: 'policy' | 'month') {
  const by = column === 'policy' ? sql`policy` : sql`left(paid_on::text, 7)`
  const { rows } = await sql<{ key: string; fen: number; records: number }>`
    select ${by} as key, sum(fen)::bigint as fen, count(*) as records
    from (${payments(ctx, at)}) as paid group by 1 order by 1`.execute(ctx.db)
  return rows
}

export const supportFigures: readonly Figure[] = [
  {
    key: 'membership.supportPaid',
    title: { zh: '建会入会扶持资金', en: 'Support paid for founding and joining' },
    definition: {
      zh: '截至当日，各项扶持政策经审核后实际支付给工会的金额，扣除已经收回入账的。',
      en: 'What was paid to unions under the support policies by that day, less what came back and was booked.',
    },
    isNot: {
      zh: '不是预算，也不含已审核、资金已预留但还没有支付的。',
      en: 'Not the budgets, nor what is approved and held but not paid.',
    },
    unit: { zh: '元', en: 'yuan' },
    dimension: 'money',
    counted: 'record',
    owner: 'membership',
    chapter: { zh: '建会入会', en: 'Founding unions and joining them' },
    opensTo: 'everybody',
    value: async (ctx, at) => ({ value: await sumOf(ctx, at) }),
    breakdowns: [
      {
        id: 'policy',
        by: { zh: '按政策', en: 'By policy' },
        addsUp: true,
        rows: async (ctx, at) =>
          (await sumsBy(ctx, at, 'policy')).map(({ key, fen, records }) => ({
            key,
            label: { zh: key, en: key },
            value: fen,
            records,
          })),
      },
    ],
    trend: {
      title: { zh: '按支付月份', en: 'By month of payment' },
      step: 'month',
      addsUp: true,
      points: async (ctx, at) =>
        (await sumsBy(ctx, at, 'month')).map(({ key, fen }) => ({ period: key, value: fen })),
    },
    records: {
      columns: [
        { id: 'name', title: { zh: '工会', en: 'Union' }, kind: 'text' },
        { id: 'policy', title: { zh: '政策', en: 'Policy' }, kind: 'text' },
        { id: 'paid_on', title: { zh: '记账日期', en: 'Effective on' }, kind: 'day' },
        { id: 'receipt', title: { zh: '凭证', en: 'Voucher' }, kind: 'text' },
        { id: 'fen', title: { zh: '金额（分）', en: 'Amount (fen)' }, kind: 'number' },
      ],
      select: payments,
    },
  },
]
