import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figures } from '../contract.ts'
import { anybody, makeParkCity, officer, type ParkCity } from './testing/parks.ts'

let city: ParkCity
const proposer = officer('韩砚秋', 'figures.propose', 'figures.read', 'figures.publish')
const approver = officer('沈振声', 'figures.publish', 'figures.propose', 'figures.read')

beforeAll(async () => {
  city = await makeParkCity()
  for (const name of ['北山', '河滨', '湖心']) await city.park(name, '2020-05-01')
  await city.visits('east', 41)
})
afterAll(() => city.world.close())

const draft = { title: '十一月数字', keys: ['parks.total', 'parks.visits'] }

async function publish(over: Partial<typeof draft> & { corrects?: string } = {}): Promise<string> {
  const { id } = await city.call(proposer, figures.proposePublication, { ...draft, ...over })
  return (await city.call(approver, figures.approvePublication, { id })).publicationId
}

const verify = (publication: string) => city.call(anybody, figures.verify, { publication })

test('a publication freezes; a row recorded later changes the figure and not what was published', async () => {
  const id = await publish()
  await city.park('晚报', '2020-05-01')
  city.world.setNow(new Date('2026-11-23T02:05:00Z'))
  expect((await city.call(anybody, figures.getFigure, { key: 'parks.total' })).value).toBe(4)
  const { values } = await city.call(anybody, figures.getPublication, { id })
  expect(values.map(({ key, value, records }) => [key, value, records])).toEqual([
    ['parks.total', 3, 3],
    ['parks.visits', 40, 40],
  ])
  const result = await verify(id)
  expect(result).toMatchObject({ intact: true, linesIntact: true })
  expect(result.rows.map(({ verdict }) => verdict)).toEqual(['same', 'same'])
})

test('verification counts the records again: an altered, a removed and a backdated row are each found', async () => {
  const id = await publish()
  const verdicts = async () => (await verify(id)).rows.map(({ verdict }) => verdict)
  const owner = city.world.owner.db
  await sql`update parks.park set district = 'west' where name = '北山'`.execute(owner)
  expect(await verdicts()).toEqual(['records-differ', 'same'])
  await sql`update parks.park set district = 'east' where name = '北山'`.execute(owner)
  expect(await verdicts()).toEqual(['same', 'same'])
  await sql`insert into parks.park (name, district, is_open, valid_from, recorded_at)
    values ('凭空', 'east', true, '2020-01-01', '2020-01-01')`.execute(owner)
  expect(await verdicts()).toEqual(['value-differs', 'same'])
  await sql`delete from parks.park where name = '凭空'`.execute(owner)
  await sql`delete from parks.visit where id = (select id from parks.visit limit 1)`.execute(owner)
  const result = await verify(id)
  expect(result.rows.map(({ verdict }) => verdict)).toEqual(['same', 'value-differs'])
  expect(result.intact).toBe(false)
  await city.visits('east', 1)
})

test('a changed frozen line is found, also where it now says what the records say', async () => {
  const id = await publish()
  await sql`update figures.published_value set declared = jsonb_set(declared, '{definition,zh}', '"改过的口径"')
    where publication_id = ${id} and figure_key = 'parks.total'`.execute(city.world.owner.db)
  expect(await verify(id)).toMatchObject({ intact: false, linesIntact: false })
})

test('after a lawful purge only the digest is left to show', async () => {
  const id = await publish({ keys: ['parks.visits'] })
  const owner = city.world.owner.db
  await sql`delete from parks.visit`.execute(owner)
  expect((await verify(id)).rows[0]!.verdict).toBe('value-differs')
  await sql`insert into figures.purge (id, figure_key, until_day, ground, made_by)
    values (gen_random_uuid(), 'parks.visits', '2026-11-20', '保存期限届满', 'parks.purge')`.execute(owner)
  const result = await verify(id)
  expect(result.rows[0]!.verdict).toBe('digest-only')
  expect(result.intact).toBe(true)
  await city.visits('east', 41)
})

