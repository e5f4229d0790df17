import { afterAll, beforeAll, expect, test } from 'vitest'
import { figures } from '#kernel/figures/contract.ts'
import { anybody } from '#kernel/figures/server/testing/parks.ts'
import { officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { claims } from '../../contract.ts'
import type { DraftParagraph } from '../../shapes-drafts.ts'
import { bind, key, makeTextOffice, type TextOffice } from './testing/text-office.ts'

let office: TextOffice

beforeAll(async () => {
  office = await makeTextOffice()
})
afterAll(() => office.city.world.close())

test('its numbers become claims of their own: checked beside the others, out of date when the records move on, corrected with it alone', async () => {
  const { city, writer, handedIn, handInAgain, publish } = office
  const draft = await handedIn([
    bind('全市有公园3座，其中新建若干。', '3座', 'parks.total', false, '2026-11-23'),
    bind('入园40人次。', '40人次', 'parks.visits', false, '2026-11-23'),
  ])
  await publish(draft)
  const read = () => city.call(anybody, claims.getText, { id: draft.id })
  const first = await read()
  expect(first.standing.map(({ verdict }) => verdict)).toEqual(['agrees', 'rounds'])
  const [{ claimId }] = first.standing as [(typeof first.standing)[number]]
  expect(await city.call(anybody, claims.getClaim, { id: claimId })).toMatchObject({
    words: '3座',
    figureKey: 'parks.total',
    ofDay: '2026-11-23',
    textId: draft.id,
    sourceTitle: '公园工作报告',
    medium: '测试市总工会',
  })
  // Nobody corrects it by hand, or records another under its text.
  const by = {
    topicZh: '公园',
    topicEn: 'Parks',
    words: '4座',
    value: 4,
    unitZh: '座',
    unitEn: 'parks',
    dimension: 'places',
    ofDay: '2026-11-23',
  } as const
  const { sourceId } = await city.call(anybody, claims.getClaim, { id: claimId })
  const refused = { code: 'number-of-text' }
  await expect(city.call(writer, claims.recordClaim, { sourceId, ...by })).rejects.toMatchObject(refused)
  const correction = { id: claimId, sourceId, ...by, reason: '自己改一改' }
  await expect(city.call(writer, claims.correctClaim, correction)).rejects.toMatchObject(refused)
  expect((await city.call(writer, claims.listSources, {})).rows.map(({ id }) => id)).not.toContain(sourceId)

  await city.park('后来园', '2026-11-24')
  city.world.setNow(new Date('2026-11-24T02:00:00Z'))
  await city.call(writer, claims.checkClaims, {})
  expect((await read()).standing.map(({ verdict }) => verdict)).toEqual(['out-of-date', 'rounds'])

  await city.call(writer, claims.correctDraft, { id: draft.id, reason: '补上后来园，不再写入园' })
  await publish(
    await handInAgain(draft.id, draft.revision, [
      bind('全市有公园4座。', '4座', 'parks.total', false, '2026-11-24'),
    ]),
  )
  expect((await read()).standing).toMatchObject([{ claimId, verdict: 'agrees' }])
  expect((await city.call(anybody, claims.getText, { id: draft.id, version: 1 })).standing).toEqual([])
  const corrected = await city.call(anybody, claims.getClaim, { id: claimId })
  expect(corrected.versions.map(({ words, reason }) => [words, reason])).toEqual([
    ['4座', '补上后来园，不再写入园'],
    ['3座', ''],
  ])
  const gone = await city.call(anybody, claims.getClaim, { id: first.standing[1]!.claimId })
  expect(gone.state).toBe('withdrawn')
})

test('a number that repeats a claim is published with it, is checked by it, and never by its own text', async () => {
  const { city, writer, handedIn, publish } = office
  const { id: sourceId } = await city.call(writer, claims.recordSource, {
    medium: '晨报',
    title: '公园专版',
    saidOn: '2026-11-20',
  })
  const claim = {
    sourceId,
    topicZh: '种植树木',
    topicEn: 'Trees',
    words: '900余棵',
    value: 900,
    low: 900,
    high: 990,
    unitZh: '棵',
    unitEn: 'trees',
    dimension: 'things',
    ofDay: '2026-11-20',
  } as const
  const { id: said } = await city.call(writer, claims.recordClaim, claim)
  const repeat = (words: string): DraftParagraph => ({
    text: `种植树木${words}。`,
    numbers: [{ start: 4, end: 4 + words.length, bound: { claim: said }, live: false }],
  })
  await expect(publish(await handedIn([repeat('800棵')]))).rejects.toMatchObject({
    problems: [{ code: 'contradicts' }],
  })
  const draft = await handedIn([repeat('950棵')])
  await publish(draft)
  const text = await city.call(anybody, claims.getText, { id: draft.id })
  expect(text.content.paragraphs[0]!.numbers[0]).toMatchObject({
    mark: 'sourced',
    claim: { id: said, words: '900余棵' },
  })
  expect((await city.call(anybody, claims.verify, { text: draft.id })).intact).toBe(true)
  const [own] = text.standing
  expect(own).toMatchObject({ verdict: 'cannot-be-checked' })
  const known = await city.call(writer, claims.draftFigures, { id: draft.id })
  expect(known.claims.map(({ id }) => id)).toContain(said)
  expect(known.claims.map(({ id }) => id)).not.toContain(own!.claimId)

  await city.call(writer, claims.correctClaim, {
    id: said,
    ...claim,
    words: '700余棵',
    value: 700,
    low: 700,
    high: 770,
    reason: '登记时看错了',
  })
  expect((await city.call(anybody, claims.getClaim, { id: own!.claimId })).judgement).toMatchObject({
    verdict: 'contradicts',
  })
})

test('claims are looked at again when figures are published by themselves', async () => {
  const { city, root } = office
  const [proposer, decider] = [
    officerAt(root, ['figures.propose'], { person: key(1), name: '韩砚秋' }),
    officerAt(root, ['figures.publish'], { person: key(2), name: '沈振声' }),
  ]
  const { id } = await city.call(proposer, figures.proposePublication, {
    title: '公园月报',
    asOf: '2026-11-24',
    keys: ['parks.total'],
  })
  const before = (await city.call(anybody, claims.listClaims, {})).checkedAt
  await city.call(decider, figures.approvePublication, { id })
  const after = (await city.call(anybody, claims.listClaims, {})).checkedAt
  expect(Date.parse(after!)).toBeGreaterThan(Date.parse(before!))
})
