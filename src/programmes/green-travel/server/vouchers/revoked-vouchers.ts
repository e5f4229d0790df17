import { sql } from 'kysely'
import { addDays, cityDay } from '#platform/city-time.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { signedRevoked, writeRevoked } from '../../verifier/bytes.ts'
import { currentSigningKey, signWith } from './signing-key.ts'

/** Every revoked voucher that a clock a day wrong might still take for good: exact, signed, seven bytes each. */
export const revokedVouchers: Handler<typeof greenTravel.revokedVouchers> = async (ctx) => {
  const since = addDays(cityDay(ctx.now), -3)
  const { rows } = await sql<{ id: number }>`select id from green_travel.voucher
    where refused_from is not null and first_day >= ${since} order by id`.execute(ctx.db)
  const key = await currentSigningKey(ctx)
  const madeAt = Math.floor(ctx.now.getTime() / 1000)
  const list = writeRevoked({ key: key.no, madeAt, numbers: rows.map(({ id }) => id) })
  return {
    fileName: 'revoked-vouchers.zyl',
    mediaType: 'application/octet-stream',
    content: Buffer.concat([list, signWith(key, signedRevoked(list))]),
    rows: rows.length,
  }
}
