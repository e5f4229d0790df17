import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stations } from '../../contract.ts'
import { draft, eventually, makeTestCity, type TestCity } from '../testing.ts'

let city: TestCity
beforeAll(async () => void (city = await makeTestCity()))
afterAll(() => city.world.close())

const map = () => city.world.nobody.call(stations.mapStations, {})
const named = async (code: string) => (await map()).stations.find((station) => station.code === code)

it('follows what is created, changed and closed, in every process', async () => {
  expect((await map()).stations).toEqual([])
  const code = await city.createStation({ name: '东风路驿站' })
  await eventually(
    () => named(code),
    (station) => station?.name === '东风路驿站',
  )
  const officer = city.world.as(city.officer)
  const moved = draft({ name: '建设路驿站' })
  await officer.call(stations.editStation, { code, version: 1, draft: moved })
  const seen = await eventually(
    () => named(code),
    (station) => station?.name === '建设路驿站',
  )
  expect(seen).toMatchObject({ longitude: moved.location.longitude })
  await city.closeStation(code)
  await eventually(
    () => named(code),
    (station) => station === undefined,
  )
})

it('hears nothing of what was rolled back', async () => {
  const before = (await map()).stations.length
  const here = draft()
  await city.createStation(here)
  await eventually(map, ({ stations: all }) => all.length === before + 1)
  const refused = city.world
    .as(city.officer)
    .call(stations.createStation, { organisationId: city.own.id, draft: here })
  await expect(refused).rejects.toMatchObject({ code: 'needs-confirmation' })
  expect((await map()).stations).toHaveLength(before + 1)
})

it('reads all again when its line was lost, since what was said meanwhile was missed', async () => {
  const code = await city.createStation({ name: '断线前' })
  await eventually(
    () => named(code),
    (station) => station !== undefined,
  )
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen %'`.execute(city.world.owner.db)
  // Said to nobody: the owner changes it behind every server's back.
  await sql`update stations.station set name = '断线后', version = version + 1 where code = ${code}`.execute(
    city.world.owner.db,
  )
  await eventually(
    () => named(code),
    (station) => station?.name === '断线后',
  )
})

it('asks for a district where the map could not hold them all', async () => {
  await sql`insert into stations.station (id, code, organisation_id, name, adcode, address, longitude, latitude,
      received_longitude, received_latitude, received_datum, hours)
    select gen_random_uuid(), 'M-' || n, ${city.own.id}, '很多站', case when n <= 10 then '410403' else '410402' end,
      '路', 113, 33.7, 113, 33.7, 'GCJ-02', '{"seasons":[{"weekly":[]}],"exceptions":[]}'
    from generate_series(1, 5001) n`.execute(city.world.owner.db)
  await sql`select pg_notify('stations_changed', 'all')`.execute(city.world.owner.db)
  await eventually(
    () =>
      map().then(
        () => undefined,
        (failure: { code: string }) => failure.code,
      ),
    (code) => code === 'choose-a-district',
  )
  const { stations: district } = await city.world.nobody.call(stations.mapStations, { adcode: '410403' })
  expect(district).toHaveLength(10)
  const shown = await city.world.nobody.call(stations.nearest, {
    longitude: 113,
    latitude: 33.7,
    openOnly: false,
    limit: 1,
  })
  expect(shown.rows[0]!.open).toBe('unknown')
})
