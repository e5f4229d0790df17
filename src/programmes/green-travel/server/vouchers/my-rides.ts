import { sql } from 'kysely'
import { requirePerson } from '#kernel/access/index.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { ridersKept } from './own-vouchers.ts'

type Row = {
  day: string
  takenAt: Date
  route: string | null
  company: string
  memberFen: number
  unionFen: number
  reversedOn: string | null
  total: number
}

/** The caller's own rides, newest first, as far as they are still kept one by one. Only their pseudonyms find them. */
export const myRides: Handler<typeof greenTravel.myRides> = async (ctx, input) => {
  const riders = await ridersKept(ctx, requirePerson(ctx))
  if (riders.length === 0) return { rows: [], total: 0 }
  const { rows } = await sql<Row>`
    select ride.day, ride.taken_at as "takenAt", route.name as route, unit.name as company,
      ride.member_fen as "memberFen", ride.union_fen as "unionFen",
      back.day as "reversedOn", count(*) over () as total
    from unnest(${riders.map(({ bk }) => bk)}::smallint[], ${riders.map(({ month }) => month)}::smallint[],
      ${riders.map(({ rider }) => rider)}::uuid[]) own (bk, month, rider)
    join green_travel.voucher v on v.bk = own.bk and v.month = own.month and v.rider = own.rider
    join green_travel.ride on ride.bk = v.bk and ride.voucher = v.id
    left join green_travel.ride_reversal back on back.bk = ride.bk and back.voucher = ride.voucher
      and back.counter = ride.counter
    left join green_travel.route on route.id = ride.route
    join green_travel.company on company.id = ride.company
    join organisations.organisation unit on unit.id = company.organisation_id
    order by ride.taken_at desc
    limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize}`.execute(ctx.db)
  return { rows, total: rows[0]?.total ?? 0 }
}
