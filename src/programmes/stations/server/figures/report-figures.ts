import { sql } from 'kysely'
import { endOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import {
  breakdownBy,
  countBy,
  countOf,
  type AsOf,
  type Figure,
  type RecordList,
  type TrendPoint,
} from '#kernel/figures/index.ts'
import { happenedBy, stationsAsOf } from './as-of.ts'
import { code, district, reportKindWords } from './columns.ts'
import { ofVisitors } from './common.ts'

const reports: RecordList['select'] = (_ctx, at) => sql`
  select report.id::text as key, station.code, station.adcode, report.kind, report.at, report.due_at
  from stations.report report
  left join ${stationsAsOf(at)} as station on station.station_id = report.station_id
  where ${happenedBy('report', at)}`

/** Reports whose time for an answer was over by the end of the day; `in_time` is yes or no. */
const due: RecordList['select'] = (ctx, at) => sql`
  select report.key, report.code, report.adcode, report.kind, report.due_at, answer.answered_at,
    case when answer.answered_at <= report.due_at then 'yes' else 'no' end as in_time
  from (${reports(ctx, at)}) as report
  left join lateral (
    select min(event.at) as answered_at from stations.report_event event
    where event.report_id = report.key::uuid and event.kind = 'answered' and ${happenedBy('event', at)}
  ) as answer on true
  where report.due_at < ${endOfDay(at.asOf)}`

/** In whole percent, so that no month's few reports can be told from it. */
async function inTimeByMonth(ctx: Context, asked: AsOf): Promise<TrendPoint[]> {
  const { rows } = await sql<{ period: string; value: number; records: number }>`
    select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM') as period,
      round(avg((in_time = 'yes')::int), 2)::float8 as value, count(*)::int as records
    from (${due(ctx, asked)}) as due group by 1 order by 1`.execute(ctx.db)
  return rows
}

const kind = {
  id: 'kind',
  title: { zh: '反映的问题', en: 'What was reported' },
  kind: 'text',
  words: () => reportKindWords,
} as const
const at = { id: 'at', title: { zh: '反映时间', en: 'Reported at' }, kind: 'instant' } as const
const dueAt = { id: 'due_at', title: { zh: '应答复时间', en: 'Due by' }, kind: 'instant' } as const
const inTime = {
  id: 'in_time',
  title: { zh: '是否按时', en: 'In time' },
  kind: 'text',
  words: () => ({ yes: { zh: '按时答复', en: 'In time' }, no: { zh: '未按时答复', en: 'Not in time' } }),
} as const

export const reportFigures: readonly Figure[] = [
  {
    ...ofVisitors,
    key: 'stations.reports',
    title: { zh: '收到反映', en: 'Problems reported' },
    definition: {
      zh: '到访者反映“门锁着”“设施坏了”等问题的件数，证明在场的和没有证明的都计入。',
      en: 'Problems that visitors reported, such as a locked door, whether or not they proved that they were there.',
    },
    isNot: {
      zh: '不是查实的问题数：管理员答复“当时开着”的也在其中；再次反映同一件事不另计。',
      en: 'Not problems found true: those that the keeper denied are among them. Reopening one does not count again.',
    },
    unit: { zh: '件', en: 'reports' },
    dimension: 'documents',
    value: countOf(reports),
    breakdowns: [breakdownBy(kind, reports), breakdownBy(district, reports)],
    trend: {
      title: { zh: '各月收到反映', en: 'Reports by month' },
      step: 'month',
      addsUp: true,
      points: async (ctx, asked) => {
        const months = sql`select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
          from stations.report report where ${happenedBy('report', asked)}`
        return (await countBy(ctx, months, 'month')).map(({ key, value }) => ({ period: key, value }))
      },
    },
    records: { columns: [code, district, kind, at, dueAt], select: reports },
  },
  {
    ...ofVisitors,
    key: 'stations.answeredInTime',
    title: { zh: '按时答复率', en: 'Answered in time' },
    definition: {
      zh: '应答复时间（一般为反映后24小时）已到的反映中，管理员按时作出首次答复的占比。',
      en: 'Of the reports whose time for an answer (a day, as a rule) was over, the share that the keeper first answered in time.',
    },
    isNot: {
      zh: '不是问题解决率：答复“会修”也算答复；还没到时限的不在分母里。',
      en: 'Not the share of problems solved: a promise to mend is an answer. Reports not yet due are not in the denominator.',
    },
    unit: { zh: '占比', en: 'share' },
    dimension: 'ratio',
    value: async (ctx, asked) => {
      const rows = await countBy(ctx, due(ctx, asked), 'in_time')
      const numerator = rows.find(({ key }) => key === 'yes')?.value ?? 0
      const denominator = rows.reduce((sum, { value }) => sum + value, 0)
      return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator }
    },
    trend: {
      title: {
        zh: '各月到期的反映，按时答复的占比',
        en: 'Share answered in time, by the month in which they were due',
      },
      step: 'month',
      addsUp: false,
      points: inTimeByMonth,
    },
    records: {
      columns: [
        code,
        district,
        kind,
        dueAt,
        { id: 'answered_at', title: { zh: '首次答复', en: 'First answered' }, kind: 'instant' },
        inTime,
      ],
      select: due,
    },
  },
]
