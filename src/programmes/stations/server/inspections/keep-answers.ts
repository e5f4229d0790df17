import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { ChecklistPart } from '../../rules/standard/checklist.ts'
import { tables } from '../tables.ts'
import type { Visit } from './begin-inspection.ts'
import type { Submitted } from './submit-inspection.ts'

type Answers = {
  readonly visit: Visit
  readonly parts: readonly ChecklistPart[]
  readonly input: Submitted
  readonly inspector: { readonly name: string; readonly bk: number; readonly id: string }
}

/** Each answer is evidence of its own: for the station where it is as expected, against it otherwise. */
export async function keepAnswers(ctx: Context, { visit, parts, input, inspector }: Answers): Promise<void> {
  const rows = parts.flatMap(({ questions }) =>
    questions.map(({ id, expects }) => ({
      id: newId(ctx.now.getTime()),
      station_id: visit.stationId,
      kind: 'answer' as const,
      what: id,
      is_favourable: input.answers[id] === expects,
      // What happened later than now by the phone's clock happened now.
      at: new Date(Math.min(Date.parse(input.endedAt), ctx.now.getTime())),
      by_kind: 'inspector' as const,
      by_name: inspector.name,
      by_bk: inspector.bk,
      by_id: inspector.id,
      inspection_id: visit.inspectionId,
    })),
  )
  if (rows.length > 0) await tables(ctx).insertInto('stations.evidence').values(rows).execute()
}
