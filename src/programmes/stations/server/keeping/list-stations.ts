import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { inReach } from '../in-reach.ts'
import { containing } from '../containing.ts'
import { openReports, staffColumns, stationsOf, type StationQuery } from './staff-stations.ts'

type Filters = Parameters<typeof listStations>[1]

export const listStations: Handler<typeof stations.listStations> = async (ctx, input) => {
  const rows = await matchingStations(ctx, stationsOf(ctx), input)
    .select(staffColumns(ctx))
    .orderBy(SORTS[input.sort], input.descending ? 'desc' : 'asc')
    .orderBy('station.code')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const { total } = await matchingStations(ctx, stationsOf(ctx), input)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

const SORTS = {
  code: 'station.code',
  name: 'station.name',
  adcode: 'station.adcode',
  openReports: sql.ref('openReports'),
  checkIns30Days: sql.ref('checkIns30Days'),
  updatedAt: 'station.updated_at',
} as const

function matchingStations(ctx: Context, stations: StationQuery, filters: Filters): StationQuery {
  let query = stations.where(inReach(ctx, 'stations.read'))
  if (filters.adcode !== undefined) query = query.where('station.adcode', '=', filters.adcode)
  if (filters.state !== undefined) query = query.where('station.state', '=', filters.state)
  if (filters.level !== undefined) query = query.where('station.level', '=', filters.level)
  if (filters.facility !== undefined)
    query = query.where(sql<boolean>`${filters.facility} = any(station.facilities)`)
  if (filters.withOpenReports !== undefined)
    query = query.where(sql<boolean>`(${openReports} > 0) = ${filters.withOpenReports}`)
  if (filters.search) {
    const pattern = containing(filters.search)
    query = query.where(
      sql<boolean>`(station.name ilike ${pattern} or station.code ilike ${pattern}
        or station.address ilike ${pattern} or station.host_unit ilike ${pattern})`,
    )
  }
  return query
}
