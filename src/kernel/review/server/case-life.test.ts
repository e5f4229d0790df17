// Longer than most: one city of people and cases, set up once, for what a case may go through.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { member, officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { plantPerson } from '#kernel/people/server/testing/plant-person.ts'
import type { Actor, Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { review } from '../contract.ts'
import { replay } from '../rules/replay.ts'
import { actionsOf } from './actions.ts'
import type { ReviewCase } from './case.ts'
import { caseStates } from './case-states.ts'
import { endNotices } from './end-notice.ts'
import { findOpenCase } from './find-case.ts'
import { garden, gardenModule } from './testing/procedure.ts'
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

test('a programme asks where its subjects stand: the open case, otherwise the newest', async () => {
  city.world.setNow(MONDAY)
  const first = await city.open(rider)
  await city.as(rider).call(review.act, { id: first.id, seq: 1, move: 'withdraw' })
  city.world.setNow(new Date('2026-11-24T02:00:00Z'))
  const again = await city.open(rider, { subject: first.subject })
  const other = await city.open(rider)
  await city.as(rider).call(review.act, { id: other.id, seq: 1, move: 'withdraw' })
  const subjects = [first.subject, other.subject, 'garden.plot:unknown']
  const states = await city.inside(system, (ctx) => caseStates(ctx, garden.id, subjects))
  expect([...states].map(([subject, { caseId, state }]) => [subject, caseId, state]).toSorted()).toEqual(
    [
      [first.subject, again.id, 'at-county'],
      [other.subject, other.id, 'withdrawn'],
    ].toSorted(),
  )
  const open = await city.inside(system, (ctx) => findOpenCase(ctx, garden.id, other.subject))
  expect(open).toBeUndefined()
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

describe('a hook', () => {
  const seen: string[] = []
  let hooked: ReviewWorld

  beforeAll(async () => {
    const onState = async (_ctx: Context, one: ReviewCase, state: string) => {
      seen.push(`${one.seq} ${state}`)
      if (state === 'returned') throw conflict('not-now', { zh: '现在不行。', en: 'Not now.' })
    }
    const garden = gardenModule({ onState, draftNotice: async () => draft })
    hooked = await makeReviewWorld({ now: MONDAY, garden })
  })
  afterAll(() => hooked.close())

  test('hears of every state in the action’s transaction: what it refuses was never done', async () => {
    const officer = officerAt(hooked.tree.xinhua, ['garden.check'], { person: keys['李县']! })
    const { id } = await hooked.open(rider)
    await expect(
      hooked.as(officer).call(review.act, { id, seq: 1, move: 'return', reason: '缺少照片' }),
    ).rejects.toMatchObject({ code: 'not-now' })
    expect((await hooked.inside(system, (ctx) => actionsOf(ctx, id))).length).toBe(1)
    // The programme writes the notice, so that the officer need not.
    await hooked.as(officer).call(review.act, { id, seq: 1, move: 'publish' })
    expect(seen).toEqual(['1 at-county', '2 returned', '2 published'])
    const { notices } = await hooked.as(officer).call(review.getCase, { id })
    expect(notices[0]?.title).toBe('关于王**使用菜园地块的公示')
  })
})
