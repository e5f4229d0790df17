// Longer than most: one city with its figures, set up once, for the life of a text.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figures } from '#kernel/figures/contract.ts'
import { anybody } from '#kernel/figures/server/testing/parks.ts'
import { officerAt, member } from '#kernel/organisations/server/testing/plant-tree.ts'
import { review } from '#kernel/review/contract.ts'
import { work } from '#kernel/work/contract.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { claims } from '../../contract.ts'
import { bind, key, makeTextOffice, write, type TextOffice } from './testing/text-office.ts'

let office: TextOffice

beforeAll(async () => {
  office = await makeTextOffice()
})
afterAll(() => office.city.world.close())

test('what somebody else wrote is approved: numbers are frozen, live fields filled anew, and anybody counts them again', async () => {
  const { city, writer, handedIn, publish } = office
  const live = bind('入园1人次。', '1人次', 'parks.visits', true)
  const draft = await handedIn([bind('全市有公园3座。', '3座', 'parks.total'), live])
  const { version } = await publish(draft)
  expect(version).toBe(1)
  const text = await city.call(anybody, claims.getText, { id: draft.id })
  expect(text.content.paragraphs.map(({ text: words }) => words)).toEqual(['全市有公园3座。', '入园40人次。'])
  expect(text.content.paragraphs.flatMap(({ numbers }) => numbers)).toMatchObject([
    { words: '3座', mark: 'agrees', figure: { key: 'parks.total', asOf: '2026-11-23' } },
    { words: '40人次', mark: 'rounds', figure: { key: 'parks.visits' } },
  ])
  // The figures under it are a publication like the report's own, by the same two people.
  const [publicationId] = text.figures
  const publication = await city.call(anybody, figures.getPublication, { id: publicationId! })
  expect(publication).toMatchObject({ proposedByName: '韩砚秋', approvedByName: '沈振声' })
  expect(publication.values.map(({ key: figure, value }) => [figure, value])).toEqual([
    ['parks.total', 3],
    ['parks.visits', 40],
  ])
  expect(await city.call(anybody, claims.verify, { text: draft.id })).toMatchObject({
    intact: true,
    rows: [{ verdict: 'same' }, { verdict: 'same' }],
  })
  const { moves, state } = await city.call(writer, claims.getDraft, { id: draft.id })
  expect([state, moves[0]!.move]).toEqual(['published', 'publish'])
})

test('a changed word and a changed record are each found', async () => {
  const { city, handedIn, publish } = office
  const draft = await handedIn([bind('全市有公园3座。', '3座', 'parks.total')])
  await publish(draft)
  const verify = () => city.call(anybody, claims.verify, { text: draft.id })
  const owner = city.world.owner.db
  await sql`update parks.park set district = 'west' where name = '北山'`.execute(owner)
  expect(await verify()).toMatchObject({
    intact: false,
    wordsIntact: true,
    rows: [{ verdict: 'records-differ' }],
  })
  await sql`update parks.park set district = 'east' where name = '北山'`.execute(owner)
  await sql`update claims.text_version set content = jsonb_set(content, '{paragraphs,0,text}', '"全市有公园30座。"')
    where text_id = ${draft.id}`.execute(owner)
  expect(await verify()).toMatchObject({ intact: false, wordsIntact: false, rows: [{ verdict: 'same' }] })
})

test('a number that does not hold stops it, all of them at once, unless the approver says why; that is kept and shown', async () => {
  const { city, handedIn, publish } = office
  const draft = await handedIn([
    bind('全市有公园近9座。', '近9座', 'parks.total'),
    bind('入园50人。', '50人', 'parks.visits'),
  ])
  await expect(publish(draft)).rejects.toMatchObject({
    status: 422,
    problems: [{ code: 'contradicts' }, { code: 'wrong-unit' }],
  })
  const explained = [
    { paragraph: 0, words: '近9座', reason: '含在建的公园，正文另有说明' },
    { paragraph: 1, words: '50人', reason: '按活动签到的人数，另有台账' },
  ]
  await expect(publish({ ...draft, explained: explained.slice(1) })).rejects.toMatchObject({
    problems: [{ code: 'contradicts' }],
  })
  await publish({ ...draft, explained })
  const { content: shown } = await city.call(anybody, claims.getText, { id: draft.id })
  expect(shown.paragraphs[0]!.numbers[0]).toMatchObject({ mark: 'contradicts', reason: explained[0]!.reason })
})

