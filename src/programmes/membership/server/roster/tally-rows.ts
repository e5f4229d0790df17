import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { RowVerdictWord } from '../../shapes-roster-import.ts'

export type Tally = {
  readonly tally: Partial<Record<RowVerdictWord, number>>
  readonly faults: Record<string, number>
}

/** How many rows have each verdict, and each problem. */
export async function tallyRows(ctx: Pick<Context, 'db'>, importId: string): Promise<Tally> {
  const verdicts = await sql<{ verdict: RowVerdictWord; count: number }>`
    select verdict, count(*) as count from membership.roster_row where import_id = ${importId} group by 1`.execute(
    ctx.db,
  )
  const faults = await sql<{ code: string; count: number }>`
    select problem ->> 'code' as code, count(*) as count
    from membership.roster_row, jsonb_array_elements(problems) as problem
    where import_id = ${importId} and problems is not null group by 1`.execute(ctx.db)
  return {
    tally: Object.fromEntries(verdicts.rows.map(({ verdict, count }) => [verdict, count])),
    faults: Object.fromEntries(faults.rows.map(({ code, count }) => [code, count])),
  }
}
