import { sql } from 'kysely'
import { breakdownBy, countBy, countOf, type Figure, type RecordList } from '#kernel/figures/index.ts'
import { code, district, level, name, openedOn, state } from './columns.ts'
import { stationsAsOf } from './as-of.ts'
import { ofPlaces } from './common.ts'

const columns = [code, name, district, level, state, openedOn]

const all: RecordList['select'] = (_ctx, at) => sql`
  select code as key, code, name, adcode, level, state, opened_on from ${stationsAsOf(at)} as station
  where state <> 'closed'`

const nationalBest: RecordList['select'] = (_ctx, at) => sql`
  select code as key, code, name, adcode, level, state, opened_on from ${stationsAsOf(at)} as station
  where state <> 'closed' and level = 'national-best'`

export const stationFigures: readonly Figure[] = [
  {
    ...ofPlaces,
    key: 'stations.total',
    title: { zh: '建成驿站', en: 'Rest stations' },
    definition: {
      zh: '截至当日登记在册、没有撤销的户外劳动者驿站，每站一个编号计一家；暂停开放的也计入。',
      en: 'Stations for outdoor workers on the register on that day and not closed down, one for each code; those suspended for a time count too.',
    },
    isNot: {
      zh: '不是当天开着门的站数，也不是历年建过的站数：撤销的站从撤销之日起不再计入。',
      en: 'Not how many were open that day, nor how many were ever built: one that is closed down leaves the count that day.',
    },
    value: countOf(all),
    breakdowns: [breakdownBy(district, all), breakdownBy(level, all), breakdownBy(state, all)],
    trend: openedByYear(all),
    records: { columns, select: all },
  },
  {
    ...ofPlaces,
    key: 'stations.nationalBest',
    title: { zh: '全国最美站点', en: 'National best stations' },
    definition: {
      zh: '在册驿站中，被命名为“全国最美工会户外劳动者服务站点”的。',
      en: 'Stations on the register that were named national best service stations for outdoor workers.',
    },
    isNot: {
      zh: '不是获奖次数：一站多次获评仍计一家。',
      en: 'Not the number of awards: a station named twice counts once.',
    },
    value: countOf(nationalBest),
    breakdowns: [breakdownBy(district, nationalBest)],
    records: { columns, select: nationalBest },
  },
]

/** By the year in which a station says it opened; those that do not say are left out. */
function openedByYear(select: RecordList['select']): NonNullable<Figure['trend']> {
  return {
    title: { zh: '在册驿站的启用年份', en: 'Stations on the register, by the year they opened' },
    step: 'year',
    addsUp: false,
    points: async (ctx, at) => {
      const years = sql`select left(opened_on, 4) as year from (${select(ctx, at)}) as listed`
      const rows = await countBy(ctx, years, 'year')
      return rows.filter(({ key }) => key !== '').map(({ key, value }) => ({ period: key, value }))
    },
  }
}
