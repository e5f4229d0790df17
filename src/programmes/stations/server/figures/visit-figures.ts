import { sql } from 'kysely'
import { breakdownBy, breakdownFrom, type Figure, type RecordList } from '#kernel/figures/index.ts'
import { happenedBy, stationsAsOf } from './as-of.ts'
import { code, district } from './columns.ts'
import { ofVisitors } from './common.ts'
import { countVisitors, countVisits, visitsByDistrict, visitsByMonth } from './visit-counts.ts'

const checkIns: RecordList['select'] = (_ctx, at) => sql`
  select visit.bk || ':' || visit.id as key, station.code, station.adcode, visit.at,
    encode(visit.visitor, 'hex') as visitor
  from stations.check_in visit left join ${stationsAsOf(at)} as station on station.station_id = visit.station_id
  where ${happenedBy('visit', at)}`

const visitors: RecordList['select'] = (_ctx, at) => sql`
  select encode(visit.visitor, 'hex') as key, count(*) as visits, count(distinct visit.station_id) as stations,
    min(visit.at) as first_at
  from stations.check_in visit where ${happenedBy('visit', at)} group by visit.bk, visit.visitor`

export const visitFigures: readonly Figure[] = [
  {
    ...ofVisitors,
    key: 'stations.checkIns',
    title: { zh: '进站打卡', en: 'Check-ins' },
    definition: {
      zh: '劳动者在驿站扫门牌码打卡的次数；同一人同一站半小时内只计一次。',
      en: 'How often workers checked in by the code at a station’s door; once in half an hour for one visitor at one station.',
    },
    isNot: {
      zh: '不是人数：一个人来十次计十人次；没有打卡的到访没有记录，不计也不估计。',
      en: 'Not persons: ten visits of one worker are ten. Who came without checking in is not recorded and not estimated.',
    },
    unit: { zh: '人次', en: 'check-ins' },
    dimension: 'turns',
    value: countVisits,
    breakdowns: [breakdownFrom(district, visitsByDistrict)],
    trend: {
      title: { zh: '各月打卡', en: 'Check-ins by month' },
      step: 'month',
      addsUp: true,
      points: async (ctx, at) => {
        return (await visitsByMonth(ctx, at)).map(({ key, value }) => ({ period: key, value }))
      },
    },
    records: {
      columns: [
        code,
        district,
        { id: 'at', title: { zh: '时间', en: 'At' }, kind: 'instant' },
        { id: 'visitor', title: { zh: '到访者代号', en: 'Visitor’s digest' }, kind: 'text' },
      ],
      select: checkIns,
    },
  },
  {
    ...ofVisitors,
    key: 'stations.visitors',
    title: { zh: '打卡的劳动者', en: 'Workers who checked in' },
    definition: {
      zh: '至少打卡一次的不同到访者。登录的按账号、没有登录的按设备计，以不可还原的代号区分。',
      en: 'Different visitors who checked in at least once, by account or, where nobody signed in, by device; told apart by a digest that cannot be turned back.',
    },
    isNot: {
      zh: '不是实名人数：同一人换了手机又没有登录，会算作两人；也不是会员数。',
      en: 'Not identified persons: somebody who changed phones without signing in counts twice. Nor are they all members.',
    },
    unit: { zh: '人', en: 'persons' },
    dimension: 'persons',
    value: countVisitors,
    breakdowns: [
      {
        id: 'adcode',
        by: {
          zh: '按到访县区（去过几个县区就在几处各计一次）',
          en: 'By district visited (counted in each of them)',
        },
        addsUp: false,
        rows: async (ctx, at) => {
          const places = sql`select distinct station.adcode, visit.bk, visit.visitor
            from stations.check_in visit join ${stationsAsOf(at)} as station on station.station_id = visit.station_id
            where ${happenedBy('visit', at)}`
          return breakdownBy(district, () => places).rows(ctx, at)
        },
      },
    ],
    records: {
      columns: [
        { id: 'visits', title: { zh: '打卡次数', en: 'Check-ins' }, kind: 'number' },
        { id: 'stations', title: { zh: '去过的驿站', en: 'Stations visited' }, kind: 'number' },
        { id: 'first_at', title: { zh: '首次打卡', en: 'First check-in' }, kind: 'instant' },
      ],
      select: visitors,
    },
  },
]
