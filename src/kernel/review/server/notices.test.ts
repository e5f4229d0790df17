import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { member, officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { plantPerson } from '#kernel/people/server/testing/plant-person.ts'
import type { Actor, PersonKey } from '#platform/context.ts'
import { review } from '../contract.ts'
import { endNotices } from './end-notice.ts'
import { draft, makeReviewWorld, system, type ReviewWorld } from './testing/review-world.ts'
import { workList } from './work-list.ts'

let city: ReviewWorld
let rider: Actor
let county: Actor
let boss: Actor
let neighbour: Actor
const keys: Record<string, PersonKey> = {}

// 30 September 2026 is a Wednesday; 1 to 7 October are off, 10 October is worked.
const BEFORE_NATIONAL_DAY = new Date('2026-09-30T02:00:00Z')
const nobody: Actor = { kind: 'anonymous' }

beforeAll(async () => {
  city = await makeReviewWorld({ now: BEFORE_NATIONAL_DAY })
  for (const [index, name] of ['王小明', '李县', '赵市', '周邻'].entries())
    keys[name] = await plantPerson(city.app, index + 1, city.tree.xinhuaUnion.id, name)
  rider = member(keys['王小明']!, '王小明')
  neighbour = member(keys['周邻']!, '周邻')
  county = officerAt(city.tree.xinhua, ['garden.check', 'review.answer-objections'], {
    person: keys['李县']!,
    name: '李县',
  })
  boss = officerAt(city.tree.city, ['garden.decide', 'review.end-notices'], {
    person: keys['赵市']!,
    name: '赵市',
  })
})
afterAll(() => city.close())
beforeEach(() => city.world.setNow(BEFORE_NATIONAL_DAY))

async function publish() {
  const { id } = await city.open(rider)
  await city.as(county).call(review.act, { id, seq: 1, move: 'publish', notice: draft })
  const { notices } = await city.as(county).call(review.getCase, { id })
  return { id, noticeId: notices[0]!.id }
}

const runJob = () => city.inside(system, (ctx) => endNotices({ ...ctx, db: city.app.database.db }))
const object = (id: string, as = neighbour) =>
  city.as(as).call(review.objectToNotice, { id, text: '该地块上个月已经分给别人使用。' })

describe('a public notice', () => {
  test('is read by everybody, masked, with its days counted around the holidays', async () => {
    const { noticeId } = await publish()
    const seen = await city.as(nobody).call(review.getNotice, { id: noticeId })
    expect(seen).toMatchObject({
      title: '关于王**使用菜园地块的公示',
      fromDay: '2026-09-30',
      untilDay: '2026-10-13',
      state: 'running',
      takesObjections: true,
      objections: 0,
    })
    expect(seen.counting.daysOff).toHaveLength(7)
    expect(seen.counting.makeUpDays.map(({ day }) => day)).toEqual(['2026-10-10'])
    expect(JSON.stringify(seen)).not.toMatch(/王小明|410499198001010011|12000000001/)
    const listed = await city.as(nobody).call(review.listNotices, {})
    expect(listed.rows.map(({ id }) => id)).toContain(noticeId)
  })

  test('keeps what it hides out of the database too', async () => {
    await publish()
    const { rows } = await sql<{ found: number }>`select count(*) as found from review.notice n
      where to_jsonb(n)::text ~ '王小明|410499198001010011'`.execute(city.world.owner.db)
    expect(rows[0]?.found).toBe(0)
  })

  test('does not end with an unanswered objection; answered, its certificate belongs to the case', async () => {
    const { id, noticeId } = await publish()
    expect(await object(noticeId)).toEqual({ no: 1 })
    city.world.setNow(new Date('2026-10-14T02:00:00Z'))
    await runJob()
    expect((await city.as(nobody).call(review.getNotice, { id: noticeId })).state).toBe('awaiting-answers')
    await expect(city.as(boss).call(review.act, { id, seq: 2, move: 'grant' })).rejects.toMatchObject({
      code: 'notice-running',
    })
    const waiting = await city.inside(county, workList)
    expect(waiting.find(({ kind }) => kind === 'review.objection')?.href).toBe(`/staff/cases/${id}`)

    const answer = { noticeId, no: 1, isUpheld: false, answer: '已核对登记簿，地块空闲。' }
    expect(await city.as(county).call(review.answerObjection, answer)).toEqual({ unanswered: 0 })
    await expect(city.as(county).call(review.answerObjection, answer)).rejects.toMatchObject({
      code: 'already-answered',
    })
    await runJob()
    const ended = await city.as(nobody).call(review.getNotice, { id: noticeId })
    expect(ended).toMatchObject({
      state: 'completed',
      certificate: { objections: 1, upheld: 0, workingDays: 5 },
    })
    expect((await city.as(boss).call(review.getCase, { id })).moves.map((move) => move.id)).toContain('grant')
  })

  test('takes objections until its last day is over in Shanghai, three from one person', async () => {
    const { noticeId } = await publish()
    city.world.setNow(new Date('2026-10-13T15:59:00Z'))
    for (const no of [1, 2, 3]) expect(await object(noticeId)).toEqual({ no })
    await expect(object(noticeId)).rejects.toMatchObject({ status: 429 })
    city.world.setNow(new Date('2026-10-13T16:01:00Z'))
    await expect(object(noticeId, county)).rejects.toMatchObject({ code: 'period-over' })
    await expect(
      city.as(nobody).call(review.objectToNotice, { id: noticeId, text: '这是一条没有登录的异议。' }),
    ).rejects.toMatchObject({ status: 401 })
  })

  test('numbers objections that come at once one after the other', async () => {
    const { noticeId } = await publish()
    const made = await Promise.all([object(noticeId), object(noticeId, rider), object(noticeId, county)])
    expect(made.map(({ no }) => no).toSorted()).toEqual([1, 2, 3])
  })

  test('tells who objected to nobody but who answers, and there masked', async () => {
    const { id, noticeId } = await publish()
    await object(noticeId)
    const nameSeenBy = async (actor: Actor) =>
      (await city.as(actor).call(review.getCase, { id })).notices[0]!.objections[0]!.objectorName
    expect(await nameSeenBy(county)).toBe('周*')
    expect(await nameSeenBy(rider)).toBeNull()
    expect(JSON.stringify(await city.as(nobody).call(review.getNotice, { id: noticeId }))).not.toContain('周')
  })

  test('has its objections answered neither by who made them nor by a party of the case', async () => {
    const { noticeId } = await publish()
    await object(noticeId, county)
    const answer = { noticeId, no: 1, isUpheld: false, answer: '我认为没有问题。' }
    await expect(city.as(county).call(review.answerObjection, answer)).rejects.toMatchObject({
      code: 'own-objection',
    })
    const party = officerAt(city.tree.city, ['review.answer-objections'], { person: keys['王小明']! })
    await expect(city.as(party).call(review.answerObjection, answer)).rejects.toMatchObject({
      code: 'own-proposal',
    })
    const elsewhere = officerAt(city.tree.ruzhou, ['review.answer-objections'], { person: keys['赵市']! })
    await expect(city.as(elsewhere).call(review.answerObjection, answer)).rejects.toMatchObject({
      status: 403,
    })
  })

  test('that is broken off shows nothing more, and no decision rests on it', async () => {
    const { id, noticeId } = await publish()
    await city.as(boss).call(review.breakOffNotice, { id: noticeId, reason: '内容有误' })
    const gone = await city.as(nobody).call(review.getNotice, { id: noticeId })
    expect(gone).toMatchObject({
      state: 'broken-off',
      title: '（已中止的公示）',
      body: '',
      subjects: [],
      certificate: { reason: '内容有误' },
    })
    await expect(city.as(boss).call(review.act, { id, seq: 2, move: 'grant' })).rejects.toMatchObject({
      code: 'notice-missing',
    })
  })

  test('goes with a case that ends before it', async () => {
    const { id, noticeId } = await publish()
    await city.as(rider).call(review.act, { id, seq: 2, move: 'withdraw' })
    expect((await city.as(nobody).call(review.getNotice, { id: noticeId })).state).toBe('broken-off')
  })

  test('is not opened without words', async () => {
    const { id } = await city.open(rider)
    await expect(city.as(county).call(review.act, { id, seq: 1, move: 'publish' })).rejects.toMatchObject({
      code: 'notice-missing',
      problems: [{ field: 'notice' }],
    })
  })

  test('the database refuses an end with an unanswered objection', async () => {
    const { noticeId } = await publish()
    await expect(
      sql`insert into review.notice_end (notice_id, outcome, objections, upheld, answered, at)
        values (${noticeId}, 'completed', 1, 0, 0, now())`.execute(city.app.database.db),
    ).rejects.toMatchObject({ constraint: 'notice_end_all_answered' })
  })
})
