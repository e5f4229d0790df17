import { sql, type RawBuilder } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { makeStatements, type At } from '#platform/database/statement.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { containing } from '../containing.ts'
import { isEverywhere, liesBelow } from '../in-reach.ts'
import { daysBefore, openReports, staffColumns, stationsOf } from './staff-stations.ts'

type Input = Parameters<typeof listStations>[1]

/** What changes from call to call; the rest of the input is the shape of the statement. */
const valuesOf = (ctx: Context, input: Input) => ({
  reach: reachOf(ctx, 'stations.read'),
  since: daysBefore(ctx, 30),
  adcode: input.adcode,
  state: input.state,
  level: input.level,
  facility: input.facility,
  pattern: input.search ? containing(input.search) : undefined,
  offset: (input.page - 1) * input.pageSize,
})

type Values = ReturnType<typeof valuesOf>

const pages = makeStatements<Values>()
const totals = makeStatements<Values>()

/** One question for the page and the total: each round trip costs as much as reading the twenty rows. */
export const listStations: Handler<typeof stations.listStations> = async (ctx, input) => {
  const values = valuesOf(ctx, input)
  const filters = filterShape(ctx, input)
  const { sort, descending, pageSize } = input
  const shape = [filters, sort, descending, pageSize, input.page > 1].join(' ')
  const rows = await pages(ctx.db, shape, values, (at) => pageStatement(ctx, input, at))
  // A page behind the last has no row that could tell.
  const total = rows[0]?.total ?? (input.page === 1 ? 0 : await countOf(ctx, input, filters, values))
  // It comes with each row; without it a row is what its contract declares, and need not be copied.
  for (const row of rows) row.total = undefined
  return { rows, total }
}

function pageStatement(ctx: Context, input: Input, at: At<Values>) {
  const matching = matchingStations(ctx, input, at)
  const page = stationsOf(ctx)
    .where(matching)
    .select(staffColumns(at('since')))
    .select(countWhere(matching).as('total'))
    .orderBy(SORTS[input.sort], input.descending ? 'desc' : 'asc')
    .orderBy('station.code')
    // Written out, since a plan kept for any limit at all reads the district and sorts; so it would be planned each time.
    .limit(sql.lit(input.pageSize))
  return input.page === 1 ? page : page.offset(at('offset'))
}

async function countOf(ctx: Context, input: Input, filters: string, values: Values): Promise<number> {
  const [row] = await totals(ctx.db, filters, values, (at) => ({
    compile: () =>
      sql<{ total: number }>`select ${countWhere(matchingStations(ctx, input, at))} as total`.compile(ctx.db),
  }))
  return row!.total
}

const countWhere = (matching: RawBuilder<boolean>) =>
  sql<number | undefined>`(select count(*) from stations.station where ${matching})`

const SORTS = {
  code: 'station.code',
  name: 'station.name',
  adcode: 'station.adcode',
  openReports: sql.ref('openReports'),
  checkIns30Days: sql.ref('checkIns30Days'),
  updatedAt: 'station.updated_at',
} as const

/** Which conditions `matchingStations` writes. */
const filterShape = (ctx: Context, { adcode, state, level, facility, withOpenReports, search }: Input) =>
  [
    isEverywhere(ctx, 'stations.read'),
    ...[adcode, state, level, facility].map((value) => value !== undefined),
    withOpenReports,
    Boolean(search),
  ].join()

/** Of a row `station`. */
function matchingStations(ctx: Context, filters: Input, at: At<Values>): RawBuilder<boolean> {
  const conditions = [isEverywhere(ctx, 'stations.read') ? sql<boolean>`true` : liesBelow(at('reach'))]
  const { adcode, state, level, facility, withOpenReports, search } = filters
  if (adcode !== undefined) conditions.push(sql`station.adcode = ${at('adcode')}`)
  if (state !== undefined) conditions.push(sql`station.state = ${at('state')}`)
  if (level !== undefined) conditions.push(sql`station.level = ${at('level')}`)
  if (facility !== undefined) conditions.push(sql`${at('facility')} = any(station.facilities)`)
  if (withOpenReports !== undefined) conditions.push(sql`(${openReports} > 0) = ${sql.lit(withOpenReports)}`)
  if (search) {
    const pattern = at('pattern')
    conditions.push(sql`(station.name ilike ${pattern} or station.code ilike ${pattern}
      or station.address ilike ${pattern} or station.host_unit ilike ${pattern})`)
  }
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
