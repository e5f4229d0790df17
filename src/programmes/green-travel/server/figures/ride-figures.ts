import { sql } from 'kysely'
import type { AsOf, Breakdown, Figure, FigureValue, RecordList } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'
import { rideTotals } from './ride-totals.ts'

const sumOf =
  (column: 'rides' | 'union_fen') =>
  async (ctx: Context, at: AsOf): Promise<FigureValue> => {
    const { rows } = await sql<{ sum: number }>`
      select (coalesce(sum(${sql.ref(column)}), 0) - coalesce((
        select sum(${column === 'rides' ? sql`1` : sql`r.union_fen`}) from green_travel.ride_reversal r
        where r.day <= ${at.asOf}::date and r.recorded_at <= ${at.recordedUpTo}), 0))::bigint as sum
      from ${await rideTotals(ctx, at)} t`.execute(ctx.db)
    return { value: rows[0]!.sum }
  }

const byRoute = (column: 'rides' | 'union_fen'): Breakdown => ({
  id: 'route',
  by: { zh: '按线路', en: 'By route' },
  addsUp: true,
  rows: async (ctx, at) => {
    const { rows } = await sql<{ key: string; name: string; value: number; records: number }>`
      select coalesce(o.code, '—') as key, coalesce(o.name, '未注明线路') as name,
        sum(${sql.ref(`t.${column}`)})::bigint as value, sum(t.rides)::bigint as records
      from ${await rideTotals(ctx, at)} t left join green_travel.route o on o.id = t.route
      group by 1, 2 order by 3 desc`.execute(ctx.db)
    return rows.map(({ name, ...row }) => ({ ...row, label: { zh: name, en: name } }))
  },
})

const byMonth = (column: 'rides' | 'union_fen'): NonNullable<Figure['trend']> => ({
  title:
    column === 'rides'
      ? { zh: '各月乘车', en: 'Rides by month' }
      : { zh: '各月补贴', en: 'Subsidy by month' },
  step: 'month',
  addsUp: true,
  points: async (ctx, at) => {
    const { rows } = await sql<{ period: string; value: number }>`
      select to_char(t.month, 'YYYY-MM') as period, sum(${sql.ref(`t.${column}`)})::bigint as value
      from ${await rideTotals(ctx, at)} t group by 1 order by 1`.execute(ctx.db)
    return rows
  },
})

/** Totals of a day and before, by what was recorded then: the records themselves, read only when somebody opens them. */
const countedBy = ({ asOf, recordedUpTo }: AsOf) =>
  sql`t.result = 0 and t.day <= ${asOf}::date and t.recorded_at <= ${recordedUpTo}`

/** A day of a route; single rides name a place and a time, and open to nobody here. */
const routeDays: RecordList = {
  columns: [
    { id: 'day', title: { zh: '日期', en: 'Day' }, kind: 'day' },
    { id: 'route', title: { zh: '线路', en: 'Route' }, kind: 'text' },
    { id: 'rides', title: { zh: '人次', en: 'Rides' }, kind: 'number' },
    { id: 'union_fen', title: { zh: '补贴（分）', en: 'Subsidy (fen)' }, kind: 'number' },
  ],
  select: (_ctx, at) => sql`
    select t.day || ' ' || coalesce(o.code, '—') as key, t.day, coalesce(o.name, '—') as route, sum(t.rides) as rides,
      sum(t.union_fen) as union_fen
    from green_travel.ride_total t left join green_travel.route o on o.id = t.route
    where ${countedBy(at)} group by t.day, o.code, o.name`,
}

const common = {
  counted: 'record',
  owner: 'green-travel',
  chapter: { zh: '绿色出行', en: 'Green travel' },
} as const satisfies Partial<Figure>

export const rideFigures: readonly Figure[] = [
  {
    ...common,
    key: 'green-travel.rides',
    title: { zh: '1分钱乘公交', en: 'One-fen bus rides' },
    definition: {
      zh: '已入账的乘车次数：每个（凭证，次数）只计一次，减去冲正。',
      en: 'Rides in the journal: each (voucher, counter) once, less what was reversed.',
    },
    isNot: {
      zh: '不是人数；也不是公司申报的次数，申报要与读卡记录和账上记录核对。',
      en: 'Not persons; nor what the company claims, which is compared with readers and journal.',
    },
    unit: { zh: '人次', en: 'rides' },
    dimension: 'turns',
    opensTo: 'groups-of-ten',
    value: sumOf('rides'),
    breakdowns: [byRoute('rides')],
    trend: byMonth('rides'),
    records: routeDays,
  },
  {
    ...common,
    key: 'green-travel.earned',
    title: { zh: '应付乘车补贴', en: 'Subsidy earned' },
    definition: {
      zh: '已入账乘车按每次工会补贴累计，减去冲正；公司由此应得的钱。',
      en: 'The union’s share of all rides in the journal, less reversals: what the company has earned.',
    },
    isNot: { zh: '不是已经付出的钱。', en: 'Not what was paid.' },
    unit: { zh: '元', en: 'yuan' },
    dimension: 'money',
    opensTo: 'everybody',
    value: sumOf('union_fen'),
    breakdowns: [byRoute('union_fen')],
    trend: byMonth('union_fen'),
    records: routeDays,
  },
]
