import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { companiesInReach } from './reach.ts'

type Row = {
  id: number
  code: string
  company: number
  files: number
  lastNumber: number | null
  lastAt: Date | null
  missing: number[]
  missingTotal: number
  clockOffsetSeconds: number | null
  retiredOn: string | null
}

const MISSING_SHOWN = 50

/** A reader numbers its files without gaps, so that what never came is seen: told from the gaps, and not by counting files. */
export const listReaders: Handler<typeof greenTravel.listReaders> = async (ctx, input) => {
  reachOf(ctx, 'green-travel.see-files')
  const companies = await companiesInReach(ctx, 'green-travel.see-files', input.companyUnit)
  const ids = companies.map(({ id }) => id)
  const { rows } = await sql<Row>`
    select r.id, r.code, r.company, (coalesce(newest.number, 0) - gap.total)::integer as files,
      newest.number as "lastNumber",
      (select max(received_at) from green_travel.scan_file where reader = r.id and state <> 'refused') as "lastAt",
      gap.missing, gap.total as "missingTotal", newest.clock_offset as "clockOffsetSeconds", r.retired_on as "retiredOn"
    from green_travel.reader r
    left join lateral (select number, clock_offset from green_travel.scan_file
      where reader = r.id and state <> 'refused' order by number desc limit 1) newest on true
    cross join lateral (select
      (select coalesce(sum(last_number - first_number + 1), 0) from green_travel.reader_gap where reader = r.id)::integer as total,
      (select coalesce(array_agg(number order by number), '{}') from (
        select number from green_travel.reader_gap g
        cross join generate_series(g.first_number, least(g.last_number, g.first_number + ${MISSING_SHOWN})) number
        where g.reader = r.id order by g.first_number, number limit ${MISSING_SHOWN}) first) as missing) gap
    where r.company = any(${ids}::smallint[])
    order by "missingTotal" desc, r.company, r.code
    limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize}`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::integer as total
    from green_travel.reader where company = any(${ids}::smallint[])`.execute(ctx.db)
  return {
    rows: rows.map(({ company, ...row }) => {
      const of = companies.find(({ id }) => id === company)!
      return { ...row, companyUnit: of.unit, companyName: of.name }
    }),
    total: counted[0]!.total,
  }
}
