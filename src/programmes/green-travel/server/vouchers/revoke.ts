import { sql } from 'kysely'
import { requirePerson } from '#kernel/access/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { bucketOfVoucher } from '../../rules/voucher-number.ts'
import { revokeVouchersOf, ridersOf } from './own-vouchers.ts'

/** A phone is lost: nothing it shows is good any more. The audit line names no voucher. */
export const revokeMyVouchers: Handler<typeof greenTravel.revokeMyVouchers> = async (ctx) => {
  const riders = await ridersOf(ctx, requirePerson(ctx), 0)
  return { revoked: await revokeVouchersOf(ctx, riders, '本人撤销') }
}

/** An officer revokes one voucher by its number, as a flag or a dispute names it. */
export const revokeVoucher: Handler<typeof greenTravel.revokeVoucher> = async (ctx, input) => {
  const bk = bucketOfVoucher(input.voucher)
  const { rows } = await sql<{ unionId: string }>`select union_id as "unionId" from green_travel.voucher
    where bk = ${bk} and id = ${input.voucher}`.execute(ctx.db)
  const row = rows[0]
  if (row === undefined) throw notFound({ zh: '凭证', en: 'voucher' })
  await requireAt(ctx, 'green-travel.run', row.unionId)
  ctx.auditNote.organisationId = row.unionId
  ctx.auditNote.reason = input.reason
  ctx.auditNote.subjects = [`ride-voucher:${input.voucher}`]
  const done = await sql<{
    revoked: boolean
  }>`select green_travel.revoke_voucher(${bk}::smallint, ${input.voucher}, ${ctx.now},
    ${input.reason}) as revoked`.execute(ctx.db)
  if (!done.rows[0]!.revoked) throw endedAlready()
  return {}
}

const endedAlready = () =>
  conflict('voucher-ended', {
    zh: '这个凭证已撤销或已结束。',
    en: 'This voucher was revoked, or ended, before.',
  })
