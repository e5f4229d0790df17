import { sql } from 'kysely'
import { claimFile, getFile } from '#kernel/files/index.ts'
import { postPending, reserve, voidPending } from '#kernel/ledger/index.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { act, findOpenCase, openCase, subjectIdOf, type ReviewCase } from '#kernel/review/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { measure, type Measured } from '../../rules/support/measure.ts'
import { getOrganisation } from '#kernel/organisations/index.ts'
import { claimRows } from './claim-rows.ts'
import { EVIDENCE } from './evidence.ts'
import { factsOf } from './facts-of.ts'
import { getPolicy, policyClosed } from './policies.ts'
import { CLAIM, claimProcedure, claimSubject } from './procedures.ts'
import { getProjectRow } from './projects.ts'
import { tables } from './tables.ts'

/** What it is worth is counted now from the rolls; the evidence is beside it, not instead of it. */
export const claimMilestone: Handler<typeof membership.claimMilestone> = async (ctx, input) => {
  const project = await getProjectRow(ctx, input.projectId)
  await requireAt(ctx, 'membership.claim-support', project.unionId)
  const policy = await getPolicy(ctx, project.policyId)
  if (policy.closedAt !== null) throw policyClosed()
  const milestone = policy.milestones.find(({ id }) => id === input.milestone)
  if (milestone === undefined) throw noSuchMilestone()
  const measuredOn = cityDay(ctx.now)
  const measured = measure(milestone, await factsOf(ctx, project.unionId, measuredOn))
  if (!measured.isReached) throw notReached(measured)
  for (const fileId of input.fileIds) {
    await getFile(ctx, fileId, EVIDENCE)
    await claimFile(ctx, fileId, project.unionId)
  }
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('membership.support_claim')
    .values({
      id,
      project_id: project.id,
      milestone: milestone.id,
      measured_on: measuredOn,
      counted: measured.counted,
      amount_fen: measured.amountFen,
      note: input.note,
      files: [...input.fileIds],
      claimed_at: ctx.now,
      made_by: madeBy(ctx),
      held_id: null,
      posted_id: null,
      receipt: null,
    })
    .execute()
  const union = await getOrganisation(ctx, project.unionId)
  const opened = await openCase(ctx, claimProcedure, {
    subject: claimSubject(id),
    organisationId: union.id,
    summary: `${union.name}：${policy.name}`,
    href: `/staff/unions/claims/${id}`,
    applicantHref: `/staff/unions/claims/${id}`,
  })
  return { claimId: id, caseId: opened.id, amountFen: measured.amountFen }
}

/** Approving holds the money: what is not left cannot be approved, from any interleaving. */
export const approveClaim: Handler<typeof membership.approveClaim> = async (ctx, { claimId, seq }) => {
  const claim = await lockClaim(ctx, claimId)
  await requireAt(ctx, 'membership.check-support', claim.unionId)
  const moved = await act(ctx, (await openCaseOf(ctx, claimId)).id, 'approve', { seq })
  const policy = await getPolicy(ctx, claim.policyId)
  const held = await reserve(ctx, {
    key: `membership:claim:${claimId}`,
    debit: policy.fundAccountId,
    credit: policy.cashAccountId,
    amount: claim.amountFen,
    subject: `support-claim:${claimId}`,
  })
  await update(ctx, claimId, { held_id: held.id })
  return moved
}

export const payClaim: Handler<typeof membership.payClaim> = async (ctx, { claimId, seq, receipt }) => {
  const claim = await lockClaim(ctx, claimId)
  await requirePayer(ctx, claim.policyId)
  const moved = await act(ctx, (await openCaseOf(ctx, claimId)).id, 'pay', { seq, data: { receipt } })
  const posted = await postPending(ctx, {
    key: `membership:paid:${claimId}`,
    pendingId: claim.heldId!,
    subject: `support-claim:${claimId}`,
    memo: receipt,
  })
  await update(ctx, claimId, { posted_id: posted.id, receipt })
  return moved
}

export const voidClaim: Handler<typeof membership.voidClaim> = async (ctx, { claimId, seq, reason }) => {
  const claim = await lockClaim(ctx, claimId)
  await requirePayer(ctx, claim.policyId)
  const moved = await act(ctx, (await openCaseOf(ctx, claimId)).id, 'void', { seq, reason })
  await voidPending(ctx, {
    key: `membership:void:${claimId}`,
    pendingId: claim.heldId!,
    memo: reason.slice(0, 200),
  })
  return moved
}

