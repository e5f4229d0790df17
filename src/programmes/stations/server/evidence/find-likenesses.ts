import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ALIKE_BITS_MAX, type PicturePrint } from '../../rules/evidence/picture-print.ts'

const ALIKE_MAX = 20

const bits = (print: bigint): string => print.toString(2).padStart(64, '0')

/**
 * Keeps a photo's print, and finds photos of other stations that look like it. Every print is compared, because no common
 * index finds all within 12 bits of 64; what that costs at a million prints has not been measured.
 * Nothing is refused: a person is shown both. Answers how many were found.
 */
export async function findLikenesses(
  ctx: Context,
  stationId: string,
  evidenceId: string,
  { difference, pattern }: PicturePrint,
): Promise<number> {
  const print = { difference: bits(difference), pattern: bits(pattern) }
  await sql`insert into stations.picture_print (evidence_id, station_id, difference, pattern)
    values (${evidenceId}, ${stationId}, ${print.difference}::bit(64), ${print.pattern}::bit(64))`.execute(
    ctx.db,
  )
  const { rows } = await sql<{ id: string; distance: number }>`
    select p.evidence_id as id, least(bit_count(p.difference # ${print.difference}::bit(64)),
      bit_count(p.pattern # ${print.pattern}::bit(64)))::integer as distance
    from stations.picture_print p
    where p.station_id <> ${stationId} and least(bit_count(p.difference # ${print.difference}::bit(64)),
        bit_count(p.pattern # ${print.pattern}::bit(64))) <= ${sql.lit(ALIKE_BITS_MAX)}
      and not exists (select from stations.evidence_withdrawal w where w.evidence_id = p.evidence_id)
    order by distance limit ${sql.lit(ALIKE_MAX)}`.execute(ctx.db)
  for (const { id, distance } of rows)
    await sql`insert into stations.likeness (id, evidence_id, other_id, distance_bits, found_at)
      values (${newId(ctx.now.getTime())}, ${evidenceId}, ${id}, ${distance}, ${ctx.now})`.execute(ctx.db)
  return rows.length
}
