import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'
import { revokeVouchersOf, ridersKept, ridersOf } from './own-vouchers.ts'

/** What is held about a rider, found again by their pseudonyms only. */
export async function holdings(ctx: Context, person: PersonKey): Promise<readonly Holding[]> {
  const riders = await ridersKept(ctx, person)
  const { rows } = await sql<{ rides: number }>`
    select count(*) as rides
    from unnest(${riders.map(({ bk }) => bk)}::smallint[], ${riders.map(({ month }) => month)}::smallint[],
      ${riders.map(({ rider }) => rider)}::uuid[]) own (bk, month, rider)
    join green_travel.voucher v on v.bk = own.bk and v.month = own.month and v.rider = own.rider
    join green_travel.ride on ride.bk = v.bk and ride.voucher = v.id`.execute(ctx.db)
  return [
    {
      what: { zh: '优惠乘车', en: 'Bus rides' },
      why: {
        zh: '与公交公司结算补贴；以每月更换的化名保存，到期整月删除',
        en: 'to settle the subsidy with the bus company; under a pseudonym of each month, deleted by whole months',
      },
      count: rows[0]!.rides,
      href: '/ride/mine',
    },
  ]
}

/**
 * Ends what an erased person could still ride with. Rides stay for the settlement (PIPL article 47): they name a pseudonym
 * that leads to an id of which the register of persons keeps nothing.
 */
export async function forget(ctx: Context, person: PersonKey): Promise<void> {
  await revokeVouchersOf(ctx, await ridersOf(ctx, person, 0), '本人要求删除信息')
}
