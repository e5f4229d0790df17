// Longer than most: one city, set up once, for a roster’s way from the file to the roll, deaths of the process among it.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withDatabase } from '#tests/global-setup.ts'
import { membership } from '../../contract.ts'
import type { InputOf } from '#platform/contract.ts'
import { purgeImports } from './purge-imports.ts'
import { contextOf, systemCaller } from '#platform/application.ts'
import { plantedNumber } from './testing/planted-cells.ts'
import {
  csvOf,
  headings,
  line,
  look,
  makeRosterCity,
  numberOf,
  rowsOf,
  startRoster,
  work,
  type RosterCity,
} from './testing/roster-city.ts'

let city: RosterCity
beforeAll(async () => void (city = await makeRosterCity()))
afterAll(() => city.remove())

const count = async (text: string) =>
  (await city.world.owner.pool.query<{ count: number }>(text)).rows[0]!.count
const members = () => count('select count(*) from memberships.membership where to_day is null')
const write = (
  importId: string,
  over: Partial<InputOf<typeof membership.writeRosterImport>> = {},
  as = city.officer,
) => city.world.as(as).call(membership.writeRosterImport, { importId, ...over })
const steer = (importId: string, wish: 'pause' | 'resume' | 'cancel', as = city.officer) =>
  city.world.as(as).call(membership.steerRosterImport, { importId, wish })

async function preview(lines: string[][], unit = city.tree.xinhuaUnion, as = city.officer): Promise<string> {
  const id = await startRoster(city, unit, csvOf(lines), as)
  await work(city)
  return id
}

test('a roster is read, judged, looked at, and only then written', async () => {
  const id = await startRoster(
    city,
    city.tree.xinhuaUnion,
    csvOf([line(1), line(2), line(3, { 2: '1.10105E+17' }), line(4, { 1: '' })]),
  )
  expect((await look(city, id)).state).toBe('checking')
  await work(city)
  const seen = await look(city, id)
  expect(seen).toMatchObject({ state: 'preview', rowsChecked: 4, tally: { new: 2, refused: 2 } })
  expect(seen.faults.map(({ code }) => code).sort()).toEqual(['document-eaten', 'name-missing'])
  expect(await members()).toBe(0)
  await write(id)
  await work(city)
  expect(await look(city, id)).toMatchObject({ state: 'done', rowsWritten: 2 })
  expect(await members()).toBe(2)
  await expect(write(id)).rejects.toMatchObject({ code: 'import-moved-on' })
})

test('whoever is known already is not doubled; news of a member come in where the person says so', async () => {
  const id = await preview([
    line(1),
    line(2, { 1: '别人' }),
    line(5),
    line(5),
    line(2, { 2: numberOf(6), 3: line(5)[3]! }),
  ])
  expect((await look(city, id)).tally).toEqual({ present: 1, refused: 1, new: 2, twice: 1 })
  const rows = await rowsOf(city, id)
  expect(rows.find(({ verdict }) => verdict === 'refused')?.problems[0]?.code).toBe('name-differs')
  expect(rows[0]?.maskedDocument).toBe(`${numberOf(1).slice(0, 4)}**********${numberOf(1).slice(-4)}`)
  expect(rows.filter(({ problems }) => problems.some(({ code }) => code === 'phone-shared'))).toHaveLength(2)
  const news = await preview([line(1, { 5: '快递员' })])
  expect((await look(city, news)).tally).toEqual({ changes: 1 })
  await write(news, { withChanges: true })
  await work(city)
  expect(await look(city, news)).toMatchObject({ state: 'done', rowsWritten: 0, rowsUpdated: 1 })
  expect(await count(`select count(*) from membership.particulars where employment = 'courier'`)).toBe(1)
})

test('a member of another union is told apart, and a union out of reach is not named', async () => {
  const before = await members()
  const own = await preview([line(1)], city.secondUnion)
  const far = await preview([line(1)], city.tree.ruzhouUnion, city.neighbour)
  expect((await look(city, own)).tally).toEqual({ elsewhere: 1 })
  const sentence = async (id: string, as = city.officer) =>
    (await rowsOf(city, id, as))[0]!.problems[0]!.reason.zh
  expect(await sentence(own)).not.toContain(city.tree.xinhuaUnion.name)
  expect(await sentence(far, city.neighbour)).not.toContain(city.tree.xinhuaUnion.name)
  const county = await startRoster(
    city,
    city.tree.xinhua,
    csvOf([[...line(1), city.secondUnion.name]], [...headings, '所属工会']),
  )
  await work(city)
  expect((await look(city, county)).tally).toEqual({ elsewhere: 1 })
  expect(await sentence(county)).toContain(city.tree.xinhuaUnion.name)
  await expect(write(own)).rejects.toMatchObject({ code: 'nothing-to-write' })
  const askAll = () => city.world.as(city.officer).call(membership.askRosterTransfers, { importId: own })
  expect(await askAll()).toEqual({ asked: 1, skipped: 0, hasMore: false })
  expect(await askAll()).toEqual({ asked: 0, skipped: 0, hasMore: false })
  expect(await members()).toBe(before)
})

