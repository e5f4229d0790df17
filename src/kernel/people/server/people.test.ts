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
import {
  documentTailMatches,
  findPersonByDocument,
  personNames,
  registerPeople,
  registerPerson,
} from '../index.ts'
import { demoNumber, plantPerson, systemContext } from './testing/plant-person.ts'

let world: World
let tree: PlantedTree
let person: PersonKey
let serial = 0

const all = ['people.read', 'people.reveal', 'people.correct', 'people.merge']
let xinhua: Client
let ruzhou: Client
let city: Client

beforeAll(async () => {
  world = await makeWorld()
  tree = await plantTree(world.owner.db)
  xinhua = world.as(officerAt(tree.xinhua, all))
  ruzhou = world.as(officerAt(tree.ruzhou, all))
  city = world.as(officerAt(tree.city, all))
})
beforeEach(async () => {
  serial += 1
  person = await plantPerson(world.app, serial, tree.xinhuaUnion.id)
})
afterAll(() => world.close())

const refused = (code: string, status: number) => expect.objectContaining({ code, status })
const because = '核对参保名单需要'

test('the number is nowhere in the database in clear, and neither is the phone', async () => {
  const { rows } = await world.owner.pool.query('select p::text as line from people.person p')
  const lines = rows.map((row: { line: string }) => row.line).join('\n')
  const number = demoNumber(serial)
  const hex = (text: string) => Buffer.from(text).toString('hex')
  for (const secret of [number, number.slice(6, 14), `120${String(serial).padStart(8, '0')}`]) {
    expect(lines).not.toContain(secret)
    expect(lines).not.toContain(hex(secret))
  }
})

test('one document is one person, however the number is typed and whoever comes first', async () => {
  const ctx = systemContext(world.app)
  const identity = { name: '李娜', documentKind: 'resident-id', documentNumber: demoNumber(900) } as const
  const both = await Promise.all([registerPerson(ctx, identity), registerPerson(ctx, identity)])
  expect(both[0].key).toEqual(both[1].key)
  expect(both.filter((answer) => answer.created)).toHaveLength(1)
  expect(await findPersonByDocument(ctx, 'resident-id', ` ${demoNumber(900)} `)).toEqual(both[0].key)
  await expect(registerPerson(ctx, { ...identity, name: '李丽' })).rejects.toEqual(
    refused('name-differs', 409),
  )
})

test('a roster registers in one go: known people are found, a number that stands twice is one person', async () => {
  const rows = [serial, 901, 901].map((number) => ({
    name: '王芳',
    document: { kind: 'resident-id' as const, number: demoNumber(number) },
    phone: null,
  }))
  const [known, first, second] = await registerPeople(systemContext(world.app), rows)
  expect(known).toEqual({ person, created: false, knownAs: '张伟' })
  expect(first).toEqual(second)
  expect(first?.created).toBe(true)
})

test('the demo region is refused in a real city', async () => {
  const real = await makeWorld({ kind: 'real' })
  await expect(plantPerson(real.app, 1, null)).rejects.toMatchObject({ code: 'identity', status: 422 })
  await real.close()
})

test('a county officer finds their people, masked; another county learns nothing', async () => {
  const wish = { documentNumber: demoNumber(serial) }
  const { rows } = await xinhua.call(people.lookUpPerson, wish)
  expect(rows).toMatchObject([
    { id: person.id, maskedName: '张*', homeOrganisationName: tree.xinhuaUnion.name },
  ])
  expect(rows[0]!.maskedDocument).toBe(`4104**********${demoNumber(serial).slice(-4)}`)
  expect((await xinhua.call(people.listPeople, { search: '张' })).total).toBeGreaterThan(0)
  expect(await ruzhou.call(people.lookUpPerson, wish)).toEqual({ rows: [] })
  expect(await ruzhou.call(people.listPeople, {})).toEqual({ rows: [], total: 0 })
  await expect(ruzhou.call(people.getPerson, person)).rejects.toEqual(refused('not-found', 404))
  await expect(world.as(member(person)).call(people.lookUpPerson, wish)).rejects.toEqual(
    refused('forbidden', 403),
  )
})

