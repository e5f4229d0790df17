import { sql } from 'kysely'
import { countOf, type Figure, type RecordList } from '#kernel/figures/index.ts'

/** Pseudonyms change every month: whoever rode in two months is two of them, so that only a month can be counted. */
const riders: RecordList['select'] = (_ctx, { asOf, recordedUpTo }) => sql`
  select v.bk || ':' || v.rider as key, to_char(min(r.day), 'YYYY-MM') as month, count(*) as rides
  from green_travel.ride r join green_travel.voucher v on v.bk = r.bk and v.id = r.voucher
  where r.voucher >= (${month(asOf)} - 1)::bigint << 40 and r.voucher < ${month(asOf)}::bigint << 40
    and r.recorded_at <= ${recordedUpTo}
  group by v.bk, v.rider`

const month = (day: string) =>
  sql`((extract(year from ${day}::date)::integer - 2020) * 12 + extract(month from ${day}::date)::integer - 1)`

export const riderFigures: readonly Figure[] = [
  {
    key: 'green-travel.riders',
    title: { zh: '上月乘过车的会员', en: 'Members who rode last month' },
    definition: {
      zh: '所问日期的上一个月里至少有一次乘车入账的会员，以当月代号区分。',
      en: 'Members with at least one ride in the month before the day asked for, told apart by that month’s pseudonym.',
    },
    isNot: {
      zh: '各月不能相加：代号每月更换，同一人在两个月里是两个代号。',
      en: 'Months do not add up: pseudonyms change, and one person is two of them in two months.',
    },
    unit: { zh: '人', en: 'persons' },
    dimension: 'persons',
    counted: 'record',
    owner: 'green-travel',
    chapter: { zh: '绿色出行', en: 'Green travel' },
    opensTo: 'groups-of-ten',
    value: countOf(riders),
    records: {
      columns: [
        { id: 'month', title: { zh: '月份', en: 'Month' }, kind: 'text' },
        { id: 'rides', title: { zh: '乘车次数', en: 'Rides' }, kind: 'number' },
      ],
      select: riders,
    },
  },
]
