import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { inReach } from '../in-reach.ts'
import { containing } from '../containing.ts'
import { openReports, staffColumns, stationsOf } from './staff-stations.ts'

type Filters = Parameters<typeof listStations>[1]

/** One question for the page and the total: each round trip costs as much as reading the twenty rows. */
export const listStations: Handler<typeof stations.listStations> = async (ctx, input) => {
  const matching = matchingStations(ctx, input)
  const total = sql<number>`(select count(*) from stations.station where ${matching})`
  const page = stationsOf(ctx)
    .where(matching)
    .select(staffColumns(ctx))
    .select(total.as('total'))
    .orderBy(SORTS[input.sort], input.descending ? 'desc' : 'asc')
    .orderBy('station.code')
    // Written out, since a plan kept for any limit at all reads the district and sorts; so it would be planned each time.
    .limit(sql.lit(input.pageSize))
  const rows = await (input.page === 1 ? page : page.offset((input.page - 1) * input.pageSize)).execute()
  // A page behind the last has no row that could tell.
  return { rows, total: rows[0]?.total ?? (input.page === 1 ? 0 : await countOf(ctx, total)) }
}

const countOf = async (ctx: Context, total: RawBuilder<number>): Promise<number> =>
  (await sql<{ total: number }>`select ${total} as total`.execute(ctx.db)).rows[0]!.total

const SORTS = {
  code: 'station.code',
  name: 'station.name',
  adcode: 'station.adcode',
  openReports: sql.ref('openReports'),
  checkIns30Days: sql.ref('checkIns30Days'),
  updatedAt: 'station.updated_at',
} as const

/** Of a row `station`. */
function matchingStations(ctx: Context, filters: Filters): RawBuilder<boolean> {
  const conditions = [inReach(ctx, 'stations.read')]
  const { adcode, state, level, facility, withOpenReports, search } = filters
  if (adcode !== undefined) conditions.push(sql`station.adcode = ${adcode}`)
  if (state !== undefined) conditions.push(sql`station.state = ${state}`)
  if (level !== undefined) conditions.push(sql`station.level = ${level}`)
  if (facility !== undefined) conditions.push(sql`${facility} = any(station.facilities)`)
  if (withOpenReports !== undefined) conditions.push(sql`(${openReports} > 0) = ${withOpenReports}`)
  if (search) {
    const pattern = containing(search)
    conditions.push(sql`(station.name ilike ${pattern} or station.code ilike ${pattern}
      or station.address ilike ${pattern} or station.host_unit ilike ${pattern})`)
  }
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
