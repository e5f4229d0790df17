import { act, caseStates } from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { tables } from '../members-tables.ts'
import { endingSubject, expulsionProcedure } from './procedures.ts'

const BATCH = 500

/** The job: a hearing ends with its deadline and never before it, unless the member has said their side. */
export async function closeHearings(ctx: Context): Promise<void> {
  const open = await tables(ctx)
    .selectFrom('membership.ending')
    .select('id')
    .where('state', '=', 'hearing')
    .limit(BATCH)
    .execute()
  const stands = await caseStates(
    ctx,
    expulsionProcedure.id,
    open.map(({ id }) => endingSubject(id)),
  )
  const today = cityDay(ctx.now)
  for (const { caseId, dueOn, state } of stands.values()) {
    if (state !== 'hearing' || dueOn === null || dueOn >= today) continue
    await ctx.db.transaction().execute((db) => act({ ...ctx, db }, caseId, 'hear-no-more', {}))
  }
}
