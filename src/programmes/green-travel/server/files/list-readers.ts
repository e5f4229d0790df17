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

/** A reader numbers its files without gaps, so that what never came is seen. */
export const listReaders: Handler<typeof greenTravel.listReaders> = async (ctx, input) => {
  reachOf(ctx, 'green-travel.see-files')
  const companies = await companiesInReach(ctx, 'green-travel.see-files', input.companyUnit)
  const ids = companies.map(({ id }) => id)
  const { rows } = await sql<Row>`
    select r.id, r.code, r.company, coalesce(n.files, 0)::integer as files, n.last as "lastNumber",
      n.last_at as "lastAt", coalesce(gap.missing, '{}') as missing,
      (coalesce(n.last, 0) - coalesce(n.files, 0))::integer as "missingTotal",
      newest.clock_offset as "clockOffsetSeconds", r.retired_on as "retiredOn"
    from green_travel.reader r
    left join lateral (select count(*) as files, max(number) as last, max(received_at) as last_at
      from green_travel.scan_file where reader = r.id and state <> 'refused') n on true
    left join lateral (select clock_offset from green_travel.scan_file
      where reader = r.id and state <> 'refused' order by number desc limit 1) newest on true
    left join lateral (select array_agg(missing.number) as missing from (
      select number from generate_series(1, n.last) number
      where n.files < n.last and not exists (select from green_travel.scan_file f
        where f.reader = r.id and f.number = number.number and f.state <> 'refused') limit 50) missing) gap on true
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
