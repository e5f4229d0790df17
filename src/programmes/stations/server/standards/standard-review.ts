import { subjectIdOf, type ReviewCase, type ReviewedProcedure } from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { followStandard } from '../certificates/pass-time.ts'
import { tables } from '../tables.ts'
import { standardProcedure } from './standard-procedure.ts'

/**
 * From its day on the version holds. Where that day is today or the decision came late, it holds from today, and all
 * certificates are computed in this transaction, so that nobody sees half a city by one standard.
 */
async function onState(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  if (state !== 'in-force') return
  const versionId = subjectIdOf(one)
  const { fromDay } = await tables(ctx)
    .selectFrom('stations.standard_proposal')
    .select('from_day as fromDay')
    .where('version_id', '=', versionId)
    .executeTakeFirstOrThrow()
  const today = cityDay(ctx.now)
  const day = fromDay < today ? today : fromDay
  const row = await tables(ctx)
    .insertInto('stations.standard_force')
    .values({ version_id: versionId, from_day: day, case_id: one.id })
    .onConflict((clash) => clash.columns(['from_day', 'version_id']).doNothing())
    .returning('version_id')
    .executeTakeFirst()
  if (row === undefined)
    throw conflict('already-in-force', {
      zh: '这一版已经决定从这一天起施行。',
      en: 'This version is put in force from that day already.',
    })
  ctx.auditNote.detail = { ...ctx.auditNote.detail, fromDay: day }
  if (day > today) return
  const { stations, changes } = await followStandard(ctx)
  ctx.auditNote.detail = { ...ctx.auditNote.detail, stations, changed: changes.length }
}

export const standardReview: ReviewedProcedure = { procedure: standardProcedure, onState }
