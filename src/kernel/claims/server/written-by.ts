import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { forbidden } from '#platform/failures.ts'
import { tables } from './tables.ts'

/** Who writes a row, as every table of this part keeps it. */
export function writtenBy(ctx: Context) {
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  return { made_by_bk: person?.bk ?? null, made_by_id: person?.id ?? null, made_by: madeBy(ctx) }
}

/** The unit from which the caller writes: where they hold the permission highest. */
export async function writingUnit(ctx: Context): Promise<string> {
  const [highest] = reachOf(ctx, 'claims.write').toSorted((a, b) => a.length - b.length)
  const unit = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select('id')
    .where(sql<boolean>`path = ${highest ?? ''}::ltree`)
    .executeTakeFirst()
  if (unit === undefined) throw forbidden('claims.write')
  await requireAt(ctx, 'claims.write', unit.id)
  return unit.id
}
