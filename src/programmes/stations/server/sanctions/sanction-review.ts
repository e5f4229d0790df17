import { subjectIdOf, type ReviewCase, type ReviewedProcedure } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { findKeeping } from '../keeping/keeping.ts'
import { tables } from '../tables.ts'
import { sanctionProcedure } from './sanction-procedure.ts'
import { sanctionsOf } from './sanctions-of.ts'
import { writeSanction } from './write-sanction.ts'

/** What was decided is written down, and the certificate computed from it. Upheld, it stands as it was written. */
async function onState(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  if (state === 'decided' && !(await isWritten(ctx, one))) {
    await writeSanction(ctx, { ...(await proposalOf(ctx, one)), stationId: subjectIdOf(one), caseId: one.id })
  }
  if (state === 'lifted') await lift(ctx, one)
}

const isWritten = async (ctx: Context, { id }: ReviewCase): Promise<boolean> =>
  (await tables(ctx)
    .selectFrom('stations.sanction')
    .select('id')
    .where('case_id', '=', id)
    .executeTakeFirst()) !== undefined

const proposalOf = (ctx: Context, { id }: ReviewCase) =>
  tables(ctx)
    .selectFrom('stations.sanction_proposal')
    .select(['kind', 'reason'])
    .where('case_id', '=', id)
    .executeTakeFirstOrThrow()

/** What stood before stands again, unless something was decided since. */
async function lift(ctx: Context, one: ReviewCase): Promise<void> {
  const stationId = subjectIdOf(one)
  const standing = (await sanctionsOf(ctx, stationId)).filter((each) => !each.kind.startsWith('warning'))
  if (standing[0]?.caseId !== one.id) return
  const kind = standing[1]?.kind ?? 'restoration'
  await writeSanction(ctx, { stationId, kind, reason: '复核后撤回', caseId: one.id })
}

export const sanctionReview: ReviewedProcedure = {
  procedure: sanctionProcedure,
  onState,
  actsForApplicant: async (ctx, one) => (await findKeeping(ctx, subjectIdOf(one))) !== undefined,
}
