import type { Context } from '#platform/context.ts'
import { titlesOf } from '../certificates/verdict-shapes.ts'
import { tables } from '../tables.ts'

const BRIEFS_MAX = 10

/** A station's inspections as everybody may see them, newest first: what was found, not by whom. */
export async function inspectionBriefs(ctx: Context, stationId: string) {
  const rows = await tables(ctx)
    .selectFrom('stations.inspection as inspection')
    .innerJoin('stations.inspection_result as result', 'result.inspection_id', 'inspection.id')
    .innerJoin('stations.standard_version as version', 'version.id', 'inspection.version_id')
    .select(['inspection.id', 'inspection.kind', 'result.ended_at as endedAt'])
    .select(['result.is_passed as isPassed', 'result.failing', 'version.content'])
    .where('inspection.station_id', '=', stationId)
    .orderBy('result.ended_at', 'desc')
    .limit(BRIEFS_MAX)
    .execute()
  return rows.map(({ content, failing, ...brief }) => ({ ...brief, failing: titlesOf(content, failing) }))
}
