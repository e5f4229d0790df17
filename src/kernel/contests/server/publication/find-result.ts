import { caseStates, type CaseState } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'
import { resultProcedure } from './procedure.ts'

export const resultSubject = (resultId: string) => `contests.result:${resultId}`

type State = 'proposed' | 'notice' | 'stands' | 'returned'

/** The newest proposal of a contest's result, and where its case stands. */
export async function findResult(ctx: Context, contestId: string) {
  const row = await tables(ctx)
    .selectFrom('contests.result as result')
    .leftJoin('contests.standing_result as standing', 'standing.result_id', 'result.id')
    .select(['result.id', 'result.no', 'result.digest', 'result.proposed_by as proposedBy'])
    .select(['result.proposed_at as proposedAt', 'standing.published_at as publishedAt', 'standing.series'])
    .select(['standing.seal_no as sealNo', 'standing.seal_digest as sealDigest'])
    .where('result.contest_id', '=', contestId)
    .orderBy('result.no', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const subject = resultSubject(row.id)
  const found: CaseState = (await caseStates(ctx, resultProcedure.id, [subject])).get(subject)!
  return { ...row, caseId: found.caseId, state: found.state as State }
}

/** Of a case's subject. */
export async function getResultRow(ctx: Context, subject: string) {
  return tables(ctx)
    .selectFrom('contests.result')
    .select(['id', 'contest_id as contestId', 'proposed_at as proposedAt'])
    .where('id', '=', subject.slice(resultSubject('').length))
    .executeTakeFirstOrThrow()
}
