import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { member, officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { plantPerson } from '#kernel/people/server/testing/plant-person.ts'
import type { Actor, PersonKey } from '#platform/context.ts'
import { review } from '../contract.ts'
import { replay } from '../rules/replay.ts'
import { actionsOf } from './actions.ts'
import { act } from './act.ts'
import { endNotices } from './end-notice.ts'
import { garden } from './testing/procedure.ts'
import { draft, makeReviewWorld, system, type ReviewWorld } from './testing/review-world.ts'

let city: ReviewWorld
let rider: Actor
let county: Actor
let boss: Actor
const keys: Record<string, PersonKey> = {}

const MONDAY = new Date('2026-11-23T02:00:00Z')

beforeAll(async () => {
  city = await makeReviewWorld({ now: MONDAY })
  const { app, tree } = city
  for (const [index, name] of ['王小明', '李县', '赵市', '周市'].entries())
    keys[name] = await plantPerson(app, index + 1, tree.xinhuaUnion.id, name)
  rider = member(keys['王小明']!, '王小明')
  county = officerAt(tree.xinhua, ['garden.check'], { person: keys['李县']!, name: '李县' })
  boss = officerAt(
    tree.city,
    ['garden.check', 'garden.decide', 'review.answer-objections', 'review.end-notices'],
    {
      person: keys['赵市']!,
      name: '赵市',
    },
  )
})
afterAll(() => city.close())

const endsOf = async (id: string) => {
  const actions = await city.inside(system, (ctx) => actionsOf(ctx, id))
  return replay(garden, actions)
}

describe('a case', () => {
  test('goes from application over a notice to its grant, and each sees only their own moves', async () => {
    city.world.setNow(MONDAY)
    const { id } = await city.open(rider)
    const asCounty = await city.as(county).call(review.getCase, { id })
    expect(asCounty.moves.map((move) => move.id)).toEqual(['publish', 'return'])
    expect(asCounty.waitsForMe).toBe(true)
    expect(asCounty.deadline).toMatchObject({ dueOn: '2026-11-26', isLate: false, beyondPublished: false })
    const asRider = await city.as(rider).call(review.getCase, { id })
    expect(asRider.moves.map((move) => move.id)).toEqual(['withdraw'])

    await city.as(county).call(review.act, { id, seq: 1, move: 'publish', notice: draft })
    const published = await city.as(boss).call(review.getCase, { id })
    expect(published.moves.map((move) => move.id)).toEqual(['refuse'])
    await expect(city.as(boss).call(review.act, { id, seq: 2, move: 'grant' })).rejects.toMatchObject({
      code: 'notice-running',
    })

    city.world.setNow(new Date('2026-12-01T02:00:00Z'))
    await city.inside(system, (ctx) => endNotices({ ...ctx, db: city.app.database.db }))
    const over = await city.as(boss).call(review.getCase, { id })
    expect(over.notices[0]?.certificate).toMatchObject({
      fromDay: '2026-11-23',
      untilDay: '2026-11-30',
      workingDays: 5,
      objections: 0,
      outcome: 'completed',
    })
    await city.as(boss).call(review.act, { id, seq: 2, move: 'grant' })
    expect(await endsOf(id)).toBe('granted')
  })

  test('is moved by one of two officers at once, and the second learns by whom and how', async () => {
    const { id } = await city.open(rider)
    const other = officerAt(city.tree.xinhua, ['garden.check'], { person: keys['周市']!, name: '周市' })
    const moves = await Promise.allSettled([
      city.as(county).call(review.act, { id, seq: 1, move: 'return', reason: '缺少照片' }),
      city.as(other).call(review.act, { id, seq: 1, move: 'return', reason: '缺少地图' }),
    ])
    const refused = moves.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]!.reason).toMatchObject({ code: 'case-moved' })
    expect(refused[0]!.reason.text.zh).toMatch(/(李县|周市)已办理“退回”（缺少(照片|地图)），现在是“退回补充”/)
    expect(await endsOf(id)).toBe('returned')
  })

  test('does nothing twice when the same move comes again', async () => {
    const { id } = await city.open(rider)
    const first = await city.as(county).call(review.act, { id, seq: 1, move: 'return', reason: '缺少照片' })
    const again = await city.as(county).call(review.act, { id, seq: 1, move: 'return', reason: '缺少照片' })
    expect(again).toEqual(first)
    expect((await city.inside(system, (ctx) => actionsOf(ctx, id))).length).toBe(2)
  })

  test('takes no reasonless return, no move from elsewhere, no unknown move', async () => {
    const { id } = await city.open(rider)
    const attempt = (move: string) => city.as(county).call(review.act, { id, seq: 1, move })
    await expect(attempt('return')).rejects.toMatchObject({
      code: 'reason-missing',
      problems: [{ field: 'reason' }],
    })
    await expect(attempt('grant')).rejects.toMatchObject({ code: 'not-from-here' })
    await expect(attempt('burn')).rejects.toMatchObject({ code: 'unknown-move' })
  })

  test('is open once a subject', async () => {
    const { subject } = await city.open(rider)
    await expect(city.open(rider, { subject })).rejects.toMatchObject({ constraint: 'standing_one_open' })
  })
})