test('a reveal needs a reason and leaves a line that names person and reason, never the number', async () => {
  await expect(xinhua.call(people.revealIdentity, { ...person, reason: '看看' })).rejects.toMatchObject({
    status: 422,
  })
  const revealed = await xinhua.call(people.revealIdentity, { ...person, reason: because })
  expect(revealed).toMatchObject({ name: '张伟', documentNumber: demoNumber(serial) })
  const { rows } = await world.owner.pool.query(
    `select l::text as line from audit.line l where l::text like $1`,
    [`%${person.id}%`],
  )
  expect(rows.some((row: { line: string }) => row.line.includes(because))).toBe(true)
  expect(rows.some((row: { line: string }) => row.line.includes(demoNumber(serial)))).toBe(false)
  const reader = world.as(officerAt(tree.xinhua, ['people.read']))
  await expect(reader.call(people.revealIdentity, { ...person, reason: because })).rejects.toEqual(
    refused('forbidden', 403),
  )
  await expect(ruzhou.call(people.revealIdentity, { ...person, reason: because })).rejects.toEqual(
    refused('not-found', 404),
  )
})

test('a corrected number makes a new row that the old one points to, and both numbers lead there', async () => {
  const corrected = await xinhua.call(people.correctPerson, {
    ...person,
    version: 1,
    documentNumber: demoNumber(serial + 500),
    reason: '登记时号码录错',
  })
  expect(corrected.id).not.toBe(person.id)
  const ctx = systemContext(world.app)
  for (const number of [demoNumber(serial), demoNumber(serial + 500)]) {
    expect(await findPersonByDocument(ctx, 'resident-id', number)).toEqual({
      bk: corrected.bk,
      id: corrected.id,
    })
  }
  const shown = await xinhua.call(people.getPerson, person)
  expect(shown.survivor).toEqual({ bk: corrected.bk, id: corrected.id })
  const again = xinhua.call(people.correctPerson, { ...person, version: 1, name: '张炜', reason: because })
  await expect(again).rejects.toEqual(refused('person-replaced', 409))
})

test('a correction is refused to another county and a member, and over a newer version', async () => {
  const wish = { ...person, version: 1, name: '张炜', reason: '身份证已更名' }
  await expect(ruzhou.call(people.correctPerson, wish)).rejects.toEqual(refused('not-found', 404))
  await expect(world.as(member(person)).call(people.correctPerson, wish)).rejects.toEqual(
    refused('forbidden', 403),
  )
  await xinhua.call(people.correctPerson, wish)
  await expect(xinhua.call(people.correctPerson, wish)).rejects.toEqual(refused('stale-version', 409))
  expect((await personNames(systemContext(world.app), [person])).get(`${person.bk}:${person.id}`)).toBe(
    '张炜',
  )
})

test('a merge links two rows and moves none; only the city may where the rows lie in two counties', async () => {
  const other = await plantPerson(world.app, serial + 600, tree.ruzhouUnion.id)
  const wish = { from: person, into: other, reason: '同一人两次登记' }
  await expect(xinhua.call(people.mergePeople, wish)).rejects.toEqual(refused('not-found', 404))
  await expect(world.as(member(person)).call(people.mergePeople, wish)).rejects.toEqual(
    refused('forbidden', 403),
  )
  await expect(city.call(people.mergePeople, { ...wish, into: person })).rejects.toEqual(
    refused('same-row', 422),
  )
  await city.call(people.mergePeople, wish)
  await expect(city.call(people.mergePeople, wish)).rejects.toEqual(refused('person-replaced', 409))
  await expect(city.call(people.mergePeople, { ...wish, from: other, into: person })).rejects.toEqual(
    refused('person-replaced', 409),
  )
})

test('the tail of a document is a second proof', async () => {
  const ctx = systemContext(world.app)
  const tail = demoNumber(serial).slice(-6)
  expect(await documentTailMatches(ctx, person, tail.toLowerCase())).toBe(true)
  expect(await documentTailMatches(ctx, person, `${tail}0`.slice(-6))).toBe(false)
  expect(await documentTailMatches(ctx, person, demoNumber(serial).slice(-3))).toBe(false)
})
