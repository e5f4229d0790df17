import { afterAll, beforeAll, expect, test } from 'vitest'
import { membership } from '../../contract.ts'
import {
  csvOf,
  line,
  look,
  makeRosterCity,
  numberOf,
  rowsOf,
  startRoster,
  work,
  type RosterCity,
} from './testing.ts'

let city: RosterCity
beforeAll(async () => void (city = await makeRosterCity()))
afterAll(() => city.remove())

const members = async () => {
  const { rows } = await city.world.owner.pool.query<{ count: number }>(
    'select count(*) from memberships.membership where to_day is null',
  )
  return rows[0]!.count
}

test('a roster is read, judged, looked at, and only then written', async () => {
  const lines = [line(1), line(2), line(3, { 2: '1.10105E+17' }), line(4, { 1: '' })]
  const id = await startRoster(city, city.tree.xinhuaUnion, csvOf(lines))
  expect((await look(city, id)).state).toBe('checking')
  await work(city)
  const seen = await look(city, id)
  expect(seen).toMatchObject({ state: 'preview', rowsChecked: 4, tally: { new: 2, refused: 2 } })
  expect(seen.faults.map(({ code }) => code).sort()).toEqual(['document-eaten', 'name-missing'])
  expect(await members()).toBe(0)
  await city.world.as(city.officer).call(membership.writeRosterImport, { importId: id })
  await work(city)
  expect(await look(city, id)).toMatchObject({ state: 'done', rowsWritten: 2 })
  expect(await members()).toBe(2)
})

test('whoever is known already is not doubled', async () => {
  const again = await startRoster(
    city,
    city.tree.xinhuaUnion,
    csvOf([line(1), line(2, { 1: '别人' }), line(5), line(5)]),
  )
  await work(city)
  expect((await look(city, again)).tally).toEqual({ present: 1, refused: 1, new: 1, twice: 1 })
  const rows = await rowsOf(city, again)
  expect(rows.find(({ verdict }) => verdict === 'refused')?.problems[0]?.code).toBe('name-differs')
  expect(rows[0]?.maskedDocument).toBe(`${numberOf(1).slice(0, 4)}**********${numberOf(1).slice(-4)}`)
})
