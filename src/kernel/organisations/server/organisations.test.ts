import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { organisations } from '../contract.ts'
import { member, officerAt, plantTree, type PlantedTree } from './testing/plant-tree.ts'

let world: World
let tree: PlantedTree

beforeAll(async () => {
  world = await makeWorld()
  tree = await plantTree(world.owner.db)
})
afterAll(() => world.close())

const permissions = ['organisations.read', 'organisations.edit']
const xinhuaOfficer = () => world.as(officerAt(tree.xinhua, permissions, { name: '新华干部' }))
const ruzhouOfficer = () => world.as(officerAt(tree.ruzhou, permissions, { name: '汝州干部' }))
const aMember = () => world.as(member({ bk: 1, id: tree.city.id }))

const wish = (name: string, parentId: string) =>
  ({ parentId, kind: 'grassroots-union', name, adcode: '410402' }) as const

const refused = (code: string, status: number) => expect.objectContaining({ code, status })

test('a county officer founds a union in their county, and its history begins that day', async () => {
  const { id } = await xinhuaOfficer().call(organisations.createOrganisation, {
    ...wish('鹰城保安公司工会', tree.xinhua.id),
    creditCode: '81410400mc0000012n',
    validFrom: '2026-11-01',
  })
  const shown = await xinhuaOfficer().call(organisations.getOrganisation, { id })
  expect(shown).toMatchObject({ creditCode: '81410400MC0000012N', depth: 2, version: 1, mayEdit: true })
  expect(shown.lineage.map((unit) => unit.name)).toEqual(['平顶山市总工会', '新华区总工会'])
  expect(shown.history).toMatchObject([{ version: 1, validFrom: '2026-11-01', madeBy: '新华干部' }])
})

test.each(['createOrganisation', 'editOrganisation', 'dissolveOrganisation'] as const)(
  '%s is refused to another county and to a member',
  async (name) => {
    const { id } = tree.xinhuaUnion
    const inputs = {
      createOrganisation: wish('别处的工会', tree.xinhua.id),
      editOrganisation: { id, version: 1, name: '改名工会', adcode: '410402' },
      dissolveOrganisation: { id, version: 1, reason: '单位终止' },
    }
    const operation = organisations[name]
    const input = inputs[name] as never
    await expect(ruzhouOfficer().call(operation, input)).rejects.toEqual(refused('forbidden', 403))
    await expect(aMember().call(operation, input)).rejects.toEqual(refused('forbidden', 403))
    await expect(world.nobody.call(operation, input)).rejects.toEqual(refused('unauthenticated', 401))
  },
)

test('the second of two editors sees both versions and loses nothing', async () => {
  const { id } = await xinhuaOfficer().call(
    organisations.createOrganisation,
    wish('两人同改工会', tree.xinhua.id),
  )
  const edit = (name: string) => ({ id, version: 1, name, adcode: '410402' })
  await xinhuaOfficer().call(organisations.editOrganisation, edit('先改的名称'))
  const clash = await xinhuaOfficer()
    .call(organisations.editOrganisation, edit('后改的名称'))
    .catch((failure: unknown) => failure)
  expect(clash).toMatchObject({
    code: 'stale-version',
    status: 409,
    problems: [
      {
        field: 'name',
        reason: { zh: '您填写：后改的名称；现在：先改的名称' },
        accepted: { zh: '先改的名称' },
      },
    ],
  })
  expect((clash as Error & { text: { zh: string } }).text.zh).toContain('新华干部')
})

test('what has an active organisation below it is not dissolved; what is dissolved no longer changes', async () => {
  const officer = xinhuaOfficer()
  const { id } = await officer.call(organisations.createOrganisation, wish('有小组的工会', tree.xinhua.id))
  const group = await officer.call(organisations.createOrganisation, {
    ...wish('第一小组', id),
    kind: 'union-group',
  })
  const dissolve = (unit: string) => ({ id: unit, version: 1, reason: '单位终止' })
  await expect(officer.call(organisations.dissolveOrganisation, dissolve(id))).rejects.toEqual(
    refused('active-below', 409),
  )
  await officer.call(organisations.dissolveOrganisation, dissolve(group.id))
  await officer.call(organisations.dissolveOrganisation, dissolve(id))
  await expect(officer.call(organisations.createOrganisation, wish('迟来的小组', id))).rejects.toEqual(
    refused('parent-dissolved', 409),
  )
  const shown = await officer.call(organisations.getOrganisation, { id })
  expect(shown.history.map((line) => line.state)).toEqual(['active', 'dissolved'])
  expect(shown.mayEdit).toBe(false)
})

test('a wrong credit code names its field, and one in use is refused by the database', async () => {
  const officer = xinhuaOfficer()
  const make = (name: string, creditCode: string) =>
    officer.call(organisations.createOrganisation, { ...wish(name, tree.xinhua.id), creditCode })
  await expect(make('错码工会', '81410400MC0000012P')).rejects.toMatchObject({
    status: 422,
    problems: [{ field: 'creditCode' }],
  })
  await expect(make('重码工会', '81410400MC0000012N')).rejects.toEqual(refused('credit-code-taken', 409))
})

test('a kind that cannot stand there, and a day to come, are refused', async () => {
  const officer = xinhuaOfficer()
  const group = { ...wish('孤立小组', tree.xinhua.id), kind: 'union-group' } as const
  await expect(officer.call(organisations.createOrganisation, group)).rejects.toEqual(
    refused('kind-not-below', 422),
  )
  const tomorrow = { ...wish('明天的工会', tree.xinhua.id), validFrom: '2026-11-24' }
  await expect(officer.call(organisations.createOrganisation, tomorrow)).rejects.toEqual(
    refused('day-to-come', 422),
  )
})

test('lists and pages reach no further than the caller', async () => {
  const seen = await ruzhouOfficer().call(organisations.listOrganisations, { pageSize: 200 })
  expect(seen.rows.map((row) => row.name).sort()).toEqual([tree.ruzhou.name, tree.ruzhouUnion.name].sort())
  expect(seen.total).toBe(2)
  const tops = await ruzhouOfficer().call(organisations.listOrganisations, { tops: true })
  expect(tops.rows).toMatchObject([{ id: tree.ruzhou.id, children: 1 }])
  const hidden = ruzhouOfficer().call(organisations.getOrganisation, { id: tree.xinhua.id })
  await expect(hidden).rejects.toEqual(refused('not-found', 404))
})

test('a search takes what is typed as text, not as a pattern', async () => {
  const city = world.as(officerAt(tree.city, permissions))
  const all = await city.call(organisations.listOrganisations, { search: '%' })
  expect(all.total).toBe(0)
  const found = await city.call(organisations.listOrganisations, { search: '家政' })
  expect(found.rows.map((row) => row.id)).toEqual([tree.xinhuaUnion.id])
})

test('anybody may list the districts', async () => {
  const { rows } = await world.nobody.call(organisations.listDistricts, {})
  expect(rows.map((row) => row.adcode)).toEqual(['410402', '410482'])
})

test('the server may not rewrite history', async () => {
  const rewrite = world.app.database.pool.query(`update organisations.organisation_history set name = '改写'`)
  await expect(rewrite).rejects.toThrow('permission denied')
})
