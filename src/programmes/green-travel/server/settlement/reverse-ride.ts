import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { cityDay } from '#platform/city-time.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { bucketOfVoucher } from '../../rules/voucher-number.ts'
import { requireCompany } from '../files/reach.ts'
import { requireRide } from './find-ride.ts'

/**
 * A row of its own, on the day on which the mistake is found: a month that is settled stays as it was settled, and the statement of
 * this month, which a second person checks, has the line. Done once a ride.
 */
export const reverseRide: Handler<typeof greenTravel.reverseRide> = async (ctx, input) => {
  const company = await requireCompany(ctx, 'green-travel.settle', input.companyUnit)
  const { unionFen } = await requireRide(ctx, company.id, input)
  const day = cityDay(ctx.now)
  const { rows } = await sql<{ done: boolean }>`
    select green_travel.reverse_ride(${bucketOfVoucher(input.voucher)}::smallint, ${input.voucher}, ${input.counter}::smallint,
      ${day}, ${input.reason}, ${madeBy(ctx)}) as done`.execute(ctx.db)
  if (!rows[0]!.done) throw reversedAlready()
  ctx.auditNote.organisationId = company.unit
  ctx.auditNote.reason = input.reason
  ctx.auditNote.detail = { fen: -unionFen }
  return { day, unionFen }
}

const reversedAlready = () =>
  conflict('ride-reversed', { zh: '这次乘车已经冲正过。', en: 'This ride was reversed before.' })
