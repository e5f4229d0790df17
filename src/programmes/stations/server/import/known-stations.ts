import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { draftOf } from '../keeping/lock-station.ts'
import type { WriteDraft } from '../keeping/station-row.ts'
import { tables } from '../tables.ts'
import type { StationState } from '../words.ts'

/** A station that is there, with all that a row may change. */
export type KnownStation = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly adcode: string
  readonly location: { readonly longitude: number; readonly latitude: number }
  readonly version: number
  readonly state: StationState
  readonly organisationId: string
  /** Of its organisation in the tree. */
  readonly path: string
  readonly draft: WriteDraft
  readonly keeper: { readonly name: string; readonly phoneIndex: string } | undefined
}

/** All stations of the city, thousands at most: a row may be the double of one in another district. */
export async function listKnownStations(ctx: Context): Promise<KnownStation[]> {
  const rows = await tables(ctx)
    .selectFrom('stations.station as station')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'station.organisation_id')
    .leftJoin('stations.keeper as keeper', (join) =>
      join.onRef('keeper.station_id', '=', 'station.id').on('keeper.until_at', 'is', null),
    )
    .selectAll('station')
    .select([
      sql<string>`organisation.path::text`.as('path'),
      'keeper.name as keeperName',
      sql<string | null>`encode(keeper.phone_index, 'hex')`.as('phoneIndex'),
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    adcode: row.adcode,
    location: { longitude: row.longitude, latitude: row.latitude },
    version: row.version,
    state: row.state,
    organisationId: row.organisation_id,
    path: row.path,
    draft: draftOf(row),
    keeper:
      row.keeperName === null || row.phoneIndex === null
        ? undefined
        : { name: row.keeperName, phoneIndex: row.phoneIndex },
  }))
}

/** Holds these stations until the transaction ends, so that what is compared is what is changed. */
export async function holdStations(ctx: Context, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  await sql`select from stations.station where code = any(${codes}) order by id for update`.execute(ctx.db)
}
