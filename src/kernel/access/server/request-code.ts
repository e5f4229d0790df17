import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { tooMany } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { secretHash } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import { sendSms } from '#platform/sms.ts'
import type { access } from '../contract.ts'
import { phoneIndex, requireFittingPhone } from './accounts.ts'
import { limitReached, WAIT_SECONDS, type CodeCounts } from './rules/code-limits.ts'
import { tables } from './tables.ts'
import { takeTurn } from './take-turn.ts'

const CODE_MINUTES = 5

/** Sends a code to any phone, known or not: whoever proves a phone gets an account. */
export const requestCode: Handler<typeof access.requestCode> = async (ctx, { phone }) => {
  await requireFittingPhone(ctx, phone)
  const phoneKey = phoneIndex(ctx.config.keys, phone)
  const addressKey = ctx.address === undefined ? null : secretHash(ctx.config.keys, 'address', ctx.address)
  const refusal = limitReached(await countAsked(ctx, phoneKey, addressKey))
  if (refusal !== undefined) throw tooMany(refusal)
  const code = randomInt(1_000_000).toString().padStart(6, '0')
  await keepCode(ctx, code, phoneKey, addressKey)
  ctx.afterCommit(() => sendSms(ctx, signInMessage(phone, code)))
  return { waitSeconds: WAIT_SECONDS, validMinutes: CODE_MINUTES }
}

/** Counts after taking the phone's and the address's turn, so that requests at once cannot pass a limit together. */
async function countAsked(ctx: Context, phone: Buffer, address: Buffer | null): Promise<CodeCounts> {
  await takeTurn(ctx, 'phone', phone.toString('hex'))
  if (address !== null) await takeTurn(ctx, 'address', address.toString('hex'))
  const { rows } = await sql<CodeCounts>`
    select
      (select extract(epoch from ${ctx.now}::timestamptz - max(asked_at))::float8 from access.sign_in_code
        where phone_index = ${phone}) as "secondsSinceLast",
      (select count(*) from access.sign_in_code
        where phone_index = ${phone} and asked_at > ${ctx.now}::timestamptz - interval '1 hour') as "phoneHour",
      (select count(*) from access.sign_in_code
        where phone_index = ${phone} and asked_at > ${ctx.now}::timestamptz - interval '1 day') as "phoneDay",
      (select count(*) from access.sign_in_code
        where address_hash = ${address} and asked_at > ${ctx.now}::timestamptz - interval '1 hour') as "addressHour"
  `.execute(ctx.db)
  return rows[0]!
}

async function keepCode(ctx: Context, code: string, phone: Buffer, address: Buffer | null): Promise<void> {
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('access.sign_in_code')
    .values({
      id,
      phone_index: phone,
      address_hash: address,
      code_hash: codeHash(ctx, id, code),
      asked_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + CODE_MINUTES * 60_000),
    })
    .execute()
}

/** The row's id is hashed with the code, so that equal codes do not look equal. */
export const codeHash = (ctx: Context, id: string, code: string): Buffer =>
  secretHash(ctx.config.keys, 'sign-in-code', `${id}:${code}`)

const signInMessage = (phone: string, code: string) => ({
  to: phone,
  template: 'sign-in-code',
  values: { code, minutes: String(CODE_MINUTES) },
  text: `验证码 ${code}，${CODE_MINUTES}分钟内有效。工作人员不会向您索要验证码。`,
})
