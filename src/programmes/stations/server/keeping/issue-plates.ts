import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { newId, randomCode } from '#platform/ids.ts'
import { blindIndex, decrypt, encrypt, type Keys } from '#platform/keys.ts'

/** Eighty bits: nobody meets a plate's code by trying, at whatever rate they are let. */
const SECRET_LETTERS = 16
const CHUNK = 1_000

/** By which a plate is found without keeping its code in the clear. People may type it in small letters. */
export const plateIndex = (keys: Keys, secret: string): Buffer =>
  blindIndex(keys, 'plate', secret.toUpperCase().replaceAll(/[\s-]/g, ''))

/** The code again, for printing. */
export const openPlate = (keys: Keys, sealed: Buffer): string => decrypt(keys, 'plate', sealed)

/** A fresh plate for each station; the caller has ended the one before. */
export async function issuePlates(ctx: Context, stationIds: readonly string[]): Promise<void> {
  for (let from = 0; from < stationIds.length; from += CHUNK) {
    const rows = stationIds.slice(from, from + CHUNK).map((stationId) => plateRow(ctx, stationId))
    await sql`insert into stations.plate (id, station_id, secret_index, secret_sealed, issued_at)
      select id, station_id, secret_index, secret_sealed, issued_at
      from json_populate_recordset(null::stations.plate, ${JSON.stringify(rows)}::json)`.execute(ctx.db)
  }
}

function plateRow(ctx: Context, stationId: string) {
  const secret = randomCode(SECRET_LETTERS)
  const { keys } = ctx.config
  return {
    id: newId(ctx.now.getTime()),
    station_id: stationId,
    secret_index: bytes(plateIndex(keys, secret)),
    secret_sealed: bytes(encrypt(keys, 'plate', secret)),
    issued_at: ctx.now,
  }
}

/** How PostgreSQL reads bytea out of JSON. */
const bytes = (value: Buffer) => `\\x${value.toString('hex')}`
