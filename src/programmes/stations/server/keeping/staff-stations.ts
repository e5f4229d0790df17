import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { isWaiting } from '../reports/report-rows.ts'
import { tables } from '../tables.ts'

/** Stations, to be narrowed, ordered and limited. */
export const stationsOf = (ctx: Context) => tables(ctx).selectFrom('stations.station as station')

const DAY_MS = 86_400_000

export const openReports = sql<number>`(select count(*) from stations.report
  where report.station_id = station.id and ${isWaiting})`

export const checkInsSince = (since: Date) => sql<number>`(select count(*) from stations.check_in c
  where c.station_id = station.id and c.at > ${since})`

export const organisationName = sql<string>`(select o.name from organisations.organisation o
  where o.id = station.organisation_id)`

const keeperName = sql<string | null>`(select k.name from stations.keeper k
  where k.station_id = station.id and k.until_at is null)`

/** What a staff list shows of a station, with its check-ins from a moment on. PostgreSQL counts after the limit, so only for the rows that are shown. */
export const staffColumns = (checkInsFrom: Date) =>
  [
    'station.id',
    'station.code',
    'station.version',
    'station.state',
    'station.organisation_id as organisationId',
    organisationName.as('organisationName'),
    'station.name',
    'station.adcode',
    'station.address',
    'station.longitude',
    'station.latitude',
    'station.facilities',
    'station.level',
    'station.host_unit as hostUnit',
    keeperName.as('keeperName'),
    'station.opened_on as openedOn',
    openReports.as('openReports'),
    checkInsSince(checkInsFrom).as('checkIns30Days'),
    'station.updated_at as updatedAt',
  ] as const

export const daysBefore = (ctx: Context, days: number): Date => new Date(ctx.now.getTime() - days * DAY_MS)