test('nobody approves what they proposed, by the rule and by the database', async () => {
  const { id } = await city.call(proposer, figures.proposePublication, draft)
  const own = city.call(proposer, figures.approvePublication, { id })
  await expect(own).rejects.toMatchObject({ code: 'own-proposal', status: 409 })
  const { bk, id: person } = proposer.person
  const forced =
    sql`insert into figures.decision (proposal_id, outcome, proposed_by_bk, proposed_by_id, decided_by_bk,
      decided_by_id, decided_by_name)
    values (${id}, 'approved', ${bk}, ${person}, ${bk}, ${person}, '韩砚秋')`.execute(city.world.owner.db)
  await expect(forced).rejects.toMatchObject({ constraint: 'decision_by_another' })
  const withdrawn = city.call(approver, figures.withdrawProposal, { id })
  await expect(withdrawn).rejects.toMatchObject({ code: 'not-yours' })
})

test('a proposal is decided once', async () => {
  const { id } = await city.call(proposer, figures.proposePublication, draft)
  await city.call(approver, figures.declineProposal, { id, reason: '口径还要再核一次' })
  const again = city.call(approver, figures.approvePublication, { id })
  await expect(again).rejects.toMatchObject({ code: 'already-decided' })
  const { rows } = await city.call(approver, figures.listProposals, {})
  expect(rows.find((row) => row.id === id)).toMatchObject({
    state: 'declined',
    reason: '口径还要再核一次',
    mayDecide: false,
  })
})

test('what is published cannot be changed by the server, and a correction names what it corrects', async () => {
  const id = await publish()
  const db = city.world.app.database.db
  for (const change of [
    sql`update figures.published_value set value = 1`,
    sql`delete from figures.publication`,
    sql`update figures.decision set outcome = 'approved'`,
  ]) {
    await expect(change.execute(db)).rejects.toThrow(/permission denied/)
  }
  const later = await publish({ title: '十一月数字（更正）', corrects: id })
  expect(await city.call(anybody, figures.getPublication, { id })).toMatchObject({ correctedBy: later })
})

test('a freeze waits for a write that is under way, so that its rows are counted', async () => {
  const { id } = await city.call(proposer, figures.proposePublication, { ...draft, keys: ['parks.total'] })
  const before = (await city.call(anybody, figures.figureRecords, { key: 'parks.total' })).total!
  let approved: Promise<{ publicationId: string }> | undefined
  await city.world.owner.db.transaction().execute(async (slow) => {
    await sql`insert into parks.park (name, district, is_open, valid_from) values ('慢写', 'east', true, '2020-01-01')`.execute(
      slow,
    )
    approved = city.call(approver, figures.approvePublication, { id })
    await new Promise((resolve) => setTimeout(resolve, 700))
  })
  const { publicationId } = await approved!
  const { values } = await city.call(anybody, figures.getPublication, { id: publicationId })
  expect(values[0]!.value).toBe(before + 1)
  expect((await verify(publicationId)).intact).toBe(true)
})

test('who may do what', async () => {
  const reader = officer('看的人', 'figures.read')
  const denied = city.call(reader, figures.proposePublication, draft)
  await expect(denied).rejects.toMatchObject({ status: 403 })
  await expect(city.call(anybody, figures.listProposals, {})).rejects.toMatchObject({ status: 401 })
  const county = { ...approver, grants: [{ permission: 'figures.publish', unit: 'root.a' }] }
  const { id } = await city.call(proposer, figures.proposePublication, draft)
  const elsewhere = city.call(county, figures.approvePublication, { id })
  await expect(elsewhere).rejects.toMatchObject({ status: 403 })
  const machine = city.call({ kind: 'system', name: 'cli' }, figures.approvePublication, { id })
  await expect(machine).rejects.toMatchObject({ status: 403 })
  expect(await city.call(proposer, figures.withdrawProposal, { id })).toEqual({})
})
