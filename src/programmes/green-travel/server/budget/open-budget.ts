import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { transfer } from '#kernel/ledger/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { payerAccount } from '../ledger/accounts.ts'
import { tables } from '../tables.ts'

/** A budget of a payer for some months; it begins with nothing. Two of one payer never share a month: the database says so. */
export const openBudget: Handler<typeof greenTravel.openBudget> = async (ctx, input) => {
  await requireAt(ctx, 'green-travel.budget', input.organisationId)
  const [from, to] = [monthOfDay(`${input.fromMonth}-01`), monthOfDay(`${input.toMonth}-01`)]
  if (from < 0 || to < from) throw badMonths()
  const { rows } = await sql<{ id: number }>`
    insert into green_travel.budget (id, organisation_id, name, from_month, to_month, made_by)
    select coalesce(max(id), 0) + 1, ${input.organisationId}, ${input.name}, ${from}, ${to}, ${madeBy(ctx)}
    from green_travel.budget returning id`.execute(ctx.db)
  const { id } = rows[0]!
  await sql`insert into green_travel.budget_parent (budget, slices) values (${id}, ${input.slices})`.execute(
    ctx.db,
  )
  noteBudget(ctx, id, input.organisationId)
  return { id }
}

/** Grants money, or takes back what is still free; the fund's account takes the same in the same transaction. */
export const appropriate: Handler<typeof greenTravel.appropriate> = async (ctx, input) => {
  const { budget, amountFen, document, reason } = input
  const payer = await getPayer(ctx, budget)
  await requireAt(ctx, 'green-travel.budget', payer)
  const id = newId(ctx.now.getTime())
  await sql`select green_travel.appropriate(${id}, ${budget}::smallint, ${amountFen}, ${document}, ${reason},
    ${madeBy(ctx)})`.execute(ctx.db)
  const [fund, granted] = [
    await payerAccount(ctx, payer, 'fund'),
    await payerAccount(ctx, payer, 'appropriation'),
  ]
  await transfer(ctx, {
    key: `green-travel:appropriation:${id}`,
    debit: amountFen > 0 ? fund.id : granted.id,
    credit: amountFen > 0 ? granted.id : fund.id,
    amount: Math.abs(amountFen),
    subject: `ride-budget:${budget}`,
    memo: document,
  })
  noteBudget(ctx, budget, payer, reason)
  return { id }
}

/** While paused no voucher is issued; those that are out stay good and are paid. */
export const pauseBudget: Handler<typeof greenTravel.pauseBudget> = async (
  ctx,
  { budget, paused, reason },
) => {
  const payer = await getPayer(ctx, budget)
  await requireAt(ctx, 'green-travel.run', payer)
  const changed = await tables(ctx)
    .updateTable('green_travel.budget_parent')
    .set({ paused })
    .where('budget', '=', budget)
    .where('paused', '!=', paused)
    .executeTakeFirst()
  // Saying the same again adds nothing to the record.
  if (changed.numUpdatedRows === 0n) return { paused }
  await sql`insert into green_travel.budget_event (budget, no, kind, reason, made_by)
    select ${budget}, coalesce(max(no), 0) + 1, ${paused ? 'paused' : 'resumed'}, ${reason}, ${madeBy(ctx)}
    from green_travel.budget_event where budget = ${budget}`.execute(ctx.db)
  noteBudget(ctx, budget, payer, reason)
  return { paused }
}

export async function getPayer(ctx: Context, budget: number): Promise<string> {
  const row = await tables(ctx)
    .selectFrom('green_travel.budget')
    .select('organisation_id')
    .where('id', '=', budget)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '预算', en: 'budget' })
  return row.organisation_id
}

function noteBudget(ctx: Context, budget: number, payer: string, reason?: string): void {
  ctx.auditNote.organisationId = payer
  ctx.auditNote.subjects = [`ride-budget:${budget}`]
  if (reason !== undefined) ctx.auditNote.reason = reason
}

const badMonths = () =>
  invalid('months', {
    field: 'toMonth',
    reason: { zh: '结束月份不能早于开始月份。', en: 'The last month is not before the first one.' },
  })