test('a correction is a version of its own that shows what changed; the one before stays', async () => {
  const { city, writer, handedIn, handInAgain, publish } = office
  const draft = await handedIn([bind('全市有公园3座。', '3座', 'parks.total')])
  await publish(draft)
  await city.park('新园', '2026-11-22')
  await city.call(writer, claims.correctDraft, { id: draft.id, reason: '漏数了新园' })
  expect((await city.call(anybody, claims.getText, { id: draft.id })).version).toBe(1)
  const again = await handInAgain(draft.id, draft.revision, [
    bind('全市有公园4座，分布在东区。', '4座', 'parks.total'),
  ])
  await publish(again)
  const now = await city.call(anybody, claims.getText, { id: draft.id })
  expect(now).toMatchObject({
    version: 2,
    reason: '漏数了新园',
    versions: [{ version: 2 }, { version: 1 }],
    changes: {
      numbers: [{ before: '3座', after: '4座' }],
      paragraphs: [
        [
          { kind: 'same', text: '全市有公园' },
          { kind: 'removed', text: '3' },
          { kind: 'added', text: '4' },
          { kind: 'same', text: '座' },
          { kind: 'added', text: '，分布在东区' },
          { kind: 'same', text: '。' },
        ],
      ],
    },
  })
  const first = await city.call(anybody, claims.getText, { id: draft.id, version: 1 })
  expect(first.content.paragraphs[0]!.text).toBe('全市有公园3座。')
  const publication = await city.call(anybody, figures.getPublication, { id: now.figures[0]! })
  expect(publication.corrects).toBe(first.figures[0])
  for (const version of [1, 2])
    expect((await city.call(anybody, claims.verify, { text: draft.id, version })).intact).toBe(true)
  const { rows } = await city.call(anybody, claims.listTexts, {})
  expect(rows.filter(({ id }) => id === draft.id)).toMatchObject([{ version: 2 }])
})

test('what was right on the day on which it was bound is out of date, and frozen for that day', async () => {
  const { city, handedIn, publish } = office
  await city.park('次日园', '2026-11-24')
  city.world.setNow(new Date('2026-11-24T02:00:00Z'))
  const draft = await handedIn([bind('全市有公园4座。', '4座', 'parks.total')])
  await expect(publish(draft)).rejects.toMatchObject({ problems: [{ code: 'out-of-date' }] })
  await publish({ ...draft, explained: [{ paragraph: 0, words: '4座', reason: '报告写到11月23日' }] })
  const { content: shown } = await city.call(anybody, claims.getText, { id: draft.id })
  expect(shown.paragraphs[0]!.numbers[0]!.figure).toMatchObject({ asOf: '2026-11-23' })
})

test('it waits on the desk of whoever did not hand it in, with a deadline; nobody approves what they wrote a word of', async () => {
  const { city, root, writer, approver, handedIn, publish } = office
  const draft = await handedIn([{ text: '没有数字的一段。', numbers: [] }])
  const waiting = async (as: Actor) =>
    (await city.call(as, work.listWork, {})).rows.filter(({ kind }) => kind === 'review.claims.text').length
  const before = await waiting(approver)
  expect(before).toBeGreaterThan(0)
  expect(await waiting(writer)).toBe(0)
  const { caseId } = await city.call(approver, claims.getDraft, { id: draft.id })
  const one = await city.call(approver, review.getCase, { id: caseId! })
  expect(one.deadline).not.toBeNull()

  const both = officerAt(root, [...write, 'claims.publish'], { person: key(1), name: '韩砚秋' })
  await expect(publish(draft, both)).rejects.toMatchObject({ code: 'own-draft' })
  await city.call(approver, claims.sendBackDraft, { id: draft.id, reason: '补上数字再报' })
  expect(await waiting(approver)).toBe(before - 1)
  expect((await city.call(approver, review.getCase, { id: caseId! })).state).toBe('returned')
  // Nor through the database.
  const { rows } = await sql<{ id: string }>`select id from claims.text_version limit 1`.execute(
    city.world.owner.db,
  )
  await expect(
    sql`insert into claims.text_writer values (${rows[0]!.id}, 2, ${key(2).id}, 2, ${key(2).id})`.execute(
      city.world.owner.db,
    ),
  ).rejects.toMatchObject({ constraint: 'text_by_another' })
})

test('two who approve at once publish one version', async () => {
  const { city, root, handedIn, publish } = office
  const draft = await handedIn([{ text: '没有数字的一段。', numbers: [] }])
  const other = officerAt(root, ['claims.publish', 'claims.read'], { person: key(3), name: '顾明远' })
  const answers = await Promise.allSettled([publish(draft), publish(draft, other)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await city.call(anybody, claims.getText, { id: draft.id })).versions).toHaveLength(1)
})

test('members and strangers approve and correct nothing, and read what is published only', async () => {
  const { city, root, handedIn, publish } = office
  const draft = await handedIn([{ text: '没有数字的一段。', numbers: [] }])
  const nobody = member(key(4))
  for (const as of [
    nobody,
    officerAt({ ...root, path: 'root.elsewhere' }, ['claims.publish', ...write], { person: key(5) }),
  ]) {
    await expect(publish(draft, as)).rejects.toMatchObject({ status: 403 })
    await expect(
      city.call(as, claims.correctDraft, { id: draft.id, reason: '不该能改' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(city.call(as, claims.draftFigures, { id: draft.id })).rejects.toMatchObject({ status: 403 })
  }
  await expect(publish(draft, anybody)).rejects.toMatchObject({ status: 401 })
  for (const id of [draft.id, newId()])
    await expect(city.call(anybody, claims.getText, { id })).rejects.toMatchObject({ status: 404 })
})

test('it is given out as an official document, PDF and Word, with the demo’s mark', async () => {
  const { city, handedIn, publish } = office
  const draft = await handedIn([{ text: '一、开头', numbers: [] }, bind('公园5座。', '5座', 'parks.total')])
  await publish(draft)
  const file = (format: 'pdf' | 'docx') => city.call(anybody, claims.exportText, { id: draft.id, format })
  expect(Buffer.from((await file('pdf')).content.subarray(0, 5)).toString()).toBe('%PDF-')
  expect((await file('docx')).fileName).toBe('公园工作报告.docx')
})
