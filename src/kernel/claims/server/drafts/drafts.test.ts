import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, systemCaller } from '#platform/application.ts'
import type { Actor } from '#platform/context.ts'
import { officerAt, plantTree, type PlantedTree } from '#kernel/organisations/server/testing/plant-tree.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { claims } from '../../contract.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import { draftOf } from './draft-of.ts'

let world: World
let tree: PlantedTree
let writer: Actor
let second: Actor
let chief: Actor
let neighbour: Actor

const key = (serial: number) => ({ bk: serial, id: `00000000-0000-7000-8000-00000000000${serial}` })

beforeAll(async () => {
  world = await makeWorld()
  tree = await plantTree(world.owner.db)
  const write = ['claims.read', 'claims.write']
  writer = officerAt(tree.xinhua, write, { person: key(1), name: '韩砚秋' })
  second = officerAt(tree.xinhua, write, { person: key(2), name: '陆知微' })
  chief = officerAt(tree.city, [...write, 'claims.publish'], { person: key(3), name: '沈振声' })
  neighbour = officerAt(tree.ruzhou, [...write, 'claims.publish'], { person: key(4) })
})
afterAll(() => world.close())

const TEXT = '全区建成爱心驿站45家。'
const content = (over: Partial<DraftContent> = {}): DraftContent => ({
  title: '2026年工作报告',
  kind: 'report',
  addressee: '',
  documentNumber: '',
  signer: '',
  dated: null,
  paragraphs: [
    { text: '一、服务阵地', numbers: [] },
    {
      text: TEXT,
      numbers: [{ start: 8, end: 11, bound: { figure: 'stations.total', asOf: '2026-11-23' }, live: true }],
    },
  ],
  ...over,
})

async function begun(as: Actor = writer) {
  const { id, revision } = await world
    .as(as)
    .call(claims.createDraft, { title: '2026年工作报告', kind: 'report' })
  const saved = await world.as(as).call(claims.saveDraft, { id, revision, content: content() })
  return { id, revision: saved.revision }
}

test('a text is begun, saved and read back; its paragraphs know what they are', async () => {
  const { id } = await begun()
  const draft = await world.as(writer).call(claims.getDraft, { id })
  expect(draft).toMatchObject({
    revision: 2,
    state: 'writing',
    mayWrite: true,
    mayMove: ['hand-in', 'discard'],
  })
  expect(draft.content).toEqual(content())
  const ctx = contextOf(world.app, systemCaller('test'), 'claims.test')
  expect(await draftOf(ctx, id)).toMatchObject({
    version: 2,
    writers: [key(1)],
    paragraphs: [{ kind: 'heading' }, { kind: 'text', numbers: [{ words: '45家', live: true }] }],
  })
})

test('who saves on what another saved is refused, and both versions stay', async () => {
  const { id, revision } = await begun()
  const theirs = content({ title: '同事改的标题' })
  await world.as(second).call(claims.saveDraft, { id, revision, content: theirs })
  const late = world
    .as(writer)
    .call(claims.saveDraft, { id, revision, content: content({ title: '我改的标题' }) })
  await expect(late).rejects.toMatchObject({ code: 'saved-meanwhile', status: 409 })
  const { versions, content: now } = await world.as(writer).call(claims.getDraft, { id })
  expect(now.title).toBe('同事改的标题')
  expect(versions.map(({ savedByName }) => savedByName)).toEqual(['陆知微', '韩砚秋'])
  const [newest] = versions
  const version = await world.as(writer).call(claims.getDraftVersion, { id, revision: newest!.revision })
  expect(version.content.title).toBe('同事改的标题')
})

test('what one person saves within minutes is one version; later, and when asked for, it is another', async () => {
  const { id, revision } = await begun()
  const kept = async () => (await world.as(writer).call(claims.getDraft, { id })).versions.length
  const save = async (at: number, keep = false) =>
    world.as(writer).call(claims.saveDraft, { id, revision: at, content: content(), keep })
  expect(await kept()).toBe(1)
  await save(revision)
  expect(await kept()).toBe(1)
  await save(revision + 1, true)
  expect(await kept()).toBe(2)
  world.setNow(new Date('2026-11-23T02:06:00Z'))
  await save(revision + 2)
  expect(await kept()).toBe(3)
})

