import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { maskPublished } from './published.ts'
import type { Declared } from './tables.ts'

export type PublishedBefore = { readonly asOf: string; readonly value: number | null }

type Row = {
  key: string
  asOf: string
  declared: Declared
  value: number | null
  numerator: number | null
  denominator: number | null
  records: number
}

/** So many days of a figure, the newest first. */
const DAYS_MAX = 24

/** What each figure was on the days for which it was published, as anybody may see it, the newest day first. */
export async function publishedValues(
  ctx: Context,
): Promise<ReadonlyMap<string, readonly PublishedBefore[]>> {
  const { rows } = await sql<Row>`
    select key, "asOf", declared, value, numerator, denominator, records from (
      select *, row_number() over (partition by key order by "asOf" desc) as place from (
        select distinct on (line.figure_key, publication.as_of) line.figure_key as key, publication.as_of as "asOf",
          line.declared, line.value, line.numerator, line.denominator, line.records
        from figures.published_value line join figures.publication publication on publication.id = line.publication_id
        order by line.figure_key, publication.as_of, publication.published_at desc) as days) as placed
    where place <= ${DAYS_MAX} order by key, place`.execute(ctx.db)
  const values = new Map<string, PublishedBefore[]>()
  for (const row of rows) {
    const days = values.get(row.key) ?? []
    values.set(row.key, days)
    days.push({ asOf: row.asOf, value: maskPublished(row).value })
  }
  return values
}
