import { sql } from 'kysely'
import { findPhone } from '#kernel/access/index.ts'
import { personKeyText, personNames } from '#kernel/people/index.ts'
import { momentAt } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import type { DemoContext } from '#platform/module.ts'
import { locate } from '../../rules/coordinates.ts'
import { keeperRow } from '../keeping/appoint-keeper.ts'
import { writeStations, type WriteDraft, type WrittenStation } from '../keeping/write-station.ts'
import { tables } from '../tables.ts'
import type { DemoHonour, DemoStation } from './demo-station.ts'

/** A station of the story as it stands in the database. */
export type PlacedStation = WrittenStation & { readonly name: string; readonly keeperName: string }

/** The keeper whom a visitor of the demo may become looks after the first station that answers poorly. */
export const PERSONA_KEEPS = 'does-not-answer'

/** Stations with their history: founded on their day, named on theirs, each recorded when it happened. */
export async function loadStations(
  ctx: Context,
  demo: DemoContext,
  stations: readonly DemoStation[],
): Promise<PlacedStation[]> {
  const organisations = demo.shared.get('organisations') as ReadonlyMap<string, string>
  const founded = await writeStations(
    ctx,
    stations.map((station) => ({
      draft: draftOf(station),
      organisationId: organisations.get(station.districtAdcode)!,
      reason: '建成启用',
      validFrom: station.foundedOn,
    })),
  )
  const named = await nameHonoured(ctx, organisations, stations, founded)
  await moveIntoThePast(ctx)
  await appointKeepers(ctx, demo, stations, founded)
  return founded.map((one, index) => ({
    ...one,
    version: named.get(one.id) ?? one.version,
    name: stations[index]!.name,
    keeperName: stations[index]!.keeper.name,
  }))
}

/** The number range is nobody's: mobile numbers begin with 13 to 19. */
export const demoPhone = ({ seq }: DemoStation) => `1201000${String(seq).padStart(4, '0')}`

export function draftOf(station: DemoStation, honour?: DemoHonour): WriteDraft {
  const { lng: longitude, lat: latitude } = station
  return {
    name: station.name,
    adcode: station.districtAdcode,
    address: station.address,
    location: locate({ longitude, latitude }, 'GCJ-02', `${longitude},${latitude}`),
    hours: station.hours,
    hoursText: station.hoursText,
    facilities: station.facilities,
    otherFacilities: [],
    hostUnit: station.host.name,
    phone: demoPhone(station),
    level: honour?.level ?? 'ordinary',
    openedOn: station.foundedOn,
  }
}

async function nameHonoured(
  ctx: Context,
  organisations: ReadonlyMap<string, string>,
  stations: readonly DemoStation[],
  founded: readonly WrittenStation[],
): Promise<ReadonlyMap<string, number>> {
  const writes = stations.flatMap((station, index) => {
    const { honour } = station
    if (honour === undefined) return []
    return {
      existing: { ...founded[index]!, state: 'operating' as const },
      draft: draftOf(station, honour),
      organisationId: organisations.get(station.districtAdcode)!,
      reason: '获得命名',
      validFrom: honour.on,
    }
  })
  const written = await writeStations(ctx, writes)
  return new Map(written.map(({ id, version }) => [id, version]))
}

/** What happened then was recorded then, or no figure could be asked as of a past day. */
export async function moveIntoThePast(ctx: Context): Promise<void> {
  await sql`update stations.station_version
    set recorded_at = (valid_from + time '10:00') at time zone 'Asia/Shanghai'`.execute(ctx.db)
  await sql`update stations.station set updated_at = (
    select max(recorded_at) from stations.station_version where station_id = station.id)`.execute(ctx.db)
  await sql`update stations.plate set issued_at = (opened_on + time '10:00') at time zone 'Asia/Shanghai'
    from stations.station where station.id = plate.station_id`.execute(ctx.db)
}

async function appointKeepers(
  ctx: Context,
  demo: DemoContext,
  stations: readonly DemoStation[],
  founded: readonly WrittenStation[],
): Promise<void> {
  const persona = await keeperPersona(ctx, demo)
  const kept = stations.findIndex(({ traits }) => traits.includes(PERSONA_KEEPS))
  const rows = stations.map((station, index) => {
    const keeper = index === kept ? persona : { name: station.keeper.name, phone: demoPhone(station) }
    return {
      ...keeperRow(ctx, { stationId: founded[index]!.id, ...keeper }),
      from_at: new Date(momentAt(station.foundedOn, '10:00')),
    }
  })
  await tables(ctx).insertInto('stations.keeper').values(rows).execute()
}

async function keeperPersona(ctx: Context, demo: DemoContext): Promise<{ name: string; phone: string }> {
  const personas = demo.shared.get('personas') as ReadonlyMap<string, { readonly person: PersonKey }>
  const { person } = personas.get('keeper')!
  const names = await personNames(ctx, [person])
  return { name: names.get(personKeyText(person))!, phone: (await findPhone(ctx, person))! }
}
