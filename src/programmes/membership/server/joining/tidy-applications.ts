import { act, caseStates } from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { tables } from '../members-tables.ts'
import { forgotten } from './applicant.ts'
import { joiningProcedure, subjectOf } from './procedure.ts'

const BATCH = 500
/** The fifteen days of an appeal, and as many again. */
const KEPT_DAYS = 30

/** The job: what was sent back and never completed lapses; who was refused is forgotten once no appeal can follow. */
export async function tidyApplications(ctx: Context): Promise<void> {
  await lapseUnanswered(ctx)
  await forgetRefused(ctx)
}

async function lapseUnanswered(ctx: Context): Promise<void> {
  const returned = await tables(ctx)
    .selectFrom('membership.application')
    .select('id')
    .where('state', '=', 'returned')
    .limit(BATCH)
    .execute()
  const stands = await caseStates(
    ctx,
    joiningProcedure.id,
    returned.map(({ id }) => subjectOf(id)),
  )
  const today = cityDay(ctx.now)
  for (const { caseId, dueOn, isOpen } of stands.values()) {
    if (!isOpen || dueOn === null || dueOn >= today) continue
    await ctx.db.transaction().execute((db) => act({ ...ctx, db }, caseId, 'lapse', {}))
  }
}

async function forgetRefused(ctx: Context): Promise<void> {
  const refused = await tables(ctx)
    .selectFrom('membership.application')
    .select('id')
    .where('state', '=', 'refused')
    .where('forgotten_at', 'is', null)
    .limit(BATCH)
    .execute()
  const stands = await caseStates(
    ctx,
    joiningProcedure.id,
    refused.map(({ id }) => subjectOf(id)),
  )
  const before = ctx.now.getTime() - KEPT_DAYS * 86_400_000
  const old = refused.filter(({ id }) => (stands.get(subjectOf(id))?.since.getTime() ?? Infinity) < before)
  if (old.length === 0) return
  await tables(ctx)
    .updateTable('membership.application')
    .set({ ...forgotten, forgotten_at: ctx.now })
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .execute()
}
