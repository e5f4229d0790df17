import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { makeStationCode, readStationCode, SEQUENCE_MAX } from '../../rules/station-code.ts'
import { tables } from '../tables.ts'

/**
 * The next codes of the districts, in the order asked. Numbers are never given twice: whoever numbers a district
 * holds it until their transaction ends.
 */
export async function nextCodes(ctx: Context, adcodes: readonly string[]): Promise<string[]> {
  const lastOf = new Map<string, number>()
  // Sorted, so that two imports never wait for each other in a circle.
  for (const adcode of [...new Set(adcodes)].sort()) lastOf.set(adcode, await lastNumber(ctx, adcode))
  return adcodes.map((adcode) => {
    const number = lastOf.get(adcode)! + 1
    if (number > SEQUENCE_MAX) throw districtIsFull(adcode)
    lastOf.set(adcode, number)
    return makeStationCode(adcode, number)
  })
}

async function lastNumber(ctx: Context, adcode: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stations.code:${adcode}`}, 0))`.execute(ctx.db)
  const last = await tables(ctx)
    .selectFrom('stations.station')
    .select('code')
    // All codes have one shape, so that these bounds hold in whatever collation the database has.
    .where('code', '>=', `${adcode}-0000`)
    .where('code', '<=', `${adcode}-9999-Z`)
    .orderBy('code', 'desc')
    .executeTakeFirst()
  const read = last === undefined ? undefined : readStationCode(last.code)
  return read?.ok === true ? read.sequence : 0
}

const districtIsFull = (adcode: string) =>
  conflict('district-is-full', {
    zh: `${adcode}的驿站编号已用到${SEQUENCE_MAX}，不能再新增。`,
    en: `The numbers of district ${adcode} are used up to ${SEQUENCE_MAX}.`,
  })
