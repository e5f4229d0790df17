import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'

/** What the union pays for one ride in a month, in fen. */
export async function unionFenIn(ctx: Context, month: number): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select union_fen::integer as fen from green_travel.terms
    where from_day < green_travel.first_of_month(${month + 1}) order by from_day desc limit 1`.execute(ctx.db)
  if (rows[0] === undefined)
    throw conflict('no-terms', { zh: '还没有约定补贴标准。', en: 'No terms are agreed yet.' })
  return rows[0].fen
}
