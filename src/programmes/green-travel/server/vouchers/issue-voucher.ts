import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { requirePerson } from '#kernel/access/index.ts'
import { startOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { ineligibilities, type Ineligibility } from '../../rules/eligibility.ts'
import { shareOut } from '../../rules/share-out.ts'
import { voucherNumber } from '../../rules/voucher-number.ts'
import { signedVoucher, writeVoucher } from '../../verifier/bytes.ts'
import { judgeEligibility, type Standing } from './eligibility.ts'
import { pseudonymOf } from './pseudonym.ts'
import { currentSigningKey, signWith } from './signing-key.ts'

/**
 * A voucher for the calling person's phone: limits, then budget, then the row, all in one transaction. Refuses with the reason
 * that the page explains. Nothing in the audit line leads from the person to the voucher.
 */
export const issueVoucher: Handler<typeof greenTravel.issueVoucher> = async (ctx, input) => {
  const standing = await judgeEligibility(ctx, requirePerson(ctx), input.period)
  if (typeof standing === 'string') throw ineligible(standing)
  ctx.auditNote.organisationId = standing.unionId
  const { terms, person, month } = standing
  await sql`select green_travel.prepare_month(${month})`.execute(ctx.db)
  const rider = await pseudonymOf(ctx, month, person)
  const shares = await takeShares(ctx, standing, rider)
  const key = await currentSigningKey(ctx)
  const number = voucherNumber(month, person.bk, randomBelow34Bits())
  const deviceKey = new Uint8Array(Buffer.from(input.deviceKey, 'base64'))
  await sql`select green_travel.issue_voucher(${person.bk}::smallint, ${number}, ${rider}, ${standing.unionId},
    ${standing.budget}::smallint, ${terms.id}::smallint, ${key.no}::smallint, ${Buffer.from(deviceKey)},
    ${shares.firstDay}, ${[...shares.rides]}::smallint[])`.execute(ctx.db)
  const { firstDay, rides } = shares
  const body = writeVoucher({
    key: key.no,
    number,
    startsAt: startOfDay(firstDay).getTime() / 1000,
    rides,
    deviceKey,
  })
  return {
    voucher: Buffer.concat([body, signWith(key, signedVoucher(body))]).toString('base64'),
    codeSeconds: terms.code_seconds,
    memberFen: terms.member_fen,
    unionFen: terms.union_fen,
  }
}

/** What the limits leave of each day, and of that what the budget pays: the last days go first where it does not reach. */
async function takeShares(ctx: Context, standing: Standing, rider: string) {
  const { terms, person, month, days, budget } = standing
  const wanted = [0, 1, 2].map((index) => (index < days.length ? terms.rides_per_day : 0))
  const limits = await sql<{
    left: number[]
  }>`select green_travel.rides_left(${person.bk}::smallint, ${month}::smallint,
    ${rider}, ${days[0]!}, ${wanted}::smallint[], ${terms.id}::smallint) as left`.execute(ctx.db)
  const left = limits.rows[0]!.left
  const total = left.reduce((sum, rides) => sum + rides, 0)
  if (total === 0) throw ineligible(await whichLimit(ctx, standing, rider))
  const slot = await slotOf(ctx, person.bk, budget)
  const taken = await sql<{
    rides: number
  }>`select green_travel.take_budget(${slot}::smallint, ${budget}::smallint,
    ${terms.union_fen}::smallint, ${total}) as rides`.execute(ctx.db)
  const shares = shareOut(days[0]!, left, taken.rows[0]!.rides)
  if (shares === undefined) throw ineligible('budget-used-up')
  return shares
}

async function whichLimit(
  ctx: Context,
  { person, month, terms }: Standing,
  rider: string,
): Promise<Ineligibility> {
  const { rows } = await sql<{ issued: number }>`select issued from green_travel.rider
    where bk = ${person.bk} and month = ${month} and id = ${rider}`.execute(ctx.db)
  return rows[0]!.issued >= terms.rides_per_month ? 'month-limit' : 'day-limit'
}

/** The slice that a bucket debits: one for all on one machine, one a bucket on many. */
export async function slotOf(ctx: Context, bk: number, budget: number): Promise<number> {
  const { rows } = await sql<{ slices: number }>`select slices from green_travel.budget_parent
    where budget = ${budget}`.execute(ctx.db)
  return bk % rows[0]!.slices
}

export function ineligible(why: Ineligibility) {
  const { zh, en, next } = ineligibilities[why]
  return conflict(why, { zh: `${zh}。${next.zh}`, en: `Not now: ${en}. ${next.en}` })
}

const randomBelow34Bits = () => {
  const bytes = randomBytes(5)
  return (bytes[0]! & 3) * 2 ** 32 + bytes.readUInt32BE(1)
}
