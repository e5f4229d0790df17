import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { AsOf, Figure, RecordList, TrendPoint } from '#kernel/figures/index.ts'
import { ONE_KM_METRES } from '../../rules/siting/reach.ts'
import { district, name } from './columns.ts'

/** The earth's mean radius, and a degree of latitude rounded down, so that the box is never too small. */
const RADIUS_METRES = 6_371_008.8
const METRES_A_DEGREE = 111_000

/**
 * The points of the newest demand set whose day had come, each with whether a station of that day stood within a
 * kilometre by great circle. A box by latitude and longitude first, since the sphere costs more.
 */
const demandAndStanding = ({ asOf, recordedUpTo }: AsOf) => sql`
  demand as (
    select id from stations.point_set
    where kind = 'demand' and valid_from <= ${asOf}::date and recorded_at <= ${recordedUpTo}
    order by valid_from desc, recorded_at desc, id desc limit 1),
  standing as (
    select (snapshot ->> 'longitude')::double precision as longitude,
      (snapshot ->> 'latitude')::double precision as latitude, snapshot ->> 'opened_on' as opened_on
    from (select distinct on (station_id) snapshot, state from stations.station_version
      where valid_from <= ${asOf}::date and recorded_at <= ${recordedUpTo}
      order by station_id, version desc) now where state = 'operating')`

/** The condition on a row `s` of `standing` and a row `point`. */
const isWithin = sql`s.latitude between point.latitude - ${ONE_KM_METRES / METRES_A_DEGREE}::float8 and point.latitude + ${ONE_KM_METRES / METRES_A_DEGREE}::float8
  and s.longitude between point.longitude - ${ONE_KM_METRES / METRES_A_DEGREE}::float8 / cos(radians(point.latitude))
    and point.longitude + ${ONE_KM_METRES / METRES_A_DEGREE}::float8 / cos(radians(point.latitude))
  and 2 * ${RADIUS_METRES}::float8 * asin(least(1, sqrt(
    sin(radians(s.latitude - point.latitude) / 2) ^ 2 + cos(radians(point.latitude)) * cos(radians(s.latitude))
      * sin(radians(s.longitude - point.longitude) / 2) ^ 2))) <= ${ONE_KM_METRES}::float8`

const points: RecordList['select'] = (_ctx, at) => sql`
  with ${demandAndStanding(at)}
  select point.set_id || ':' || point.no as key, point.name, point.adcode, point.persons,
    case when exists (select from standing s where ${isWithin}) then 'yes' else 'no' end as within
  from stations.point point join demand on demand.id = point.set_id`

/**
 * Today's people by the year in which the first of today's stations opened within a kilometre of them, summed up year
 * by year: what the stations that stand have added, since no past demand is known.
 */
async function reachedByYear(ctx: Context, at: AsOf): Promise<TrendPoint[]> {
  const { rows } = await sql<{ period: string; value: number }>`
    with ${demandAndStanding(at)},
    reached as (
      select point.persons, (select min(left(s.opened_on, 4)) from standing s where ${isWithin}) as year
      from stations.point point join demand on demand.id = point.set_id),
    years as (select generate_series(min(year)::int, left(${at.asOf}, 4)::int) as year from reached)
    select years.year::text as period,
      (select coalesce(sum(persons), 0) from reached where reached.year::int <= years.year)::float8
        / nullif((select sum(persons) from reached), 0)::float8 as value
    from years order by 1`.execute(ctx.db)
  return rows.filter(({ value }) => value !== null)
}

export const reachFigures: readonly Figure[] = [
  {
    key: 'stations.peopleWithin1km',
    title: { zh: '1公里内有驿站的人（估计）', en: 'People with a station within 1 km (estimate)' },
    definition: {
      zh: '最近一组需求点的估计人数中，离某个在册开放驿站直线1公里以内的占比；按大圆距离，不计道路。',
      en: 'Of the persons that the newest demand set estimates, the share within 1 km of an operating station, by great circle and not by road.',
    },
    isNot: {
      zh: '不是普查人数，也不是实际用过驿站的人：人数来自需求点，估计方法写在需求点里；演示城市的需求点是编造的。',
      en: 'No census, nor who ever used a station: persons come from a demand set, which says how they were estimated; those of a demo city are invented.',
    },
    unit: { zh: '占比', en: 'share' },
    dimension: 'ratio',
    counted: 'estimate',
    owner: 'stations',
    chapter: { zh: '爱心驿站', en: 'Rest stations' },
    opensTo: 'everybody',
    value: async (ctx, at) => {
      const { rows } = await sql<{ numerator: number; denominator: number }>`
        select coalesce(sum(persons) filter (where within = 'yes'), 0)::int as numerator,
          coalesce(sum(persons), 0)::int as denominator from (${points(ctx, at)}) p`.execute(ctx.db)
      const { numerator, denominator } = rows[0]!
      return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator }
    },
    trend: {
      title: {
        zh: '按启用年份：现有驿站逐年覆盖到的占比（需求点取最近一组）',
        en: 'By the year they opened: the share that today’s stations reached, over the newest demand set',
      },
      step: 'year',
      addsUp: false,
      points: reachedByYear,
    },
    records: {
      columns: [
        name,
        district,
        { id: 'persons', title: { zh: '估计人数', en: 'Persons (estimate)' }, kind: 'number' },
        {
          id: 'within',
          title: { zh: '1公里内有驿站', en: 'Station within 1 km' },
          kind: 'text',
          words: () => ({ yes: { zh: '有', en: 'Yes' }, no: { zh: '没有', en: 'No' } }),
        },
      ],
      select: points,
    },
  },
]
