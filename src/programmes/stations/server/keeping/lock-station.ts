import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'
import { tables } from '../tables.ts'
import type { Datum, StationLevel, StationState } from '../words.ts'
import type { WriteDraft } from './station-row.ts'

/** A station as it stands, with all that a write carries over. */
export type StandingStation = {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly state: StationState
  readonly organisationId: string
  readonly draft: WriteDraft
  readonly updatedAt: Date
}

export const noSuchStation = () => notFound({ zh: '驿站', en: 'station' })

/** Holds the station until the transaction ends, so that its version stays what was read. Throws `not-found`. */
export async function lockStation(ctx: Context, code: string): Promise<StandingStation> {
  return standing(await standingByCode(ctx, code).forUpdate().executeTakeFirst())
}

/** The same without holding it. */
export async function getStandingStation(ctx: Context, code: string): Promise<StandingStation> {
  return standing(await standingByCode(ctx, code).executeTakeFirst())
}

const standingByCode = (ctx: Context, code: string) =>
  tables(ctx).selectFrom('stations.station').selectAll().where('code', '=', code)

export type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof standingByCode>['executeTakeFirst']>>>

function standing(row: Row | undefined): StandingStation {
  if (row === undefined) throw noSuchStation()
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    state: row.state,
    organisationId: row.organisation_id,
    draft: draftOf(row),
    updatedAt: row.updated_at,
  }
}

/** A row as a write carries it. */
export function draftOf(row: Row): WriteDraft {
  const received = { longitude: row.received_longitude, latitude: row.received_latitude }
  return {
    name: row.name,
    adcode: row.adcode,
    address: row.address,
    location: {
      longitude: row.longitude,
      latitude: row.latitude,
      received: { ...received, datum: row.received_datum as Datum, text: row.received_text },
    },
    hours: row.hours as OpeningHours,
    hoursText: row.hours_text,
    facilities: row.facilities,
    otherFacilities: row.other_facilities,
    hostUnit: row.host_unit,
    phone: row.phone,
    level: row.level as StationLevel,
    openedOn: row.opened_on,
  }
}
