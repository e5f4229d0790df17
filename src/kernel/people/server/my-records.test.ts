import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  member,
  officerAt,
  plantTree,
  type PlantedTree,
} from '#kernel/organisations/server/testing/plant-tree.ts'
import type { PersonKey } from '#platform/context.ts'
import { makeWorld, type Client, type World } from '#tests/world.ts'
import { people } from '../contract.ts'
import { findPersonByDocument, hasConsent } from '../index.ts'
import { demoNumber, plantPerson, systemContext } from './testing/plant-person.ts'

let world: World
let tree: PlantedTree
let person: PersonKey
let me: Client
let officer: Client
let serial = 0

beforeAll(async () => {
  world = await makeWorld()
  tree = await plantTree(world.owner.db)
  officer = world.as(officerAt(tree.xinhua, ['people.read', 'people.correct']))
})
beforeEach(async () => {
  serial += 1
  person = await plantPerson(world.app, serial, tree.xinhuaUnion.id)
  me = world.as(member(person))
})
afterAll(() => world.close())

const refused = (code: string, status: number) => expect.objectContaining({ code, status })
const explanation = '证件上的字与登记的不一样'

test('a person sees what is held about them, and by whom', async () => {
  const mine = await me.call(people.myRecords, {})
  expect(mine).toMatchObject({
    name: '张伟',
    maskedDocument: `4104**********${demoNumber(serial).slice(-4)}`,
  })
  expect(mine.holdings.map((holding) => holding.module)).toContain('people')
  expect(mine.consents.every((consent) => !consent.given)).toBe(true)
  const stranger = world.as(officerAt(tree.city, ['people.read'])).call(people.myRecords, {})
  await expect(stranger).rejects.toEqual(refused('forbidden', 403))
})

test.each(['giveConsent', 'withdrawConsent', 'requestCorrection', 'requestDeletion'] as const)(
  '%s is for whoever is known, and for themselves only',
  async (name) => {
    const inputs = {
      giveConsent: { purpose: 'insurer', version: 1 },
      withdrawConsent: { purpose: 'insurer' },
      requestCorrection: { field: 'name', wish: '张炜', explanation },
      requestDeletion: { explanation },
    }
    const input = inputs[name] as never
    await expect(officer.call(people[name], input)).rejects.toEqual(refused('forbidden', 403))
    await expect(world.nobody.call(people[name], input)).rejects.toEqual(refused('unauthenticated', 401))
    await me.call(people[name], input)
  },
)

test('a consent is given and withdrawn by dated lines, with the words as they stood', async () => {
  const given = { purpose: 'sms-notices', version: 1 } as const
  await expect(me.call(people.giveConsent, { ...given, version: 0 })).rejects.toEqual(
    refused('wording-changed', 409),
  )
  await me.call(people.giveConsent, given)
  await me.call(people.giveConsent, given)
  expect(await hasConsent(systemContext(world.app), person, 'sms-notices')).toBe(true)
  expect(await hasConsent(systemContext(world.app), person, 'insurer')).toBe(false)
  await me.call(people.withdrawConsent, { purpose: 'sms-notices' })
  expect(await hasConsent(systemContext(world.app), person, 'sms-notices')).toBe(false)
  const { consents } = await me.call(people.myRecords, {})
  const line = consents.find((consent) => consent.purpose === 'sms-notices')
  expect(line?.history.map((entry) => entry.given)).toEqual([true, false])
  const kept = await world.owner.pool.query(
    `select zh from people.consent_wording where purpose = 'sms-notices'`,
  )
  expect(kept.rows).toEqual([{ zh: line?.wording.zh }])
})

test('a wish to correct the name waits for the county, is carried out there and nowhere else', async () => {
  const asked = await me.call(people.requestCorrection, { field: 'name', wish: '张炜', explanation })
  expect(asked.dueOn).toBe('2026-12-23')
  const { rows } = await officer.call(people.listRequests, { state: 'open' })
  const row = rows.find((request) => request.id === asked.id)
  expect(row).toMatchObject({ maskedName: '张*', maskedWish: '张炜', kind: 'correction' })
  const decision = { person, id: asked.id, decision: 'granted', answer: '已按证件更正' } as const
  const elsewhere = world.as(officerAt(tree.ruzhou, ['people.read', 'people.correct']))
  expect(await elsewhere.call(people.listRequests, {})).toEqual({ rows: [], total: 0 })
  await expect(elsewhere.call(people.decideRequest, decision)).rejects.toEqual(refused('not-found', 404))
  await expect(me.call(people.decideRequest, decision)).rejects.toEqual(refused('forbidden', 403))
  await officer.call(people.decideRequest, decision)
  await expect(officer.call(people.decideRequest, decision)).rejects.toEqual(refused('already-decided', 409))
  const mine = await me.call(people.myRecords, {})
  expect(mine.name).toBe('张炜')
  expect(mine.requests).toMatchObject([{ state: 'granted', answer: '已按证件更正' }])
})

test('a wish is checked when it is asked, and kept sealed', async () => {
  const bad = me.call(people.requestCorrection, { field: 'document', wish: '1.10105E+17', explanation })
  await expect(bad).rejects.toMatchObject({ status: 422 })
  const wish = demoNumber(serial + 300)
  const { id } = await me.call(people.requestCorrection, { field: 'document', wish, explanation })
  const { rows } = await officer.call(people.listRequests, {})
  expect(rows.find((row) => row.id === id)?.maskedWish).toBe(`4104**********${wish.slice(-4)}`)
})

test('nobody settles their own request, whatever they hold', async () => {
  const { id } = await me.call(people.requestDeletion, { explanation })
  const both = world.as(officerAt(tree.xinhua, ['people.read', 'people.correct'], { person }))
  const decision = { person, id, decision: 'granted', answer: '自己批准自己' } as const
  await expect(both.call(people.decideRequest, decision)).rejects.toEqual(refused('forbidden', 403))
})

test('a granted deletion leaves a key and nothing that identifies; the document may come again as a new person', async () => {
  const { id } = await me.call(people.requestDeletion, { explanation })
  const twice = me.call(people.requestDeletion, { explanation })
  await expect(twice).rejects.toEqual(refused('deletion-asked', 409))
  await officer.call(people.decideRequest, { person, id, decision: 'granted', answer: '已按申请删除' })
  const { rows } = await world.owner.pool.query(
    'select name, document_sealed, phone_sealed, phone_index from people.person where id = $1',
    [person.id],
  )
  expect(rows).toEqual([{ name: '（已删除）', document_sealed: null, phone_sealed: null, phone_index: null }])
  const ctx = systemContext(world.app)
  expect(await findPersonByDocument(ctx, 'resident-id', demoNumber(serial))).toBeUndefined()
  expect((await plantPerson(world.app, serial, null)).id).not.toBe(person.id)
})

test('the server may neither rewrite consents nor delete people', async () => {
  const { pool } = world.app.database
  await expect(pool.query('update people.consent set given = true')).rejects.toThrow('permission denied')
  await expect(pool.query('delete from people.person')).rejects.toThrow('permission denied')
})