describe('nobody decides on what they proposed', () => {
  test('the officer who opened the case for somebody does not see the button, and act refuses', async () => {
    const { id } = await city.open(county, { applicant: { person: keys['王小明']! } })
    const seen = await city.as(county).call(review.getCase, { id })
    expect(seen.moves.map((move) => move.id)).toEqual(['return'])
    await expect(
      city.as(county).call(review.act, { id, seq: 1, move: 'publish', notice: draft }),
    ).rejects.toMatchObject({ code: 'own-proposal', status: 403 })
  })

  test('nor does an officer who applied by phone alone, from the same account', async () => {
    if (boss.kind !== 'account') throw new Error('an account')
    const byPhone: Actor = { ...boss, person: null, grants: [] }
    const { id } = await city.open(byPhone)
    await expect(
      city.as(boss).call(review.act, { id, seq: 1, move: 'refuse', reason: '不要了' }),
    ).rejects.toMatchObject({ code: 'own-proposal' })
  })

  test('who took an earlier step does not take the last one', async () => {
    city.world.setNow(MONDAY)
    const { id } = await city.open(rider)
    await city.as(boss).call(review.act, { id, seq: 1, move: 'publish', notice: draft })
    city.world.setNow(new Date('2026-12-01T02:00:00Z'))
    await endNotices({ ...(await city.inside(system, async (ctx) => ctx)), db: city.app.database.db })
    await expect(city.as(boss).call(review.act, { id, seq: 2, move: 'grant' })).rejects.toMatchObject({
      code: 'earlier-actor',
    })
  })
})

describe('who may read', () => {
  test('another county, another member and a stranger learn not even that it exists', async () => {
    const { id } = await city.open(rider)
    const elsewhere = officerAt(city.tree.ruzhou, ['garden.check', 'garden.decide'])
    const somebody = member(keys['周市']!)
    for (const stranger of [elsewhere, somebody]) {
      await expect(city.as(stranger).call(review.getCase, { id })).rejects.toMatchObject({ status: 404 })
      await expect(
        city.as(stranger).call(review.act, { id, seq: 1, move: 'withdraw' }),
      ).rejects.toMatchObject({
        status: 404,
      })
      expect((await city.as(stranger).call(review.listCases, { view: 'all' })).total).toBe(0)
    }
    await expect(city.as({ kind: 'anonymous' }).call(review.getCase, { id })).rejects.toMatchObject({
      status: 401,
    })
  })

  test('an auditor reads and moves nothing', async () => {
    const { id } = await city.open(rider)
    const auditor = officerAt(city.tree.city, ['review.read'])
    expect((await city.as(auditor).call(review.getCase, { id })).moves).toEqual([])
    expect((await city.as(auditor).call(review.listCases, { view: 'all' })).rows[0]?.id).toBeDefined()
  })
})

