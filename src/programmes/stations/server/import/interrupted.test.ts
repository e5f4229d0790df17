import { afterAll, beforeAll, expect, test } from 'vitest'
import { stations } from '../../contract.ts'
import { count, line, makeCityWithFiles, rowsOf, startRoster } from './testing.ts'

let city: Awaited<ReturnType<typeof makeCityWithFiles>>
beforeAll(async () => void (city = await makeCityWithFiles()))
afterAll(() => city.remove())

const commit = (importId: string) => city.world.as(city.officer).call(stations.commitImport, { importId })
const counts = () =>
  Promise.all((['station', 'station_version', 'plate', 'keeper'] as const).map((it) => count(city, it)))
const lines = Array.from({ length: 30 }, (_, index) => line(index))

test('an error at the last row leaves nothing, and the import waits as it was', async () => {
  const { importId } = await startRoster(city, lines)
  const { pool } = city.world.owner
  await pool.query(
    `alter table stations.station_version add constraint last_row check (name <> '名册驿站29')`,
  )
  await expect(commit(importId)).rejects.toThrow(/last_row/)
  expect(await counts()).toEqual([0, 0, 0, 0])
  await pool.query('alter table stations.station_version drop constraint last_row')
  const preview = await city.world.as(city.officer).call(stations.getImport, { importId })
  expect(preview).toMatchObject({ state: 'preview', ready: 30, committedAt: null })
})

test('a connection that dies in the middle leaves nothing, and the commit may be given again', async () => {
  const { importId } = await startRoster(city, lines.slice(0, 10))
  const before = await counts()
  const holder = await city.world.owner.pool.connect()
  await holder.query('begin')
  // The stations are written by then; the commit waits for their dated rows.
  await holder.query('lock table stations.station_version in exclusive mode')
  const outcome = commit(importId).then(
    () => 'done',
    () => 'broken',
  )
  const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  let pids: { pid: number }[] = []
  while (pids.length === 0) pids = (await holder.query<{ pid: number }>(waiting)).rows
  for (const { pid } of pids) await holder.query('select pg_terminate_backend($1)', [pid])
  await holder.query('rollback')
  holder.release()
  expect(await outcome).toBe('broken')
  expect(await counts()).toEqual(before)
  expect(await commit(importId)).toMatchObject({ created: 10 })
  expect((await rowsOf(city, importId)).every((row) => row.decision === 'ready')).toBe(true)
})

test('the same command with the same key writes once', async () => {
  const { importId } = await startRoster(city, [line(100)])
  const client = city.world.as(city.officer, { idempotencyKey: 'commit-once' })
  const first = await client.call(stations.commitImport, { importId })
  expect(await client.call(stations.commitImport, { importId })).toEqual(first)
})
