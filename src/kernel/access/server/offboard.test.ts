import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PersonKey } from '#platform/context.ts'
import { defineModule, type Module } from '#platform/module.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { access } from '../contract.ts'
import { makeBrowser, makePhones, type Phones } from './testing/browser.ts'
import { plantCity, type TestCity } from './testing/city.ts'

const CHIEF = '12000000001'
const LEAVER = '12000000002'
const SUCCESSOR = '12000000003'
const reason = '调离岗位'

let world: World
let phones: Phones
let city: TestCity
let leaver: PersonKey
let successor: PersonKey

/** Its one open item is the link to the leaver's phone: enough to see work moved, previewed and rolled back. */
const tasks: Module = defineModule({
  name: 'tasks',
  title: { zh: '任务', en: 'Tasks' },
  operations: {},
  handlers: {},
  permissions: {},
  folder: new URL('../', import.meta.url),
  handOver: async (ctx, from, to) => {
    const moved = await sql`update access.account_person set until = ${ctx.now}
      where person_id = ${from.id} and ${to.id}::uuid <> ${from.id}`.execute(ctx.db)
    return Number(moved.numAffectedRows)
  },
})

beforeEach(async () => {
  const made = await makeWorld()
  world = { ...made, app: { ...made.app, modules: [...made.app.modules, tasks] } }
  phones = makePhones()
  city = await plantCity(world)
  await city.officer('沈市', CHIEF, [['city-officer', city.root]])
  leaver = await city.officer('韩县', LEAVER, [['county-officer', city.county]])
  successor = await city.officer('苗继', SUCCESSOR, [['county-officer', city.county]])
})
afterEach(() => world.close())

async function signedIn(phone: string) {
  const browser = makeBrowser(world, phones)
  await browser.signIn(phone)
  return browser
}

it('ends roles and sessions and hands over, exactly as the preview says', async () => {
  const chief = await signedIn(CHIEF)
  const officer = await signedIn(LEAVER)
  const pair = { personId: leaver.id, successorId: successor.id }
  const preview = await chief.call(access.previewOffboarding, pair)
  expect(preview).toMatchObject({ leaverName: '韩县', successorName: '苗继', sessions: 1 })
  expect(preview.grants).toHaveLength(1)
  expect(preview.handedOver).toContainEqual({ module: 'tasks', zh: '任务', en: 'Tasks', count: 1 })
  expect(await officer.call(access.me, {})).toMatchObject({ signedIn: true })
  const done = await chief.call(access.offboardOfficer, { ...pair, reason })
  expect(done).toEqual({ grantsEnded: 1, sessionsEnded: 1, handedOver: preview.handedOver })
  expect(await officer.call(access.me, {})).toMatchObject({ signedIn: false })
  await expect(chief.call(access.offboardOfficer, { ...pair, reason })).rejects.toMatchObject({ status: 404 })
})

it('refuses the leaver or the caller as successor, and oneself as leaver', async () => {
  const chief = await signedIn(CHIEF)
  const { person } = await chief.call(access.me, {})
  const off = (personId: string, successorId: string) =>
    chief.call(access.offboardOfficer, { personId, successorId, reason })
  await expect(off(leaver.id, leaver.id)).rejects.toMatchObject({ status: 422, code: 'successor' })
  await expect(off(leaver.id, person!.id)).rejects.toMatchObject({ status: 422, code: 'successor' })
  await expect(off(person!.id, leaver.id)).rejects.toMatchObject({ status: 403, code: 'own-leave' })
})

it('refuses a successor whose reach does not cover what is left, and a caller without the right there', async () => {
  const elsewhere = await city.officer('西干', '12000000004', [['county-officer', city.otherCounty]])
  const chief = await signedIn(CHIEF)
  const off = { personId: leaver.id, successorId: elsewhere.id, reason }
  await expect(chief.call(access.offboardOfficer, off)).rejects.toMatchObject({ code: 'successor-reach' })
  const neighbour = await signedIn('12000000004')
  const other = { personId: leaver.id, successorId: successor.id, reason }
  await expect(neighbour.call(access.offboardOfficer, other)).rejects.toMatchObject({ status: 403 })
})

it('ends nothing where a module cannot hand over', async () => {
  const broken: Module = { ...tasks, name: 'broken', handOver: () => Promise.reject(new Error('stuck')) }
  world = { ...world, app: { ...world.app, modules: [...world.app.modules, broken] } }
  const chief = await signedIn(CHIEF)
  const off = { personId: leaver.id, successorId: successor.id, reason }
  await expect(chief.call(access.offboardOfficer, off)).rejects.toThrow('stuck')
  const { rows } = await chief.call(access.listGrants, { personId: leaver.id })
  expect(rows).toHaveLength(1)
})
