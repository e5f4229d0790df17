import { sql } from 'kysely'
import { reverse } from '#kernel/ledger/index.ts'
import { getOrganisation, madeBy } from '#kernel/organisations/index.ts'
import { act, getCaseFor, openCase } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { lockClaim, noSuchClaim, requirePayer } from './claims.ts'
import { RECLAIM, reclaimProcedure, reclaimSubject } from './procedures.ts'
import { tables } from './tables.ts'

export const proposeReclaim: Handler<typeof membership.proposeReclaim> = async (
  ctx,
  { claimId, amountFen, reason },
) => {
  const claim = await lockClaim(ctx, claimId)
  await requireAt(ctx, 'membership.check-support', claim.unionId)
  if (claim.postedId === null) throw notPaid()
  const left = claim.amountFen - (await askedBackFen(ctx, claimId))
  if (amountFen > left) throw beyondPaid(left)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('membership.support_reclaim')
    .values({
      id,
      claim_id: claimId,
      amount_fen: amountFen,
      reason,
      proposed_at: ctx.now,
      made_by: madeBy(ctx),
      reversal_id: null,
    })
    .execute()
  const union = await getOrganisation(ctx, claim.unionId)
  const opened = await openCase(ctx, reclaimProcedure, {
    subject: reclaimSubject(id),
    organisationId: union.id,
    applicant: null,
    summary: `${union.name}：收回扶持资金`,
    href: `/staff/unions/claims/${claimId}`,
    note: reason,
  })
  return { caseId: opened.id }
}

/** Money that came in is a reversal of what was paid: the first entry stays as it is, and the budget has it again. */
export const bookReclaim: Handler<typeof membership.bookReclaim> = async (ctx, { caseId, seq }) => {
  const one = await getCaseFor(ctx, caseId)
  const reclaim = await getReclaim(ctx, one.subject)
  const claim = await lockClaim(ctx, reclaim.claimId)
  await requirePayer(ctx, claim.policyId)
  const moved = await act(ctx, caseId, 'book', { seq })
  const reversal = await reverse(ctx, {
    key: `membership:reclaim:${reclaim.id}`,
    transferId: claim.postedId!,
    amount: reclaim.amountFen,
    subject: `support-claim:${reclaim.claimId}`,
    memo: reclaim.reason.slice(0, 200),
  })
  await tables(ctx)
    .updateTable('membership.support_reclaim')
    .set({ reversal_id: reversal.id })
    .where('id', '=', reclaim.id)
    .execute()
  return moved
}

async function getReclaim(ctx: Context, subject: string) {
  const found = await tables(ctx)
    .selectFrom('membership.support_reclaim')
    .select(['id', 'claim_id as claimId', 'amount_fen as amountFen', 'reason'])
    .where(sql<string>`${RECLAIM} || ':' || id`, '=', subject)
    .executeTakeFirst()
  if (found === undefined) throw noSuchClaim()
  return found
}

/** Booked, or still to be booked: two demands together never ask for more than was paid. */
async function askedBackFen(ctx: Context, claimId: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(r.amount_fen), 0)::bigint as fen from membership.support_reclaim r
    join review.standing s on s.subject = ${RECLAIM} || ':' || r.id
    where r.claim_id = ${claimId} and s.state <> 'dropped'`.execute(ctx.db)
  return rows[0]!.fen
}

const notPaid = () =>
  conflict('not-paid', { zh: '还没有支付，无需收回；可以作废。', en: 'Not paid yet: void it instead.' })

const beyondPaid = (left: number) =>
  invalid('beyond-paid', {
    field: 'amountFen',
    reason: {
      zh: `最多还能收回${(left / 100).toFixed(2)}元。`,
      en: `At most ${(left / 100).toFixed(2)} yuan can still be taken back.`,
    },
  })
