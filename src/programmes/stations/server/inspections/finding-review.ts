import {
  act,
  caseStates,
  findCase,
  subjectIdOf,
  type ReviewCase,
  type ReviewedProcedure,
} from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { getEvidence, takeBack } from '../evidence/withdraw-evidence.ts'
import { findKeeping } from '../keeping/keeping.ts'
import { tables } from '../tables.ts'
import { findingProcedure, findingSubject } from './finding-procedure.ts'

/** A finding that is lifted is taken back with all that spoke against the station; what spoke for it stays. */
async function onState(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  if (state !== 'lifted') return
  const against = await tables(ctx)
    .selectFrom('stations.evidence')
    .select('id')
    .where('inspection_id', '=', subjectIdOf(one))
    .where('is_favourable', '=', false)
    .execute()
  for (const { id } of against)
    await takeBack(ctx, await getEvidence(ctx, id), {
      reason: '申辩后撤销认定',
      cause: 'finding-lifted',
    })
  await callOffRepeat(ctx, subjectIdOf(one))
}

/** Nothing is left to look at again. */
async function callOffRepeat(ctx: Context, inspectionId: string): Promise<void> {
  await tables(ctx)
    .updateTable('stations.inspection')
    .set({ called_off_at: ctx.now, called_off_why: '申辩后撤销认定' })
    .where('repeats', '=', inspectionId)
    .where('ended_at', 'is', null)
    .where('called_off_at', 'is', null)
    .execute()
}

async function keepsIt(ctx: Context, one: ReviewCase): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('stations.inspection')
    .select('station_id as stationId')
    .where('id', '=', subjectIdOf(one))
    .executeTakeFirst()
  return row !== undefined && (await findKeeping(ctx, row.stationId)) !== undefined
}

export const findingReview: ReviewedProcedure = {
  procedure: findingProcedure,
  onState,
  actsForApplicant: keepsIt,
}

const BATCH = 500

/** The job: a station that has not answered in time has said what it wanted to say. */
export async function closeUnanswered(ctx: Context): Promise<void> {
  const today = cityDay(ctx.now)
  const results = await tables(ctx)
    .selectFrom('stations.inspection_result')
    .select('inspection_id as id')
    .where('case_id', 'is not', null)
    .orderBy('recorded_at', 'desc')
    .limit(BATCH)
    .execute()
  const subjects = results.map(({ id }) => findingSubject(id))
  for (const { caseId, state } of (await caseStates(ctx, findingProcedure.id, subjects)).values()) {
    if (state !== 'to-answer') continue
    const one = await findCase(ctx, caseId)
    if (one?.dueOn == null || one.dueOn >= today) continue
    await ctx.db.transaction().execute((db) => act({ ...ctx, db }, caseId, 'let-stand', {}))
  }
}