test('nobody sends back what they wrote a word of; another does, with a reason that the writer reads', async () => {
  const { id, revision } = await begun()
  await world
    .as(chief)
    .call(claims.saveDraft, { id, revision, content: content({ signer: '平顶山市总工会' }) })
  await world.as(writer).call(claims.handInDraft, { id, revision: revision + 1 })
  const own = world.as(chief).call(claims.sendBackDraft, { id, reason: '数字还要核' })
  await expect(own).rejects.toMatchObject({ code: 'own-draft' })
  await world.as(writer).call(claims.takeBackDraft, { id })

  const other = await begun()
  await world.as(writer).call(claims.handInDraft, other)
  const onwards = world
    .as(writer)
    .call(claims.saveDraft, { id: other.id, revision: other.revision, content: content() })
  await expect(onwards).rejects.toMatchObject({ code: 'not-writing' })
  expect((await world.as(chief).call(claims.getDraft, other)).mayMove).toEqual([
    'publish',
    'take-back',
    'send-back',
  ])
  await world.as(chief).call(claims.sendBackDraft, { id: other.id, reason: '数字还要核' })
  const { state, moves } = await world.as(writer).call(claims.getDraft, { id: other.id })
  expect(state).toBe('writing')
  expect(moves.map(({ move, reason }) => [move, reason])).toEqual([
    ['send-back', '数字还要核'],
    ['hand-in', ''],
  ])
})

test('a text that was put away is out of the list, and comes back whole', async () => {
  const { id } = await begun()
  await world.as(writer).call(claims.discardDraft, { id })
  const ids = async (input = {}) =>
    (await world.as(writer).call(claims.listDrafts, input)).rows.map((row) => row.id)
  expect(await ids()).not.toContain(id)
  expect(await ids({ state: 'discarded' })).toContain(id)
  await world.as(writer).call(claims.restoreDraft, { id })
  expect(await ids()).toContain(id)
})

test('a number that is not where it is said to stand is refused', async () => {
  const { id, revision } = await begun()
  const bound = { figure: 'stations.total', asOf: '2026-11-23' }
  const wrong = content({
    paragraphs: [{ text: TEXT, numbers: [{ start: 9, end: 99, bound, live: false }] }],
  })
  await expect(
    world.as(writer).call(claims.saveDraft, { id, revision, content: wrong }),
  ).rejects.toMatchObject({
    status: 422,
  })
})

test('next door, members and strangers neither read nor write it', async () => {
  const { id, revision } = await begun()
  const nobody: Actor = { ...officerAt(tree.xinhua, [], { person: key(5) }) }
  const calls = (as: Actor) => [
    () => world.as(as).call(claims.saveDraft, { id, revision, content: content() }),
    () => world.as(as).call(claims.handInDraft, { id, revision }),
    () => world.as(as).call(claims.takeBackDraft, { id }),
    () => world.as(as).call(claims.discardDraft, { id }),
    () => world.as(as).call(claims.restoreDraft, { id }),
    () => world.as(as).call(claims.sendBackDraft, { id, reason: '不该退回' }),
    () => world.as(as).call(claims.getDraftVersion, { id, revision: 1 }),
  ]
  for (const call of [...calls(neighbour), ...calls(nobody)])
    await expect(call()).rejects.toMatchObject({ status: 403 })
  await expect(world.as(neighbour).call(claims.getDraft, { id })).rejects.toMatchObject({ status: 404 })
  expect((await world.as(neighbour).call(claims.listDrafts, {})).rows).toEqual([])
  await expect(
    world.as(nobody).call(claims.createDraft, { title: '无权起草', kind: 'report' }),
  ).rejects.toMatchObject({
    status: 403,
  })
  await expect(world.nobody.call(claims.listDrafts, {})).rejects.toMatchObject({ status: 401 })
  const unnamed = officerAt(tree.xinhua, ['claims.write'])
  await expect(
    world.as(unnamed).call(claims.saveDraft, { id, revision, content: content() }),
  ).rejects.toMatchObject({
    status: 403,
  })
})

test('what was kept is not changed by the server', async () => {
  const { id } = await begun()
  const change = world.app.database.db
    .withTables<{ 'claims.draft_version': { draft_id: string; saved_by_name: string } }>()
    .updateTable('claims.draft_version')
    .set({ saved_by_name: '别人' })
    .where('draft_id', '=', id)
    .execute()
  await expect(change).rejects.toMatchObject({ code: '42501' })
})