/** The federation whose money it is pays; a county's finance officer does not pay out of the city's fund. */
export async function requirePayer(ctx: Context, policyId: string): Promise<void> {
  await requireAt(ctx, 'membership.pay-support', (await getPolicy(ctx, policyId)).organisationId)
}

/** Whatever ends a claim without paying it lets go of its milestone. */
export async function onClaimState(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  if (state !== 'refused' && state !== 'withdrawn' && state !== 'voided') return
  await update(ctx, subjectIdOf(one), { is_standing: false })
}

export const listClaims: Handler<typeof membership.listClaims> = async (ctx, input) => {
  const conditions = [sql`o.path <@ any(${reachOf(ctx, 'membership.read-support')}::ltree[])`]
  if (input.view === 'open') conditions.push(sql`stood.is_open`)
  if (input.view === 'to-pay') conditions.push(sql`stood.state = 'to-pay'`)
  if (input.view === 'paid') conditions.push(sql`stood.state = 'paid'`)
  if (input.policyId !== undefined) conditions.push(sql`p.id = ${input.policyId}`)
  if (input.search)
    conditions.push(sql`o.name ilike ${`%${input.search.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`}`)
  const { rows, total } = await claimRows(
    ctx,
    sql.join(conditions, sql` and `),
    sql`order by stood.is_open desc, stood.due_on asc nulls last, c.claimed_at desc
      limit ${sql.lit(input.pageSize)} offset ${sql.lit((input.page - 1) * input.pageSize)}`,
  )
  return { rows, total }
}

export const getClaim: Handler<typeof membership.getClaim> = async (ctx, { id }) => {
  const reach = reachOf(ctx, 'membership.read-support')
  const { rows, seqs } = await claimRows(ctx, sql`c.id = ${id} and o.path <@ any(${reach}::ltree[])`, sql``)
  const [row] = rows
  if (row === undefined) throw noSuchClaim()
  const reclaim = await sql<{ caseId: string }>`
    select f.id as "caseId" from membership.support_reclaim r
    join review.case_file f on f.subject = 'membership.support-reclaim:' || r.id
    join review.standing s on s.case_id = f.id and s.is_open
    where r.claim_id = ${id} limit 1`.execute(ctx.db)
  return { ...row, seq: seqs[0]!, reclaimCaseId: reclaim.rows[0]?.caseId ?? null }
}

export async function lockClaim(ctx: Context, id: string) {
  const { rows } = await sql<{
    unionId: string
    policyId: string
    amountFen: number
    heldId: string | null
    postedId: string | null
  }>`
    select j.organisation_id as "unionId", j.policy_id as "policyId", c.amount_fen as "amountFen",
      c.held_id as "heldId", c.posted_id as "postedId"
    from membership.support_claim c join membership.support_project j on j.id = c.project_id
    where c.id = ${id} for update of c`.execute(ctx.db)
  if (rows[0] === undefined) throw noSuchClaim()
  return rows[0]
}

async function openCaseOf(ctx: Context, claimId: string): Promise<ReviewCase> {
  const open = await findOpenCase(ctx, CLAIM, claimSubject(claimId))
  if (open === undefined) throw claimOver()
  return open
}

type Changed = Partial<{ held_id: string; posted_id: string; receipt: string; is_standing: boolean }>

const update = (ctx: Context, id: string, changed: Changed) =>
  tables(ctx).updateTable('membership.support_claim').set(changed).where('id', '=', id).execute()

export const noSuchClaim = () => notFound({ zh: '申领', en: 'claim' })
const noSuchMilestone = () => notFound({ zh: '节点', en: 'milestone' })

const claimOver = () => conflict('case-over', { zh: '这笔申领已经办结。', en: 'This claim has ended.' })

const notReached = ({ counted, needed, notBefore }: Measured) =>
  conflict('not-reached', {
    zh: `这个节点还没有达到：按今天的名册计${counted}，需要${needed}${notBefore === null ? '' : `，且不早于${notBefore}`}。`,
    en: `Not reached yet: the roll counts ${counted} today, ${needed} are needed${notBefore === null ? '' : `, and not before ${notBefore}`}.`,
  })
