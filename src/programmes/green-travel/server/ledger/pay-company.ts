import { transfer, type Transfer } from '#kernel/ledger/index.ts'
import type { Context } from '#platform/context.ts'
import { payableAccount, payerAccount } from './accounts.ts'

export type Payment = {
  /** Made from the record that causes it: the same key pays once. */
  readonly key: string
  readonly organisationId: string
  readonly company: number
  readonly fen: number
  /** `kind:id` of what is paid, such as a statement. */
  readonly subject: string
  readonly paidOn?: string
  readonly memo?: string
}

/** Pays a company from the payer's fund. More than is owed is an advance: the payable is then below zero. */
export async function payCompany(ctx: Context, payment: Payment): Promise<Transfer> {
  const { key, organisationId, company, fen, subject, paidOn, memo } = payment
  return transfer(ctx, {
    key,
    debit: (await payableAccount(ctx, organisationId, company)).id,
    credit: (await payerAccount(ctx, organisationId, 'fund')).id,
    amount: fen,
    subject,
    ...(paidOn === undefined ? {} : { effectiveOn: paidOn }),
    ...(memo === undefined ? {} : { memo }),
  })
}
