import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { keeperRow, type NewKeeper } from '../keeping/appoint-keeper.ts'

const CHUNK = 1_000

/** `putKeeper` for many: a roster names one at almost every station. */
export async function putKeepers(ctx: Context, keepers: readonly NewKeeper[]): Promise<void> {
  for (let from = 0; from < keepers.length; from += CHUNK) {
    const rows = keepers.slice(from, from + CHUNK).map((keeper) => {
      const { phone_index: index, phone_sealed: sealed, ...row } = keeperRow(ctx, keeper)
      return { ...row, phone_index: bytes(index), phone_sealed: bytes(sealed) }
    })
    await sql`update stations.keeper set until_at = ${ctx.now}
      where until_at is null and station_id = any(${rows.map((row) => row.station_id)})`.execute(ctx.db)
    await sql`insert into stations.keeper (id, station_id, name, phone_index, phone_sealed, from_at)
      select id, station_id, name, phone_index, phone_sealed, from_at
      from json_populate_recordset(null::stations.keeper, ${JSON.stringify(rows)}::json)`.execute(ctx.db)
  }
}

/** How PostgreSQL reads bytea out of JSON. */
const bytes = (value: Buffer) => `\\x${value.toString('hex')}`
