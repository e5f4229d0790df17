import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../contract.ts'
import { monthOfDay } from '../rules/voucher-number.ts'
import { closeDays as carryDays } from './ledger/close-days.ts'
import { addSigningKey } from './vouchers/signing-key.ts'

export const closeDays: Handler<typeof greenTravel.closeDays> = async (ctx) => ({
  posted: await carryDays(ctx),
})

/** Refused before retention ended, and while a ride of the month is not in the ledger. The key of its pseudonyms goes too. */
export const purgeMonth: Handler<typeof greenTravel.purgeMonth> = async (ctx, { month }) => {
  const { rows } = await sql<{
    days: number
  }>`select green_travel.purge_month(${monthOfDay(`${month}-01`)}::smallint,
    ${cityDay(ctx.now)}::date) as days`.execute(ctx.db)
  ctx.auditNote.subjects = [`ride-month:${month}`]
  return { daysKept: rows[0]!.days }
}

export const rotateSigningKey: Handler<typeof greenTravel.rotateSigningKey> = async (ctx) => {
  const { no } = await addSigningKey(ctx)
  ctx.auditNote.subjects = [`ride-signing-key:${no}`]
  return { no }
}
