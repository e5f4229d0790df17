import { cityDay } from '#kernel/organisations/index.ts'
import type { ReviewCase, ReviewedProcedure } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { SanctionKind } from '../../rules/certificate/sanctions.ts'
import { withCertificate } from '../certificates/with-certificate.ts'
import { findKeeping } from '../keeping/keeping.ts'
import { tables } from '../tables.ts'
import { sanctionProcedure } from './sanction-procedure.ts'
import { sanctionsOf } from './sanctions-of.ts'

const stationOf = ({ subject }: ReviewCase): string => subject.slice(subject.indexOf(':') + 1)

/** What was decided is written down, and the certificate computed from it. Upheld, it stands as it was written. */
async function onState(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  if (state === 'decided' && !(await isWritten(ctx, one))) {
    const { kind, reason } = await proposalOf(ctx, one)
    await write(ctx, one, kind, reason)
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

/** What stood before stands again, unless something was decided since; a lifted warning no longer counts. */
async function lift(ctx: Context, one: ReviewCase): Promise<void> {
  const { kind } = await proposalOf(ctx, one)
  if (kind === 'warning') return write(ctx, one, 'warning-lifted', '复核后撤回')
  const standing = (await sanctionsOf(ctx, stationOf(one))).filter((each) => !each.kind.startsWith('warning'))
  if (standing[0]?.caseId !== one.id) return
  await write(ctx, one, standing[1]?.kind ?? 'restoration', '复核后撤回')
}

async function write(
  ctx: Context,
  one: ReviewCase,
  kind: SanctionKind | 'warning-lifted',
  reason: string,
): Promise<void> {
  const stationId = stationOf(one)
  const row = {
    id: newId(ctx.now.getTime()),
    station_id: stationId,
    kind,
    from_day: cityDay(ctx.now),
    reason,
    case_id: one.id,
  }
  await withCertificate(ctx, stationId, 'decision', () =>
    tables(ctx).insertInto('stations.sanction').values(row).execute(),
  )
}

export const sanctionReview: ReviewedProcedure = {
  procedure: sanctionProcedure,
  onState,
  actsForApplicant: async (ctx, one) => (await findKeeping(ctx, stationOf(one))) !== undefined,
}
