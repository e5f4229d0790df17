import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'

/** Where these stations' certificates stand; a station without one is not in the answer. */
export async function certificatesOf(ctx: Pick<Context, 'db'>, stationIds: readonly string[]) {
  if (stationIds.length === 0) return new Map<string, never>()
  const rows = await tables(ctx)
    .selectFrom('stations.certificate')
    .select(['station_id as stationId', 'state', 'since', 'failing', 'lapses_on as lapsesOn'])
    .where('station_id', 'in', [...stationIds])
    .execute()
  return new Map(rows.map(({ stationId, ...certificate }) => [stationId, certificate]))
}
