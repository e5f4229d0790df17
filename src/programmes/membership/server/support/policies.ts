import { sql } from 'kysely'
import { getOrganisation, madeBy } from '#kernel/organisations/index.ts'
import { balanceOf, openAccount, transfer } from '#kernel/ledger/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import type { Milestone } from '../../rules/support/measure.ts'
import { tables } from './tables.ts'

const PROGRAMME = 'membership'

/** A policy opens two accounts: the fund that may not be overdrawn, and the federation's money that it comes from. */
export const createPolicy: Handler<typeof membership.createPolicy> = async (ctx, input) => {
  await requireAt(ctx, 'membership.support-policies', input.organisationId)
  const payer = await getOrganisation(ctx, input.organisationId)
  if (!payer.kind.endsWith('-federation')) throw noPayer()
  if (input.validUntil < input.validFrom) throw wrongDays()
  if (new Set(input.milestones.map(({ id }) => id)).size < input.milestones.length) throw milestoneTwice()
  const id = newId(ctx.now.getTime())
  const cash = await openAccount(ctx, {
    organisationId: payer.id,
    programme: PROGRAMME,
    key: 'support-cash',
    name: { zh: '建会入会扶持：工会经费', en: 'Support: union funds' },
    currency: 'fen',
    kind: 'asset',
    forbidsOverdraft: false,
  })
  const fund = await openAccount(ctx, {
    organisationId: payer.id,
    programme: PROGRAMME,
    key: `support:${id}`,
    name: { zh: input.name, en: 'Support policy' },
    currency: 'fen',
    kind: 'fund',
    forbidsOverdraft: true,
  })
  await tables(ctx)
    .insertInto('membership.support_policy')
    .values({
      id,
      organisation_id: payer.id,
      name: input.name,
      document_number: input.documentNumber,
      valid_from: input.validFrom,
      valid_until: input.validUntil,
      milestones: JSON.stringify(input.milestones) as never,
      made_at: ctx.now,
      made_by: madeBy(ctx),
      fund_account_id: fund.id,
      cash_account_id: cash.id,
      closed_at: null,
      closed_reason: null,
    })
    .execute()
  await give(ctx, { id, cash: cash.id, fund: fund.id }, input.budgetFen, input.documentNumber)
  ctx.auditNote.organisationId = payer.id
  return { id }
}

export const addBudget: Handler<typeof membership.addBudget> = async (
  ctx,
  { id, amountFen, documentNumber },
) => {
  const policy = await getPolicy(ctx, id)
  await requireAt(ctx, 'membership.support-policies', policy.organisationId)
  if (policy.closedAt !== null) throw policyClosed()
  await give(ctx, { id, cash: policy.cashAccountId, fund: policy.fundAccountId }, amountFen, documentNumber)
  ctx.auditNote.organisationId = policy.organisationId
  return { availableFen: (await balanceOf(ctx, policy.fundAccountId)).available }
}

/** The paper that gives the money is its key: one paper gives once. */
async function give(
  ctx: Context,
  { id, cash, fund }: { id: string; cash: string; fund: string },
  amount: number,
  documentNumber: string,
): Promise<void> {
  await transfer(ctx, {
    key: `membership:budget:${id}:${documentNumber}`,
    debit: cash,
    credit: fund,
    amount,
    subject: `support-policy:${id}`,
    memo: documentNumber,
  })
}

export const closePolicy: Handler<typeof membership.closePolicy> = async (ctx, { id, reason }) => {
  const policy = await getPolicy(ctx, id)
  await requireAt(ctx, 'membership.support-policies', policy.organisationId)
  if (policy.closedAt !== null) throw policyClosed()
  await tables(ctx)
    .updateTable('membership.support_policy')
    .set({ closed_at: ctx.now, closed_reason: reason })
    .where('id', '=', id)
    .execute()
  ctx.auditNote.organisationId = policy.organisationId
  ctx.auditNote.reason = reason
  return { id }
}

type Answer = Awaited<ReturnType<typeof listPolicies>>

/** Those that pay within the caller's reach, and those of the levels above it: a county's unions claim the city's too. */
export const listPolicies: Handler<typeof membership.listPolicies> = async (ctx, { page, pageSize }) => {
  const reach = reachOf(ctx, 'membership.read-support')
  const { rows } = await sql<Answer['rows'][number] & { total: number }>`
    select p.id, p.organisation_id as "organisationId", o.name as "organisationName", p.name,
      p.document_number as "documentNumber", p.valid_from as "validFrom", p.valid_until as "validUntil",
      p.milestones, p.closed_at as "closedAt", p.fund_account_id as "accountId",
      (select count(*) from membership.support_project j where j.policy_id = p.id) as projects,
      b.credits_posted as "budgetFen", b.debits_pending as "heldFen", b.debits_posted as "paidFen",
      b.credits_posted - b.debits_posted - b.debits_pending as "availableFen", count(*) over () as total
    from membership.support_policy p
    join organisations.organisation o on o.id = p.organisation_id
    join ledger.balance b on b.account_id = p.fund_account_id
    where o.path <@ any(${reach}::ltree[]) or o.path @> any(${reach}::ltree[])
    order by p.closed_at is not null, p.valid_from desc, p.name
    limit ${sql.lit(pageSize)} offset ${sql.lit((page - 1) * pageSize)}`.execute(ctx.db)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export type Policy = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly milestones: readonly Milestone[]
  readonly validFrom: string
  readonly validUntil: string
  readonly fundAccountId: string
  readonly cashAccountId: string
  readonly closedAt: Date | null
}

export async function getPolicy(ctx: Context, id: string): Promise<Policy> {
  const found = await tables(ctx)
    .selectFrom('membership.support_policy')
    .select([
      'id',
      'organisation_id as organisationId',
      'name',
      'milestones',
      'valid_from as validFrom',
      'valid_until as validUntil',
      'fund_account_id as fundAccountId',
      'cash_account_id as cashAccountId',
      'closed_at as closedAt',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw notFound({ zh: '扶持政策', en: 'policy' })
  return found
}

export const policyClosed = () =>
  conflict('policy-closed', { zh: '这项政策已经停止。', en: 'This policy is closed.' })

const noPayer = () =>
  invalid('no-payer', {
    field: 'organisationId',
    reason: { zh: '扶持资金由总工会或产业工会支付。', en: 'A federation pays support.' },
  })
const wrongDays = () =>
  invalid('wrong-days', {
    field: 'validUntil',
    reason: { zh: '结束日期不能早于开始日期。', en: 'The end cannot lie before the beginning.' },
  })
const milestoneTwice = () =>
  invalid('milestone-twice', {
    field: 'milestones',
    reason: { zh: '每个节点的编号只能用一次。', en: 'Each milestone has an id of its own.' },
  })