describe('a dispute', () => {
  test('takes a refused case up again, each ground once, within its days', async () => {
    city.world.setNow(MONDAY)
    const { id } = await city.open(rider)
    await city.as(boss).call(review.act, { id, seq: 1, move: 'refuse', reason: '地块已满' })
    const dispute = (seq: number, ground?: string) =>
      city
        .as(rider)
        .call(review.act, { id, seq, move: 'dispute', reason: '还有空地', ...(ground && { ground }) })
    await expect(dispute(2)).rejects.toMatchObject({ code: 'ground' })
    await dispute(2, 'facts')
    await city.as(boss).call(review.act, { id, seq: 3, move: 'refuse', reason: '仍无空地' })
    await expect(dispute(4, 'facts')).rejects.toMatchObject({ code: 'ground' })
    const seen = await city.as(rider).call(review.getCase, { id })
    expect(seen.moves[0]?.grounds?.map((ground) => ground.id)).toEqual(['procedure'])
    city.world.setNow(new Date('2026-12-20T02:00:00Z'))
    await expect(dispute(4, 'procedure')).rejects.toMatchObject({ code: 'dispute-over' })
    expect(await endsOf(id)).toBe('refused')
  })
})

describe('the database', () => {
  const insert = (id: string, no: number, from: string | null, to: string, by: Actor, decides = false) =>
    sql`insert into review.action (case_id, no, move, from_state, to_state, applicant, proposer,
        actor_bk, actor_id, actor_account, actor_name, decides, at)
      select id, ${no}, 'publish', ${from}, ${to}, applicant, proposer,
        ${by.kind === 'account' ? by.person!.bk : null}, ${by.kind === 'account' ? by.person!.id : null}, null, '直写',
        ${decides}, now()
      from review.case_file where id = ${id}`.execute(city.app.database.db)

  test('refuses an action that does not start where the last one ended, or leaves a number out', async () => {
    const { id } = await city.open(rider)
    await expect(insert(id, 2, 'published', 'granted', county)).rejects.toMatchObject({
      constraint: 'action_chain',
    })
    await expect(insert(id, 3, 'at-county', 'granted', county)).rejects.toMatchObject({
      constraint: 'action_chain',
    })
    await expect(insert(id, 2, null, 'granted', county)).rejects.toMatchObject({ constraint: 'action_first' })
    await expect(insert(id, 1, null, 'granted', county)).rejects.toMatchObject({ constraint: 'action_key' })
  })

  test('refuses that the proposer or the applicant decides, and a party that is not the case’s', async () => {
    const { id } = await city.open(county, { applicant: { person: keys['王小明']! } })
    await expect(insert(id, 2, 'at-county', 'published', county, true)).rejects.toMatchObject({
      constraint: 'action_not_own',
    })
    await expect(insert(id, 2, 'at-county', 'published', rider, true)).rejects.toMatchObject({
      constraint: 'action_not_own',
    })
    await expect(
      sql`insert into review.action (case_id, no, move, from_state, to_state, applicant, proposer, actor_bk, actor_id,
          actor_name, decides, at)
        values (${id}, 2, 'publish', 'at-county', 'published', 'nobody', 'system', ${keys['李县']!.bk},
          ${keys['李县']!.id}, '直写', true, now())`.execute(city.app.database.db),
    ).rejects.toMatchObject({ constraint: 'action_parties' })
  })

  test('keeps what happened: no update, no delete, and no state that no action led to', async () => {
    const { id } = await city.open(rider)
    const { db } = city.app.database
    for (const table of [
      'action',
      'case_file',
      'notice',
      'objection',
      'notice_end',
      'calendar_day',
      'assignment',
    ]) {
      await expect(sql`delete from review.${sql.raw(table)}`.execute(db)).rejects.toThrow(/permission denied/)
    }
    await expect(sql`update review.action set to_state = 'granted'`.execute(db)).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      sql`update review.standing set state = 'granted' where case_id = ${id}`.execute(db),
    ).rejects.toMatchObject({ constraint: 'standing_action' })
  })
})

test('a hook runs in the action’s transaction: what it refuses was never done', async () => {
  const { id } = await city.open(rider)
  await expect(
    city.inside(county, async (ctx) => {
      await act(ctx, id, 'return', { seq: 1, reason: '缺少照片' })
      throw new Error('the hook refused')
    }),
  ).rejects.toThrow('the hook refused')
  expect(await endsOf(id)).toBe('at-county')
})
