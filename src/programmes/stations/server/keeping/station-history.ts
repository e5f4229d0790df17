import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'

const VERSIONS_MAX = 200

/** What a reader calls changed: the row's columns by the draft's field names. Bookkeeping is none of it. */
const FIELDS: Readonly<Record<string, string>> = {
  state: 'state',
  name: 'name',
  adcode: 'adcode',
  address: 'address',
  longitude: 'location',
  latitude: 'location',
  hours: 'hours',
  facilities: 'facilities',
  other_facilities: 'otherFacilities',
  host_unit: 'hostUnit',
  phone: 'phone',
  level: 'level',
  opened_on: 'openedOn',
  organisation_id: 'organisationId',
}

/** A station's versions, newest first, each with the fields that it changed; the first changed none. */
export async function stationHistory(ctx: Context, stationId: string) {
  const rows = await tables(ctx)
    .selectFrom('stations.station_version')
    .select([
      'version',
      'valid_from as validFrom',
      'recorded_at as recordedAt',
      'made_by as madeBy',
      'reason',
    ])
    .select('snapshot')
    .where('station_id', '=', stationId)
    .orderBy('version', 'desc')
    .limit(VERSIONS_MAX)
    .execute()
  return rows.map(({ snapshot, ...row }, index) => ({
    ...row,
    changed: changedFields(rows[index + 1]?.snapshot, snapshot),
  }))
}

function changedFields(
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown>,
): string[] {
  if (before === undefined) return []
  const columns = Object.keys(FIELDS).filter(
    (column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]),
  )
  return [...new Set(columns.map((column) => FIELDS[column]!))]
}
