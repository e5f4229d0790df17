import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Reach } from '../../rules/siting/reach.ts'
import { tables } from '../tables.ts'

export type Place = {
  readonly id: string
  readonly name: string
  readonly longitude: number
  readonly latitude: number
  /** Of the last 90 days; null for a candidate site. */
  readonly checkIns90Days: number | null
}

export type Demand = {
  readonly longitude: number
  readonly latitude: number
  readonly persons: number
  readonly adcode: string | null
}

/** What a run is computed on: read once, so that the answer says of what it is the answer. */
export type Ground = {
  readonly question: 'build' | 'close'
  readonly count: number
  readonly reach: Reach
  readonly timeLimitSeconds: number
  readonly demand: readonly Demand[]
  /** Operating stations of the whole city: nobody asks at the door which county it belongs to. */
  readonly stations: readonly (Place & { readonly isOwn: boolean })[]
  readonly sites: readonly Place[]
}

export async function readGround(ctx: Context, runId: string): Promise<Ground> {
  const run = await tables(ctx)
    .selectFrom('stations.siting_run')
    .selectAll()
    .where('id', '=', runId)
    .executeTakeFirstOrThrow()
  const [demand, sites, stations] = await Promise.all([
    readPoints(ctx, run.demand_id),
    run.sites_id === null ? [] : readPoints(ctx, run.sites_id),
    readStations(ctx, run.organisation_id),
  ])
  return {
    question: run.question,
    count: run.count,
    reach: { kind: run.reach, detourFactor: run.detour_factor },
    timeLimitSeconds: run.time_limit_seconds,
    demand,
    stations,
    sites: sites.map(({ no, name, longitude, latitude }) => ({
      id: String(no),
      name,
      longitude,
      latitude,
      checkIns90Days: null,
    })),
  }
}

const readPoints = (ctx: Context, setId: string) =>
  tables(ctx)
    .selectFrom('stations.point')
    .select(['no', 'name', 'longitude', 'latitude', 'persons', 'adcode'])
    .where('set_id', '=', setId)
    .orderBy('no')
    .execute()

async function readStations(ctx: Context, organisationId: string) {
  const since = new Date(ctx.now.getTime() - 90 * 86_400_000)
  const { rows } = await sql<Ground['stations'][number]>`
    select s.code as id, s.name, s.longitude, s.latitude, coalesce(v.visits, 0)::int as "checkIns90Days",
      o.path <@ (select path from organisations.organisation where id = ${organisationId}) as "isOwn"
    from stations.station s
    join organisations.organisation o on o.id = s.organisation_id
    left join (select station_id, count(*) as visits from stations.check_in where at > ${since} group by station_id) v
      on v.station_id = s.id
    where s.state = 'operating' order by s.code`.execute(ctx.db)
  return rows
}
