import type { Context } from '#platform/context.ts'
import { tables, type Organisation } from './queries.ts'

/** Who makes a change, as its history names them. */
export function madeBy(ctx: Context): string {
  return ctx.actor.kind === 'anonymous' ? '—' : ctx.actor.name
}

/** Adds the dated line of a change: figures are counted as of a day, from these lines. */
export async function writeHistory(
  ctx: Context,
  now: Omit<Organisation, 'path'>,
  validFrom: string,
): Promise<void> {
  await tables(ctx)
    .insertInto('organisations.organisation_history')
    .values({
      organisation_id: now.id,
      version: now.version,
      valid_from: validFrom,
      parent_id: now.parentId,
      kind: now.kind,
      name: now.name,
      adcode: now.adcode,
      credit_code: now.creditCode,
      state: now.state,
      made_by: madeBy(ctx),
    })
    .execute()
}
