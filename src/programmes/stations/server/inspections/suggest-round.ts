import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { stations } from '../../contract.ts'
import { locate } from '../../rules/coordinates.ts'
import { orderRoute, routeMetres } from '../../rules/inspection/order-route.ts'
import { inReach } from '../in-reach.ts'
import { tables } from '../tables.ts'
import { inspectorsFor } from './plan-round.ts'

type Row = {
  code: string
  name: string
  adcode: string
  address: string
  longitude: number
  latitude: number
  repeats: string | null
  dueOn: string | null
  lastInspectedOn: string | null
  state: string | null
  locked: number
}

/**
 * First repeat visits that are due, then stations that people found locked, whose certificate fails, and that were
 * not inspected for longest; those already on a route of that day are left out. In the order of the way.
 */
export const suggestRound: Handler<typeof stations.suggestRound> = async (ctx, { adcode, count, day }) => {
  const monthAgo = new Date(ctx.now.getTime() - 30 * 86_400_000)
  const { rows } = await sql<Row>`
    select station.code, station.name, station.adcode, station.address, station.longitude, station.latitude,
      waiting.id as repeats, waiting.due_on as "dueOn", last.day as "lastInspectedOn", c.state,
      coalesce(locked.count, 0) as locked
    from stations.station
    left join stations.certificate c on c.station_id = station.id
    left join lateral (select w.id, w.due_on from stations.inspection w where w.station_id = station.id
      and w.kind = 'repeat' and w.round_id is null and w.ended_at is null and w.called_off_at is null
      order by w.due_on limit 1) waiting on true
    left join lateral (select (max(i.ended_at) at time zone 'Asia/Shanghai')::date as day
      from stations.inspection i where i.station_id = station.id) last on true
    left join lateral (select count(*) as count from stations.report r where r.station_id = station.id
      and r.kind = 'locked' and r.at > ${monthAgo}) locked on true
    where ${inReach(ctx, 'stations.inspect')} and station.state = 'operating'
      and ${adcode === undefined ? sql`true` : sql`station.adcode = ${adcode}`}
      and not exists (select from stations.inspection p join stations.inspection_round r on r.id = p.round_id
        where p.station_id = station.id and r.day = ${day} and p.called_off_at is null)
    order by waiting.due_on nulls last, locked.count desc, (c.state = 'incomplete') desc,
      last.day nulls first, station.code
    limit ${count}`.execute(ctx.db)
  const route = orderRoute(rows)
  return {
    rows: route.map(({ dueOn, state, locked, ...row }) => ({
      ...row,
      why: whyVisit({ dueOn, state, locked, lastInspectedOn: row.lastInspectedOn }),
    })),
    metres: Math.round(routeMetres(route)),
  }
}

function whyVisit({
  dueOn,
  state,
  locked,
  lastInspectedOn,
}: Pick<Row, 'dueOn' | 'state' | 'locked' | 'lastInspectedOn'>): Text {
  if (dueOn !== null) return { zh: `复查，${dueOn}前`, en: `repeat visit, by ${dueOn}` }
  if (locked > 0)
    return { zh: `30天内有${locked}次反映门锁着`, en: `${locked} reports of a locked door in 30 days` }
  if (state === 'incomplete') return { zh: '证书不齐全', en: 'its certificate is incomplete' }
  if (lastInspectedOn === null) return { zh: '还没有检查过', en: 'never inspected' }
  return { zh: `上次检查${lastInspectedOn}`, en: `last inspected on ${lastInspectedOn}` }
}

export const orderRound: Handler<typeof stations.orderRound> = async (ctx, { codes, from }) => {
  reachOf(ctx, 'stations.inspect')
  const places = await placesOf(ctx, codes)
  const start = from === undefined ? undefined : locate(from, from.datum, '')
  const route = orderRoute(places, start)
  return {
    codes: route.map(({ code }) => code),
    metres: Math.round(routeMetres(route, start)),
    before: Math.round(routeMetres(places, start)),
  }
}

async function placesOf(ctx: Context, codes: readonly string[]) {
  const rows = await tables(ctx)
    .selectFrom('stations.station as station')
    .select(['station.code', 'station.longitude', 'station.latitude'])
    .where('station.code', 'in', [...codes])
    .where(inReach(ctx, 'stations.inspect'))
    .execute()
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return codes.map((code) => {
    const row = byCode.get(code)
    if (row === undefined) throw notFound({ zh: `驿站${code}`, en: `station ${code}` })
    return row
  })
}

const INSPECTORS_MAX = 100

export const listInspectors: Handler<typeof stations.listInspectors> = async (ctx) => {
  reachOf(ctx, 'stations.inspect')
  const officers = await inspectorsFor(ctx)
  return {
    rows: officers
      .slice(0, INSPECTORS_MAX)
      .map(({ person, name, organisationName }) => ({ ...person, name, organisationName })),
  }
}
