import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, makeParkCity, officer, type ParkCity } from '#kernel/figures/server/testing/parks.ts'
import type { InputOf } from '#platform/contract.ts'
import { claims } from '../../contract.ts'

let city: ParkCity
const writer = officer('韩砚秋', 'claims.write' as never, 'claims.read' as never)
const reader = officer('纪明衡', 'claims.read' as never)
const nextDoor = { ...writer, grants: [{ permission: 'claims.write', unit: 'root.elsewhere' }] }

beforeAll(async () => {
  city = await makeParkCity()
  for (const name of ['北山', '河滨', '湖心']) await city.park(name, '2020-05-01')
  await city.park('新园', '2026-06-01')
  await city.visits('east', 41)
})
afterAll(() => city.world.close())

const recordSource = () =>
  city.call(writer, claims.recordSource, { medium: '晨报', title: '公园专版', saidOn: '2026-11-23' })

const draft = {
  topicZh: '建成公园',
  topicEn: 'Parks built',
  words: '4座',
  value: 4,
  unitZh: '座',
  unitEn: 'parks',
  dimension: 'places',
  ofDay: '2026-11-23',
} as const

test('a claim is recorded, bound, checked and corrected; each version and verdict stays', async () => {
  const { id: sourceId } = await recordSource()
  const unbound = await city.call(writer, claims.recordClaim, { sourceId, ...draft })
  expect(unbound.verdict).toBe('cannot-be-checked')
  const bound = await city.call(writer, claims.correctClaim, {
    id: unbound.id,
    sourceId,
    ...draft,
    figureKey: 'parks.total',
    reason: '绑定公园总数',
  })
  expect(bound).toEqual({ version: 2, verdict: 'agrees' })
  const claim = await city.call(anybody, claims.getClaim, { id: unbound.id })
  expect(claim.versions.map(({ version, reason }) => [version, reason])).toEqual([
    [2, '绑定公园总数'],
    [1, ''],
  ])
  expect(claim.before.map(({ verdict }) => verdict)).toEqual(['agrees', 'cannot-be-checked'])
  expect(claim.judgement!.lines.at(-1)!.zh).toBe('与记录一致。')
})

test('what was right on its day is out of date, and what was not is contradicted', async () => {
  const { id: sourceId } = await recordSource()
  const common = { sourceId, ...draft, ofDay: '2026-01-01', figureKey: 'parks.total' }
  const right = await city.call(writer, claims.recordClaim, { ...common, words: '3座', value: 3 })
  expect(right.verdict).toBe('out-of-date')
  const wrong = await city.call(writer, claims.recordClaim, { ...common, words: '5座', value: 5 })
  expect(wrong.verdict).toBe('contradicts')
})

test('records that come later change a verdict at the next check, and an unchanged one leaves no line', async () => {
  const { id: sourceId } = await recordSource()
  const { id } = await city.call(writer, claims.recordClaim, { sourceId, ...draft, figureKey: 'parks.total' })
  const once = await city.call(writer, claims.checkClaims, {})
  expect(once.changed).toBe(0)
  await city.park('晚园', '2026-11-23')
  await city.call(writer, claims.checkClaims, {})
  const { before } = await city.call(anybody, claims.getClaim, { id })
  expect(before.map(({ verdict }) => verdict)).toEqual(['contradicts', 'agrees'])
})

test('a claim of persons is not bound to a figure of turns, and the words alone are recorded', async () => {
  const { id: sourceId } = await recordSource()
  const persons = {
    sourceId,
    ...draft,
    dimension: 'persons',
    unitZh: '人',
    words: '41人',
    value: 41,
  } as const
  const mixed = city.call(writer, claims.recordClaim, { ...persons, figureKey: 'parks.visits' })
  await expect(mixed).rejects.toMatchObject({ code: 'wrong-unit' })
  const sentence = city.call(writer, claims.recordClaim, {
    sourceId,
    ...draft,
    words: '全市建成了四座公园，受到市民的普遍欢迎' + '。'.repeat(5),
  })
  await expect(sentence).rejects.toMatchObject({ status: 422 })
})

