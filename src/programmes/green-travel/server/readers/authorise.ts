import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { makeStatements } from '#platform/database/statement.ts'
import { forbidden } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { rideResultOf, rideResults } from '../../rules/results.ts'
import { bucketOfVoucher } from '../../rules/voucher-number.ts'
import { slotOf } from '../vouchers/issue-voucher.ts'

type Asked = Parameters<Handler<typeof greenTravel.authoriseRide>>[1]

const RESERVE_LOST = -1
const BUDGET_USED_UP = 14

/** A connected reader asks: one call of one function, which looks, posts and writes the audit line. */
export const authoriseRide: Handler<typeof greenTravel.authoriseRide> = async (ctx, ride) => {
  const unit = requireCompany(ctx, 'green-travel.authorise')
  ctx.auditNote.organisationId = unit
  const answer = await askOnce(ctx, unit, ride, false)
  return said(answer === RESERVE_LOST ? await askAnew(ctx, unit, ride) : answer)
}

/** Many at once; each is answered as if it had been asked alone, in their order. */
export const authoriseRides: Handler<typeof greenTravel.authoriseRides> = async (ctx, { rides }) => {
  const unit = requireCompany(ctx, 'green-travel.authorise')
  ctx.auditNote.organisationId = unit
  const { rows } = await sql<{ answers: number[] }>`select green_travel.authorise_rides(
    ${rides.map(({ voucher }) => bucketOfVoucher(voucher))}::smallint[], ${rides.map(({ voucher }) => voucher)}::bigint[],
    ${rides.map(({ counter }) => counter)}::smallint[], ${rides.map(({ takenAt }) => takenAt)}::timestamptz[],
    ${rides.map(({ reader }) => reader)}::text[], ${rides.map(({ route }) => route ?? null)}::text[],
    ${rides.map(({ signature }) => bytesOf(signature))}::bytea[], ${unit}, ${ctx.now}, ${ctx.hotLine!()}) as answers`.execute(
    ctx.db,
  )
  const answers = rows[0]!.answers
  for (const [index, answer] of answers.entries())
    if (answer === RESERVE_LOST) answers[index] = await askAnew(ctx, unit, rides[index]!)
  return { answers: answers.map(said) }
}

type AskValues = {
  bk: number
  voucher: number
  counter: number
  takenAt: string
  unit: string
  reader: string
  route: string | null
  signature: Buffer | null
  now: Date
  paid: boolean
  line: string
}

/** Built once: a ride is asked thousands of times a second. */
const statements = makeStatements<AskValues>()

async function askOnce(ctx: Context, unit: string, ride: Asked, paid: boolean): Promise<number> {
  const { voucher, counter, takenAt, reader, route, signature } = ride
  const values = {
    bk: bucketOfVoucher(voucher),
    voucher,
    counter,
    takenAt,
    unit,
    reader,
    route: route ?? null,
    signature: bytesOf(signature),
    now: ctx.now,
    paid,
    line: ctx.hotLine!(),
  }
  const rows = await statements<{ answer: number }>(ctx.db, 'ride', values, (at) => ({
    compile: () =>
      sql<{
        answer: number
      }>`select green_travel.authorise_ride(${at('bk')}, ${at('voucher')}, ${at('counter')},
        ${at('takenAt')}, ${at('unit')}, ${at('reader')}, ${at('route')}, ${at('signature')}, ${at('now')}, ${at('paid')},
        ${at('line')}) as answer`.compile(ctx.db),
  }))
  return rows[0]!.answer
}

/** What was reserved for it went back when late files were over: the budget is asked anew, in one transaction with the ride. */
async function askAnew(ctx: Context, unit: string, ride: Asked): Promise<number> {
  return ctx.db.transaction().execute(async (db) => {
    const inside = { ...ctx, db }
    const bk = bucketOfVoucher(ride.voucher)
    const { rows } = await sql<{ budget: number; fen: number }>`select v.budget, t.union_fen as fen
      from green_travel.voucher v join green_travel.terms t on t.id = v.terms
      where v.bk = ${bk} and v.id = ${ride.voucher}`.execute(db)
    const { budget, fen } = rows[0]!
    const slot = await slotOf(inside, bk, budget)
    const taken = await sql<{
      rides: number
    }>`select green_travel.take_budget(${slot}::smallint, ${budget}::smallint,
      ${fen}::smallint, 1) as rides`.execute(db)
    if (taken.rows[0]!.rides === 0) return BUDGET_USED_UP
    const answer = await askOnce(inside, unit, ride, true)
    // A twin was faster: what was taken for this one goes back.
    if (answer !== 0) await sql`select green_travel.give_back(${budget}::smallint, ${fen})`.execute(db)
    return answer
  })
}

const bytesOf = (signature: string | undefined) =>
  signature === undefined ? null : Buffer.from(signature, 'base64')

function said(answer: number) {
  const result = rideResultOf(answer)
  const { zh, en } = rideResults[result]
  return { result, good: answer <= 1, reason: { zh, en } }
}

/** Only a partner's machine asks, for the company that its key belongs to; no person holds this permission. */
function requireCompany(ctx: Context, permission: string): string {
  if (ctx.actor.kind !== 'partner') throw forbidden(permission)
  return ctx.actor.organisationId
}
