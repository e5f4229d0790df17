import { findOpenCase } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { titlesOf } from '../certificates/verdict-shapes.ts'
import { tables } from '../tables.ts'
import { findingProcedure, findingSubject } from './finding-procedure.ts'

const FINDINGS_MAX = 10

/** Findings about a station that it may still answer, newest first. */
export async function openFindings(ctx: Context, stationId: string) {
  const rows = await tables(ctx)
    .selectFrom('stations.inspection as inspection')
    .innerJoin('stations.inspection_result as result', 'result.inspection_id', 'inspection.id')
    .innerJoin('stations.standard_version as version', 'version.id', 'inspection.version_id')
    .select(['inspection.id', 'result.failing', 'result.ended_at as at', 'version.content'])
    .where('inspection.station_id', '=', stationId)
    .where('result.case_id', 'is not', null)
    .orderBy('result.ended_at', 'desc')
    .limit(FINDINGS_MAX)
    .execute()
  const found = []
  for (const { id, failing, at, content } of rows) {
    const one = await findOpenCase(ctx, findingProcedure.id, findingSubject(id))
    if (one?.state === 'to-answer')
      found.push({ caseId: one.id, at, failing: titlesOf(content, failing), dueOn: one.dueOn })
  }
  return found
}
