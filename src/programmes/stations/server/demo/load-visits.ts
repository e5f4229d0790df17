import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Visitor } from '../visits/visitor.ts'
import type { PlacedStation } from './load-stations.ts'
import { VISIT_PROOFS, type DemoVisits } from './make-demo-visits.ts'

const CHUNK = 20_000
const HALF_HOUR_SECONDS = 1_800

/** A year of check-ins in a few statements: columns go as arrays, which is faster than rows of values. */
export async function loadVisits(
  ctx: Context,
  stations: readonly PlacedStation[],
  visits: DemoVisits,
  visitorOf: (number: number) => Visitor,
): Promise<void> {
  for (let from = 0; from < visits.count; from += CHUNK) {
    const until = Math.min(from + CHUNK, visits.count)
    await insertVisits(ctx, columnsOf(stations, visits, visitorOf, from, until))
  }
}

function columnsOf(
  stations: readonly PlacedStation[],
  visits: DemoVisits,
  visitorOf: (number: number) => Visitor,
  from: number,
  until: number,
) {
  const rows = Array.from({ length: until - from }, (_, offset) => from + offset)
  const visitors = rows.map((row) => visitorOf(visits.visitor[row]!))
  const seconds = rows.map((row) => visits.at[row]!)
  return {
    bks: visitors.map(({ bk }) => bk),
    ids: seconds.map((at) => newId(at * 1000)),
    digests: visitors.map(({ digest }) => digest),
    stationIds: rows.map((row) => stations[visits.station[row]!]!.id),
    seconds,
    halfHours: seconds.map((at) => Math.floor(at / HALF_HOUR_SECONDS)),
    proofs: rows.map((row) => VISIT_PROOFS[visits.proof[row]!]!),
  }
}

async function insertVisits(ctx: Context, columns: ReturnType<typeof columnsOf>): Promise<void> {
  await sql`insert into stations.check_in (bk, id, visitor, station_id, at, recorded_at, half_hour, proof)
    select bk, id, visitor, station_id, to_timestamp(seconds), to_timestamp(seconds), half_hour, proof
    from unnest(${columns.bks}::smallint[], ${columns.ids}::uuid[], ${columns.digests}::bytea[],
      ${columns.stationIds}::uuid[], ${columns.seconds}::bigint[], ${columns.halfHours}::integer[],
      ${columns.proofs}::text[]) as visit (bk, id, visitor, station_id, seconds, half_hour, proof)`.execute(
    ctx.db,
  )
}