test('a relation is judged from its claims; one whose claim is not recorded is refused', async () => {
  const { id: sourceId } = await recordSource()
  const of = (value: number) =>
    city.call(writer, claims.recordClaim, { sourceId, ...draft, words: `${value}座`, value })
  const [east, west, all] = [await of(3), await of(1), await of(5)]
  const relation = { kind: 'sum' as const, parts: [east.id, west.id], whole: all.id, complete: true }
  const made = await city.call(writer, claims.recordRelation, {
    titleZh: '东区加西区',
    titleEn: 'East and west',
    relation,
  })
  expect(made.verdict).toBe('contradicts')
  const { rows } = await city.call(anybody, claims.listRelations, {})
  expect(rows.at(-1)!.judgement!.lines.map(({ zh }) => zh)).toContain('3 + 1 = 4 座')
  // The verdict of its claims goes with it when it is withdrawn, and nothing else does.
  const verdictOfAll = async () => (await city.call(anybody, claims.getClaim, { id: all.id })).judgement
  expect(await verdictOfAll()).toMatchObject({ verdict: 'contradicts' })
  await city.call(writer, claims.withdrawRelation, { id: made.id, reason: '西区另有口径' })
  expect(await verdictOfAll()).toMatchObject({ verdict: 'cannot-be-checked', why: 'unbound' })
  const itself = { ...relation, parts: [east.id, east.id] }
  const wrongs: [InputOf<typeof claims.recordRelation>['relation'], string][] = [
    [itself, 'same-claim'],
    [{ ...relation, parts: [east.id] }, 'one-part'],
    [{ kind: 'rate', rate: all.id, numerator: east.id, denominator: west.id }, 'no-rate'],
  ]
  for (const [wrong, code] of wrongs)
    await expect(
      city.call(writer, claims.recordRelation, { titleZh: '算不出来', titleEn: 'Nothing', relation: wrong }),
    ).rejects.toMatchObject({ code })
  const gone = { ...relation, whole: crypto.randomUUID() }
  const refused = city.call(writer, claims.recordRelation, {
    titleZh: '没有登记',
    titleEn: 'Not recorded',
    relation: gone,
  })
  await expect(refused).rejects.toMatchObject({ code: 'unknown-claim' })
})

test('anybody reads; who may write does at home, and nobody else', async () => {
  expect((await city.call(anybody, claims.listClaims, {})).total).toBeGreaterThan(3)
  expect((await city.call(reader, claims.listSources, {})).total).toBeGreaterThan(0)
  const { id: sourceId } = await recordSource()
  const member = { ...writer, grants: [] }
  for (const actor of [reader, member, anybody]) {
    await expect(city.call(actor, claims.recordClaim, { sourceId, ...draft })).rejects.toMatchObject({
      status: actor === anybody ? 401 : 403,
    })
    await expect(city.call(actor, claims.checkClaims, {})).rejects.toMatchObject({
      status: actor === anybody ? 401 : 403,
    })
  }
  await expect(city.call(nextDoor, claims.recordClaim, { sourceId, ...draft })).rejects.toMatchObject({
    status: 403,
  })
  const { rows } = await city.call(anybody, claims.listClaims, { pageSize: 1 })
  const correction = { id: rows[0]!.id, sourceId, ...draft, reason: '试着改一下' }
  await expect(city.call(nextDoor, claims.correctClaim, correction)).rejects.toMatchObject({ status: 403 })
  const relation = { titleZh: '不该登记的', titleEn: 'Not to be recorded', relation: sumOf(rows[0]!.id) }
  const source = { medium: '晨报', title: '不该登记的', saidOn: '2026-11-23' }
  const home = await city.call(writer, claims.recordRelation, {
    ...relation,
    relation: { kind: 'period', claim: rows[0]!.id },
  })
  const withdrawal = { id: home.id, reason: '不该能撤销' }
  await expect(city.call(nextDoor, claims.withdrawRelation, withdrawal)).rejects.toMatchObject({
    status: 403,
  })
  for (const [actor, status] of [
    [reader, 403],
    [member, 403],
    [anybody, 401],
  ] as const) {
    await expect(city.call(actor, claims.withdrawRelation, withdrawal)).rejects.toMatchObject({ status })
    await expect(city.call(actor, claims.recordSource, source)).rejects.toMatchObject({ status })
    await expect(city.call(actor, claims.recordRelation, relation)).rejects.toMatchObject({ status })
    await expect(city.call(actor, claims.correctClaim, correction)).rejects.toMatchObject({ status })
  }
  for (const [actor, status] of [
    [member, 403],
    [anybody, 401],
  ] as const)
    await expect(city.call(actor, claims.listSources, {})).rejects.toMatchObject({ status })
})

const sumOf = (id: string) => ({ kind: 'sum' as const, parts: [id, id], whole: id, complete: true })
