import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'

/** Stations that are not closed, within the caller's reach, by code. A city has thousands at most. */
export async function listExported(ctx: Context, { adcode }: { adcode?: string | undefined }) {
  const edited = reachOf(ctx, 'stations.edit')
  const query = tables(ctx)
    .selectFrom('stations.station as station')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'station.organisation_id')
    .leftJoin('stations.keeper as keeper', (join) =>
      join.onRef('keeper.station_id', '=', 'station.id').on('keeper.until_at', 'is', null),
    )
    .where(sql<boolean>`organisation.path <@ any(${reachOf(ctx, 'stations.export')}::ltree[])`)
    .where('station.state', '!=', 'closed')
  return (adcode === undefined ? query : query.where('station.adcode', '=', adcode))
    .selectAll('station')
    .select([
      'keeper.name as keeperName',
      'keeper.phone_sealed as phoneSealed',
      sql<boolean>`organisation.path <@ any(${edited}::ltree[])`.as('maySeePhone'),
    ])
    .orderBy('station.code')
    .execute()
}

export type ExportedRow = Awaited<ReturnType<typeof listExported>>[number]
