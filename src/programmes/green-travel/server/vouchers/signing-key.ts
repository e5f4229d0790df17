import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decrypt, encrypt } from '#platform/keys.ts'
import type { Bytes } from '../../verifier/bytes.ts'
import { tables } from '../tables.ts'

const PURPOSE = 'green-travel.signing-key'
/** Where an Ed25519 public key's 32 bytes begin in its SPKI form. */
const SPKI_HEAD_BYTES = 12
const KEY_NUMBER_MAX = 255

export type SigningKey = { readonly no: number; readonly privateKey: KeyObject }

/** Opened once a process: the newest key by its number, found by the configuration it is sealed with. */
const opened = new WeakMap<object, Map<number, KeyObject>>()

/** The newest key; the first one is made when it is first asked for. */
export async function currentSigningKey(ctx: Context): Promise<SigningKey> {
  const row = await newestKey(ctx)
  return row === undefined ? addSigningKey(ctx) : { no: row.no, privateKey: openKey(ctx, row) }
}

const newestKey = (ctx: Context) =>
  tables(ctx)
    .selectFrom('green_travel.signing_key')
    .select(['no', 'private_sealed'])
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()

function openKey(ctx: Context, row: { no: number; private_sealed: Buffer }): KeyObject {
  const keys = opened.get(ctx.config) ?? new Map<number, KeyObject>()
  opened.set(ctx.config, keys)
  const known = keys.get(row.no)
  if (known !== undefined) return known
  const pem = decrypt(ctx.config.keys, PURPOSE, row.private_sealed)
  const key = createPrivateKey(pem)
  keys.set(row.no, key)
  return key
}

/** A new key beside those that stand: vouchers signed by an old one stay good. One at a time makes one. */
export async function addSigningKey(ctx: Context): Promise<SigningKey> {
  await sql`select pg_advisory_xact_lock(4200, -2)`.execute(ctx.db)
  const last = await newestKey(ctx)
  const no = (last?.no ?? 0) + 1
  if (no > KEY_NUMBER_MAX) throw new Error('a voucher names its key in one byte, and 255 are used')
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  await tables(ctx)
    .insertInto('green_travel.signing_key')
    .values({
      no,
      public_key: publicKey.export({ type: 'spki', format: 'der' }).subarray(SPKI_HEAD_BYTES),
      private_sealed: encrypt(
        ctx.config.keys,
        PURPOSE,
        privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      ),
    })
    .execute()
  return { no, privateKey }
}

export const signWith = ({ privateKey }: SigningKey, message: Bytes): Buffer =>
  sign(null, message, privateKey)
