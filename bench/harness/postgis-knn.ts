import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { ASKED_DAY_BIT, ASKED_MINUTE } from './city-clock.ts'
import type { GeneratedStation } from './generated-stations.ts'
import { findProgram } from './find-program.ts'
import { debianFolders, type Postgis } from './postgis.ts'
import { run } from './processes.ts'

export type Place = { readonly longitude: number; readonly latitude: number }

const TABLES = `
  drop table if exists station, place;
  create table station (number int primary key, name text not null, longitude float8 not null, latitude float8 not null,
    open_minute smallint not null, close_minute smallint not null, days smallint not null, facility_bits int not null,
    place geography(point, 4326) not null);
  create table place (id int primary key, place geography(point, 4326) not null)`

const PLANT_STATIONS = `
  insert into station
  select number, name, longitude, latitude, "openMinute", "closeMinute", days, "facilityBits",
    st_setsrid(st_makepoint(longitude, latitude), 4326)::geography
  from json_to_recordset($1::json) as s(number int, name text, longitude float8, latitude float8,
    "openMinute" smallint, "closeMinute" smallint, days smallint, "facilityBits" int)`

const PLANT_PLACES = `
  insert into place
  select row_number() over (), st_setsrid(st_makepoint(longitude, latitude), 4326)::geography
  from json_to_recordset($1::json) as p(longitude float8, latitude float8)`

const fits = (wantedBits: number) => `
  open_minute <= ${ASKED_MINUTE} and close_minute > ${ASKED_MINUTE} and days & ${ASKED_DAY_BIT} <> 0
  and facility_bits & ${wantedBits} = ${wantedBits}`

/** The same stations and the same places in PostGIS. Answers how many stations pass the filter there. */
export async function plantPostgis(
  postgis: Postgis,
  stations: readonly GeneratedStation[],
  places: readonly Place[],
  wantedBits: number,
): Promise<number> {
  const client = new pg.Client(postgis.connection)
  await client.connect()
  try {
    await client.query(TABLES)
    for (let from = 0; from < stations.length; from += 20_000)
      await client.query(PLANT_STATIONS, [JSON.stringify(stations.slice(from, from + 20_000))])
    await client.query(PLANT_PLACES, [JSON.stringify(places)])
    await client.query('create index on station using gist (place)')
    await client.query('vacuum analyze station')
    await client.query('vacuum analyze place')
    const { rows } = await client.query(
      `select count(*)::int as count from station where ${fits(wantedBits)}`,
    )
    return rows[0].count
  } finally {
    await client.end()
  }
}

/** Answers a second of PostGIS's own nearest neighbours by geography, with pgbench on four connections. */
export async function askPostgis(
  postgis: Postgis,
  options: {
    readonly folder: string
    readonly places: number
    readonly wantedBits: number
    readonly seconds: number
  },
): Promise<number> {
  const pgbench = findProgram('pgbench', debianFolders())
  if (pgbench === undefined) throw new Error('pgbench is not installed')
  const { folder, places, wantedBits, seconds } = options
  const script = join(folder, 'nearest.sql')
  writeFileSync(
    script,
    `\\set i random(1, ${places})
select s.* from place p cross join lateral (
  select number, name, longitude, latitude, station.place <-> p.place as metres from station
  where ${fits(wantedBits).replaceAll('\n', ' ')} order by station.place <-> p.place limit 20) s where p.id = :i;
`.replace(/\n(?=.)(?!select)/g, ' '),
  )
  const said = await run(
    pgbench,
    ['-n', '-M', 'prepared', '-c', '4', '-j', '1', '-T', String(seconds), '-f', script],
    {
      seconds: seconds + 30,
      env: { PATH: process.env['PATH'], ...postgis.environment },
    },
  )
  return Number(/^tps = ([\d.]+)/m.exec(said)?.[1])
}
