import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { findCase } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, Failure } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { requireCompany } from '../files/reach.ts'
import { payCompany } from '../ledger/pay-company.ts'
import { requireStatement } from './statements.ts'

/** Pays a company, for a statement or ahead of one. Nobody pays the statement that they made. */
export const payOnAccount: Handler<typeof greenTravel.payOnAccount> = async (ctx, input) => {
  const company = await requireCompany(ctx, 'green-travel.budget', input.companyUnit)
  const payer = await payerOf(ctx)
  await requireAt(ctx, 'green-travel.budget', payer)
  if (input.statement !== undefined) await requirePayable(ctx, input.statement)
  const id = newId(ctx.now.getTime())
  const { id: transferId } = await payCompany(ctx, {
    key: `green-travel:payment:${ctx.idempotencyKey ?? id}`,
    organisationId: payer,
    company: company.id,
    fen: input.fen,
    subject: `ride-payment:${input.statement ?? id}`,
    memo: input.memo,
  })
  ctx.auditNote.organisationId = company.unit
  ctx.auditNote.subjects = [`transfer:${transferId}`]
  ctx.auditNote.detail = { fen: input.fen, madeBy: madeBy(ctx) }
  return { transferId }
}

async function payerOf(ctx: Context): Promise<string> {
  const { rows } = await sql<{ payer: string }>`
    select organisation_id as payer from green_travel.budget order by id desc limit 1`.execute(ctx.db)
  if (rows[0] === undefined)
    throw conflict('no-budget', { zh: '还没有乘车预算。', en: 'There is no budget for rides yet.' })
  return rows[0].payer
}

async function requirePayable(ctx: Context, id: string): Promise<void> {
  const statement = await requireStatement(ctx, id)
  if (statement.approvedBy === null)
    throw conflict('statement-not-settled', {
      zh: '结算单还没有复核，不能付款。',
      en: 'The statement was not checked yet; nothing is paid for it.',
    })
  const made = await findCase(ctx, statement.caseId)
  const { actor } = ctx
  const isMaker = actor.kind === 'account' && made?.proposerWord === `person:${actor.person?.id}`
  if (isMaker)
    throw new Failure(403, 'own-proposal', {
      zh: '编制结算单的人不能付款，请由别人办理。',
      en: 'Whoever made a statement does not pay it; somebody else does.',
    })
}
