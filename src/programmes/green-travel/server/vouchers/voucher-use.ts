import { sql } from 'kysely'
import { requirePerson } from '#kernel/access/index.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { ridersOf } from './own-vouchers.ts'

/** Which rides of the caller's own vouchers the server knows of; a voucher of somebody else's is left out as if unknown. */
export const voucherUse: Handler<typeof greenTravel.voucherUse> = async (ctx, { vouchers }) => {
  const riders = await ridersOf(ctx, requirePerson(ctx), 1)
  const { rows } = await sql<{ voucher: number; used: number[]; revoked: boolean }>`
    select v.id as voucher, v.refused_from is not null as revoked,
      array(select counter from green_travel.ride r where r.bk = v.bk and r.voucher = v.id order by counter) as used
    from unnest(${riders.map(({ bk }) => bk)}::smallint[], ${riders.map(({ month }) => month)}::smallint[],
      ${riders.map(({ rider }) => rider)}::uuid[]) own (bk, month, rider)
    join green_travel.voucher v on v.bk = own.bk and v.month = own.month and v.rider = own.rider
    where v.id = any(${vouchers}::bigint[])`.execute(ctx.db)
  return { vouchers: rows }
}
