import { sql, type RawBuilder } from 'kysely'
import { addDays, cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import type { CertificateState } from '../../rules/certificate/certify.ts'
import { containing } from '../containing.ts'
import { inReach } from '../in-reach.ts'
import { standardOn } from '../standards/in-force.ts'
import { titlesOf } from './verdict-shapes.ts'

type Filter = Pick<
  Parameters<typeof listCertificates>[1],
  'state' | 'criterion' | 'adcode' | 'lapsingWithinDays' | 'search'
>

const A_MONTH_DAYS = 30

export const listCertificates: Handler<typeof stations.listCertificates> = async (ctx, input) => {
  const reach = inReach(ctx, 'stations.read')
  const { rows, total } = await certificateRows(ctx, sql`${reach} and ${matching(ctx, input)}`, input)
  return { rows, total, ...(await countsWithin(ctx, reach)) }
}

type Page = { readonly sort: 'code' | 'lapsesOn' | 'since'; readonly page: number; readonly pageSize: number }

const SORTS = {
  code: sql`station.code`,
  lapsesOn: sql`c.lapses_on nulls last, station.code`,
  since: sql`c.since desc, station.code`,
} as const

type Row = {
  code: string
  name: string
  adcode: string
  organisationName: string
  state: CertificateState
  since: string
  lapsesOn: string | null
  failing: string[]
  total: number
}

/** `where` stands over `station` and `c`, its certificate. */
export async function certificateRows(
  ctx: Context,
  where: RawBuilder<unknown>,
  { sort, page, pageSize }: Page,
) {
  const { rows } = await sql<Row>`
    select station.code, station.name, station.adcode, o.name as "organisationName", c.state, c.since,
      c.lapses_on as "lapsesOn", c.failing, count(*) over () as total
    from stations.certificate c
    join stations.station on station.id = c.station_id
    join organisations.organisation o on o.id = station.organisation_id
    where ${where} order by ${SORTS[sort]} limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db)
  const { content } = await standardOn(ctx, cityDay(ctx.now))
  return {
    rows: rows.map(({ failing, total: _total, ...row }) => {
      const titles = titlesOf(content, failing)
      return { ...row, failing: failing.map((id, index) => ({ id, title: titles[index]! })) }
    }),
    total: rows[0]?.total ?? 0,
  }
}

export function matching(ctx: Context, filter: Filter): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  const { state, criterion, adcode, lapsingWithinDays, search } = filter
  if (state !== undefined) conditions.push(sql`c.state = ${state}`)
  if (criterion !== undefined) conditions.push(sql`${criterion} = any(c.failing)`)
  if (adcode !== undefined) conditions.push(sql`station.adcode = ${adcode}`)
  if (lapsingWithinDays !== undefined)
    conditions.push(sql`c.state in ('complete', 'lapsing')
      and c.lapses_on <= ${addDays(cityDay(ctx.now), lapsingWithinDays)}`)
  if (search) {
    const pattern = containing(search)
    conditions.push(sql`(station.name ilike ${pattern} or station.code ilike ${pattern})`)
  }
  return sql.join(conditions, sql` and `)
}

/** What the page's head and filters show: of everything within reach. */
async function countsWithin(ctx: Context, reach: RawBuilder<boolean>) {
  const today = cityDay(ctx.now)
  const from = sql`from stations.certificate c join stations.station on station.id = c.station_id where ${reach}`
  const counts = await sql<{ state: CertificateState; count: number }>`
    select c.state, count(*) as count ${from} group by c.state`.execute(ctx.db)
  const failing = await sql<{ id: string; failing: number }>`
    select id, count(*) as failing from (select unnest(c.failing) as id ${from}) as each group by id`.execute(
    ctx.db,
  )
  const soon = await sql<{ count: number }>`
    select count(*) as count ${from} and c.state in ('complete', 'lapsing')
      and c.lapses_on <= ${addDays(today, A_MONTH_DAYS)}`.execute(ctx.db)
  const { content } = await standardOn(ctx, today)
  return {
    counts: counts.rows,
    criteria: content.criteria.map(({ id, title }) => ({
      id,
      title,
      failing: failing.rows.find((row) => row.id === id)?.failing ?? 0,
    })),
    lapsingIn30Days: soon.rows[0]!.count,
  }
}
