import { sql } from 'kysely'
import { holdsAt, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { listPhotos } from '../station-photos.ts'
import { reportRows } from '../reports/report-rows.ts'
import { tables } from '../tables.ts'
import { maskedPhone, openPhone } from './appoint-keeper.ts'
import { getStandingStation, type StandingStation } from './lock-station.ts'
import { daysBefore, staffColumns, stationsOf } from './staff-stations.ts'
import { stationHistory } from './station-history.ts'

const REPORTS_MAX = 100
const KEEPERS_MAX = 50

export const getStaffStation: Handler<typeof stations.getStaffStation> = async (ctx, { code }) => {
  const standing = await getStandingStation(ctx, code)
  await requireAt(ctx, 'stations.read', standing.organisationId)
  const face = await stationsOf(ctx)
    .select(staffColumns(daysBefore(ctx, 30)))
    .where('station.id', '=', standing.id)
    .executeTakeFirstOrThrow()
  return {
    ...face,
    ...writtenOf(standing),
    keepers: await keepersOf(ctx, standing),
    plateIssuedAt: await plateIssuedAt(ctx, standing.id),
    photos: await listPhotos(ctx, standing.id),
    reports: await reportRows(ctx, (query) =>
      query.where('station.id', '=', standing.id).orderBy('report.at', 'desc').limit(REPORTS_MAX),
    ),
    history: await stationHistory(ctx, standing.id),
    visitsByHour: await visitsByHour(ctx, standing.id),
    mayEdit: await holdsAt(ctx, 'stations.edit', standing.organisationId),
  }
}

/** The draft as an officer would write it again: with the place as it was received. */
function writtenOf({ draft }: StandingStation) {
  const { received } = draft.location
  const { longitude, latitude, datum } = received
  const { hoursText: _words, facilities, otherFacilities, ...rest } = draft
  return {
    draft: {
      ...rest,
      facilities: [...facilities],
      otherFacilities: [...otherFacilities],
      location: { longitude, latitude, datum },
    },
    received,
  }
}

/** Phones are masked, except for whoever keeps the station's register, as in an export. */
async function keepersOf(ctx: Context, station: StandingStation) {
  const mayRead = await holdsAt(ctx, 'stations.edit', station.organisationId)
  const rows = await tables(ctx)
    .selectFrom('stations.keeper')
    .select(['id', 'name', 'phone_sealed as sealed', 'from_at as from', 'until_at as until'])
    .where('station_id', '=', station.id)
    .orderBy('from_at', 'desc')
    .limit(KEEPERS_MAX)
    .execute()
  return rows.map(({ sealed, ...keeper }) => {
    const phone = openPhone(ctx.config.keys, sealed)
    return { ...keeper, phone: mayRead ? phone : maskedPhone(phone) }
  })
}

async function plateIssuedAt(ctx: Context, stationId: string): Promise<Date | null> {
  const plate = await tables(ctx)
    .selectFrom('stations.plate')
    .select('issued_at as issuedAt')
    .where('station_id', '=', stationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return plate?.issuedAt ?? null
}

async function visitsByHour(ctx: Context, stationId: string) {
  const { rows } = await sql<{ weekday: number; hour: number; count: number }>`
    select extract(isodow from local)::int - 1 as weekday, extract(hour from local)::int as hour, count(*) as count
    from (select at at time zone 'Asia/Shanghai' as local from stations.check_in
      where station_id = ${stationId} and at > ${daysBefore(ctx, 90)}) visits
    group by 1, 2 order by 1, 2`.execute(ctx.db)
  return rows
}