test('two imports of one unit at once: each person once, and the slower one says who came first', async () => {
  const both = Array.from({ length: 30 }, (_, at) => line(100 + at))
  const ids = [
    await startRoster(city, city.tree.xinhuaUnion, csvOf([...both, line(140)])),
    await startRoster(city, city.tree.xinhuaUnion, csvOf([...both, line(141)])),
  ]
  await work(city)
  for (const id of ids) expect((await look(city, id)).tally).toEqual({ new: 31 })
  const before = await members()
  for (const id of ids) await write(id)
  await work(city)
  const shown = await Promise.all(ids.map((id) => look(city, id)))
  expect(shown.map(({ rowsWritten }) => rowsWritten).sort((a, b) => a - b)).toEqual([1, 31])
  expect(await members()).toBe(before + 32)
  const slower = shown.find(({ rowsWritten }) => rowsWritten === 1)!
  expect(slower.faults).toMatchObject([{ code: 'known-meanwhile', count: 30 }])
})

test('paused, it stands; resumed, it goes on; thrown away, nothing stays', async () => {
  const id = await startRoster(city, city.tree.xinhuaUnion, csvOf([line(200)]))
  await steer(id, 'pause')
  await work(city)
  expect(await look(city, id)).toMatchObject({ state: 'checking', isPaused: true, rowsChecked: 0 })
  await steer(id, 'resume')
  await work(city)
  expect((await look(city, id)).state).toBe('preview')
  await steer(id, 'cancel')
  await purgeImports(contextOf(city.world.app, systemCaller('test'), 'test'))
  expect(await look(city, id)).toMatchObject({ state: 'cancelled', isPurged: true })
  expect(await count(`select count(*) from membership.roster_row where import_id = '${id}'`)).toBe(0)
  expect(await count(`select count(*) from files.file where state = 'abandoned'`)).toBe(1)
  await expect(steer(id, 'resume')).rejects.toMatchObject({ code: 'import-moved-on' })
})

test('home may, next door may not, nor who holds nothing, nor a stranger', async () => {
  const id = await preview([line(210)])
  const { world, neighbour } = city
  const nobody = { ...city.officer, grants: [] } as typeof city.officer
  await expect(look(city, id, neighbour)).rejects.toMatchObject({ status: 404 })
  await expect(rowsOf(city, id, neighbour)).rejects.toMatchObject({ status: 404 })
  await expect(write(id, {}, neighbour)).rejects.toMatchObject({ status: 404 })
  await expect(steer(id, 'cancel', neighbour)).rejects.toMatchObject({ status: 404 })
  await expect(world.as(neighbour).call(membership.rosterErrors, { importId: id })).rejects.toMatchObject({
    status: 404,
  })
  expect(
    (await world.as(neighbour).call(membership.listRosterImports, {})).rows.some((row) => row.id === id),
  ).toBe(false)
  await expect(startRoster(city, city.tree.xinhuaUnion, csvOf([line(1)]), neighbour)).rejects.toMatchObject({
    status: 403,
  })
  for (const client of [world.as(nobody), world.nobody])
    await expect(client.call(membership.getRosterImport, { importId: id })).rejects.toMatchObject({
      status: client === world.nobody ? 401 : 403,
    })
})

const KILLED_ROWS = 6_000

/** Runs imports in a process of its own and kills it, as a machine that loses its power would, once `when` holds. */
async function killWhen(when: () => Promise<boolean>): Promise<void> {
  const connection = withDatabase(inject('database'), await databaseName())
  const order = JSON.stringify({ connection, config: city.world.app.config, now: '2026-11-23T02:00:00Z' })
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./testing/import-process.ts', import.meta.url))],
    {
      env: { ...process.env, IMPORT_PROCESS: order },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  while (child.exitCode === null && !(await when())) await wait(5)
  child.kill('SIGKILL')
  expect(await ended).toBeNull()
}

const databaseName = async () =>
  (await city.world.owner.pool.query<{ name: string }>('select current_database() as name')).rows[0]!.name

/** As a server's next turns do: until the database has noticed that the killed one is gone, its lock still stands. */
async function workOn(importId: string): Promise<void> {
  while (['checking', 'comparing', 'writing'].includes((await look(city, importId)).state)) {
    await work(city)
    await wait(20)
  }
}

test('killed half-way through checking and again through writing, it goes on: nothing lost, nothing doubled', async () => {
  const lines = Array.from({ length: KILLED_ROWS }, (_, at) =>
    line(at, { 2: plantedNumber(20_000 + at), 3: `137${String(10_000_000 + at)}` }),
  )
  const id = await startRoster(city, city.tree.xinhuaUnion, csvOf(lines))
  await killWhen(async () => (await look(city, id)).rowsChecked > 0)
  const broken = await look(city, id)
  expect(broken.rowsChecked).toBeGreaterThan(0)
  await workOn(id)
  expect(await look(city, id)).toMatchObject({
    state: 'preview',
    rowsChecked: KILLED_ROWS,
    tally: { new: KILLED_ROWS },
  })
  const before = await members()
  await write(id)
  await killWhen(async () => (await look(city, id)).rowsWritten > 0)
  await workOn(id)
  expect(await look(city, id)).toMatchObject({ state: 'done', rowsWritten: KILLED_ROWS })
  expect(await members()).toBe(before + KILLED_ROWS)
  expect(
    await count(`select count(*) from memberships.membership_history h where not exists (
    select from memberships.membership m where m.id = h.membership_id)`),
  ).toBe(0)
}, 120_000)
