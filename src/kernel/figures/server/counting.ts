import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { AsOf, FigureValue } from '../figure.ts'

type Select = (ctx: Context, at: AsOf) => RawBuilder<unknown>

/** The value of a figure that is the number of its records: then the two can never differ. */
export const countOf =
  (select: Select) =>
  async (ctx: Context, at: AsOf): Promise<FigureValue> => {
    const { rows } = await sql<{ count: number }>`
      select count(*) from (${select(ctx, at)}) as r`.execute(ctx.db)
    return { value: rows[0]!.count }
  }

/** How many records there are for each value of a column; records without one stand under the empty key. */
export async function countBy(
  ctx: Context,
  select: RawBuilder<unknown>,
  column: string,
): Promise<{ key: string; value: number }[]> {
  const { rows } = await sql<{ key: string; value: number }>`
    select coalesce(r.${sql.ref(column)}::text, '') as key, count(*) as value
    from (${select}) as r group by 1 order by 1`.execute(ctx.db)
  return rows
}
