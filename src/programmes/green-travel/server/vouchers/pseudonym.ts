import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Context, PersonKey } from '#platform/context.ts'
import { decrypt, encrypt } from '#platform/keys.ts'
import { tables } from '../tables.ts'

const PURPOSE = 'green-travel.pseudonyms'
const UUID_BYTES = 16

/**
 * A rider's pseudonym of one month: the person's id, 16 bytes, as one block of AES-256 under that month's own key. Nothing
 * stores the way back but the key, and the key goes with the month's rides.
 */
export async function pseudonymOf(ctx: Context, month: number, person: PersonKey): Promise<string> {
  return (await pseudonymsOf(ctx, month, [person]))[0]!
}

/** The same of many, in their order. */
export async function pseudonymsOf(
  ctx: Context,
  month: number,
  people: readonly { readonly id: string }[],
): Promise<string[]> {
  const key = (await monthKey(ctx, month)) ?? (await makeMonthKey(ctx, month))
  // Block by block, each for itself: many are one run of the cipher.
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  const bytes = Buffer.concat([
    cipher.update(Buffer.concat(people.map(({ id }) => uuidBytes(id)))),
    cipher.final(),
  ])
  return people.map((_, at) => asUuid(bytes.subarray(at * UUID_BYTES, (at + 1) * UUID_BYTES)))
}

/** The month's pseudonym, or undefined where no ride of that month can be anybody's (any more). */
export async function findPseudonym(
  ctx: Context,
  month: number,
  person: PersonKey,
): Promise<string | undefined> {
  return (await findPseudonyms(ctx, month, [person]))?.[0]
}

/** The same of many, in their order. */
export async function findPseudonyms(
  ctx: Context,
  month: number,
  people: readonly { readonly id: string }[],
): Promise<string[] | undefined> {
  return (await monthKey(ctx, month)) === undefined ? undefined : pseudonymsOf(ctx, month, people)
}

/** Who a rider is: for a person's decision on a flag, with its reason in the audit log. */
export async function personBehind(
  ctx: Context,
  month: number,
  bk: number,
  rider: string,
): Promise<PersonKey | undefined> {
  const key = await monthKey(ctx, month)
  if (key === undefined) return undefined
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  return { bk, id: asUuid(Buffer.concat([decipher.update(uuidBytes(rider)), decipher.final()])) }
}

async function monthKey(ctx: Context, month: number): Promise<Buffer | undefined> {
  const row = await tables(ctx)
    .selectFrom('green_travel.pseudonym_key')
    .select('key_sealed')
    .where('month', '=', month)
    .executeTakeFirst()
  return row && Buffer.from(decrypt(ctx.config.keys, PURPOSE, row.key_sealed), 'base64')
}

/** Two at once make one: the second reads what the first wrote. */
async function makeMonthKey(ctx: Context, month: number): Promise<Buffer> {
  const sealed = encrypt(ctx.config.keys, PURPOSE, randomBytes(32).toString('base64'))
  await tables(ctx)
    .insertInto('green_travel.pseudonym_key')
    .values({ month, key_sealed: sealed })
    .onConflict((clash) => clash.doNothing())
    .execute()
  return (await monthKey(ctx, month))!
}

const uuidBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

const asUuid = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
