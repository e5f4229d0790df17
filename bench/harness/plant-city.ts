import pg from 'pg'
import { contextOf, systemCaller, type Application } from '#platform/application.ts'
import { execute } from '#platform/execute.ts'
import { newId } from '#platform/ids.ts'
import { access } from '#kernel/access/contract.ts'
import { linkPhone, openSession } from '#kernel/access/index.ts'
import { ASKED_AT } from './city-clock.ts'
import { adcodeOf, DISTRICTS, FACILITIES, type GeneratedStation } from './generated-stations.ts'

/** The tree (a federation, and a county's union a district) and the stations, as an import of that size leaves them. */
export async function plantCity(
  owner: pg.ClientConfig,
  stations: readonly GeneratedStation[],
): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const unions = await plantUnions(client)
    for (let from = 0; from < stations.length; from += 20_000) {
      const rows = stations.slice(from, from + 20_000).map((station) => stationRow(station, unions))
      await client.query(PLANT_STATIONS, [JSON.stringify(rows)])
    }
    await client.query('vacuum analyze stations.station')
  } finally {
    await client.end()
  }
}

const PLANT_STATIONS = `
  insert into stations.station (id, code, organisation_id, name, adcode, address, longitude, latitude,
    received_longitude, received_latitude, received_datum, hours, facilities)
  select id, code, organisation_id, name, adcode, address, longitude, latitude, longitude, latitude, 'GCJ-02',
    hours, facilities
  from json_populate_recordset(null::stations.station, $1::json)`

async function plantUnions(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query(`select id from organisations.organisation where parent_id is null`)
  const root = rows[0].id
  const unions = Array.from({ length: DISTRICTS }, () => newId())
  for (const [district, id] of unions.entries()) {
    const path = `root.${id.replaceAll('-', '')}`
    const name = `第${district + 1}区总工会`
    await client.query(PLANT_UNION, [id, path, root, 'county-federation', name, adcodeOf(district)])
  }
  await client.query('analyze organisations.organisation')
  return unions
}

const PLANT_UNION = `insert into organisations.organisation (id, path, parent_id, kind, name, adcode)
  values ($1, $2, $3, $4, $5, $6)`

function stationRow(station: GeneratedStation, unions: readonly string[]) {
  const { code, name, district, longitude, latitude } = station
  return {
    id: newId(),
    code,
    organisation_id: unions[district],
    name,
    adcode: adcodeOf(district),
    address: `第${district + 1}区人民路${station.number}号`,
    longitude,
    latitude,
    hours: hoursOf(station),
    facilities: FACILITIES.filter((_, bit) => (station.facilityBits & (1 << bit)) !== 0),
  }
}

function hoursOf({ days, openMinute, closeMinute }: GeneratedStation) {
  const open = [1, 2, 3, 4, 5, 6, 7].filter((day) => (days & (1 << (day - 1))) !== 0)
  return {
    seasons: [{ weekly: [{ days: open, from: clock(openMinute), to: clock(closeMinute) }] }],
    exceptions: [],
  }
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The first officer, appointed as an operator does it, with a session; answers its token. */
export async function plantOfficer(app: Application): Promise<string> {
  const caller = systemCaller('bench')
  const phone = '13800000000'
  const { person } = await execute(app, caller, access.appointFirstOfficer, {
    name: '测试员',
    documentKind: 'passport',
    documentNumber: 'E00000000',
    phone,
  })
  const effects: { session?: { token: string; until: Date } | null } = {}
  const ctx = { ...contextOf(app, { ...caller, effects }, 'bench'), now: ASKED_AT }
  const accountId = await linkPhone(ctx, person, phone)
  await openSession(ctx, { accountId, person, way: 'code', device: '' })
  const { session } = effects
  if (session == null) throw new Error('no session was opened')
  return session.token
}
