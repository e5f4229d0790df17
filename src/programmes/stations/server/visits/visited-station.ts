import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'
import { noSuchStation } from '../keeping/lock-station.ts'
import { tables } from '../tables.ts'
import type { StationState } from '../words.ts'

export type VisitedStation = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly state: StationState
  readonly organisationId: string
  readonly longitude: number
  readonly latitude: number
  readonly hours: OpeningHours
}

/** The station that somebody stands before; throws `not-found`, and `not-operating` where it takes nobody in. */
export async function getVisitedStation(ctx: Context, code: string): Promise<VisitedStation> {
  const station = await tables(ctx)
    .selectFrom('stations.station')
    .select([
      'id',
      'code',
      'name',
      'state',
      'organisation_id as organisationId',
      'longitude',
      'latitude',
      'hours',
    ])
    .where('code', '=', code)
    .executeTakeFirst()
  if (station === undefined) throw noSuchStation()
  if (station.state !== 'operating') throw notOperating(station.name, station.state)
  return station
}

const notOperating = (name: string, state: 'suspended' | 'closed') =>
  conflict(
    'not-operating',
    state === 'suspended'
      ? { zh: `“${name}”目前暂停服务。`, en: `“${name}” is suspended at present.` }
      : { zh: `“${name}”已关闭。`, en: `“${name}” is closed for good.` },
  )
