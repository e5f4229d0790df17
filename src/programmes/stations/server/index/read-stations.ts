import type { Db } from '#platform/context.ts'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'
import type { StationLevel, StationState } from '../words.ts'
import { tables } from '../tables.ts'

/** What the index keeps of a station. Coordinates are GCJ-02. */
export type IndexedStation = {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly state: StationState
  readonly name: string
  readonly adcode: string
  readonly address: string
  readonly longitude: number
  readonly latitude: number
  readonly hours: OpeningHours
  readonly facilities: string[]
  readonly level: StationLevel
}

/** All stations, or these. */
export async function readStations(db: Db, stationIds?: readonly string[]): Promise<IndexedStation[]> {
  const query = tables({ db })
    .selectFrom('stations.station')
    .select(['id', 'code', 'version', 'state', 'name', 'adcode', 'address', 'longitude', 'latitude'])
    .select(['hours', 'facilities', 'level'])
  return (stationIds === undefined ? query : query.where('id', 'in', [...stationIds])).execute()
}
