import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { member, officerAt, type PlantedUnit } from '#kernel/organisations/server/testing/plant-tree.ts'
import { plantPerson } from '#kernel/people/server/testing/plant-person.ts'
import { newId } from '#platform/ids.ts'
import type { Actor, PersonKey } from '#platform/context.ts'
import { review } from '../contract.ts'
import { handOver } from './assign.ts'
import { makeReviewWorld, system, type ReviewWorld } from './testing/review-world.ts'
import { watchDeadlines } from './watch-deadlines.ts'
import { workList } from './work-list.ts'

let city: ReviewWorld
let rider: Actor
let county: Actor
let colleague: Actor
let boss: Actor
const keys: Record<string, PersonKey> = {}

const MONDAY = new Date('2026-11-23T02:00:00Z')
const at = (day: string) => city.world.setNow(new Date(`${day}T02:00:00Z`))

/** Officers hold roles here, since reminders ask who holds what. */
async function appoint(person: PersonKey, role: string, unit: PlantedUnit): Promise<void> {
  await sql`insert into access.role_grant (id, person_bk, person_id, role, organisation_id, valid_from, reason)
    values (${newId()}, ${person.bk}, ${person.id}, ${role}, ${unit.id}, '2020-01-01', '测试')`.execute(
    city.world.owner.db,
  )
}

beforeAll(async () => {
  city = await makeReviewWorld({ now: MONDAY })
  const { tree } = city
  for (const [index, name] of ['王小明', '李县', '钱县', '赵市'].entries())
    keys[name] = await plantPerson(city.app, index + 1, tree.xinhuaUnion.id, name)
  rider = member(keys['王小明']!, '王小明')
  const held = ['garden.check', 'review.reassign']
  county = officerAt(tree.xinhua, held, { person: keys['李县']!, name: '李县' })
  colleague = officerAt(tree.xinhua, held, { person: keys['钱县']!, name: '钱县' })
  boss = officerAt(tree.city, [...held, 'garden.decide', 'review.calendar'], {
    person: keys['赵市']!,
    name: '赵市',
  })
  await appoint(keys['李县']!, 'county-officer', tree.xinhua)
  await appoint(keys['钱县']!, 'county-officer', tree.xinhua)
  await appoint(keys['赵市']!, 'city-officer', tree.city)
})
afterAll(() => city.close())
beforeEach(() => city.world.setNow(MONDAY))

const desk = async (actor: Actor, id: string) =>
  (await city.inside(actor, workList)).some(({ href }) => href === `/staff/cases/${id}`)

const runJob = () => city.inside(system, (ctx) => watchDeadlines({ ...ctx, db: city.app.database.db }))

async function toldOf(person: PersonKey, kind: string): Promise<number> {
  const { rows } = await sql<{ told: number }>`select count(*) as told from notifications.message
    where bk = ${person.bk} and person_id = ${person.id} and kind = ${kind}`.execute(city.world.owner.db)
  return rows[0]!.told
}

describe('a case waits', () => {
  test('for the nearest officers, not for everybody above them', async () => {
    const { id } = await city.open(rider)
    expect([await desk(county, id), await desk(colleague, id), await desk(boss, id)]).toEqual([
      true,
      true,
      false,
    ])
    const item = (await city.inside(county, workList)).find(({ href }) => href.endsWith(id))
    expect(item?.dueAt?.toISOString()).toBe('2026-11-26T16:00:00.000Z')
  })

  test('for whoever may decide it, and not for the officer who proposed it', async () => {
    const { id } = await city.open(boss, { applicant: null })
    const notice = { title: '地块公示', body: '拟使用第1号地块。', subjects: [] }
    await city.as(county).call(review.act, { id, seq: 1, move: 'publish', notice })
    expect(await desk(boss, id)).toBe(false)
    const other = officerAt(city.tree.city, ['garden.decide'], { person: keys['钱县']! })
    expect(await desk(other, id)).toBe(true)
  })

  test('for its assignee alone, and goes back to whoever may when its turn changes', async () => {
    const { id } = await city.open(rider)
    const { rows } = await city.as(county).call(review.listAssignees, { id })
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['李县', '赵市', '钱县'].toSorted())
    await city.as(county).call(review.reassign, { id, person: keys['钱县']!, reason: '我去培训' })
    expect([await desk(county, id), await desk(colleague, id), await desk(boss, id)]).toEqual([
      false,
      true,
      false,
    ])
    expect(await toldOf(keys['钱县']!, 'review.assigned')).toBe(1)
    await city.as(colleague).call(review.act, { id, seq: 1, move: 'return', reason: '缺照片' })
    expect((await city.as(county).call(review.getCase, { id })).assigneeName).toBeNull()
  })

  test('never for the applicant’s own desk, nor for somebody without the permission', async () => {
    const { id } = await city.open(rider)
    await expect(
      city.as(county).call(review.reassign, { id, person: keys['王小明']!, reason: '试试' }),
    ).rejects.toMatchObject({ code: 'assignee' })
    const elsewhere = officerAt(city.tree.ruzhou, ['garden.check', 'review.reassign'])
    await expect(
      city.as(elsewhere).call(review.reassign, { id, person: null, reason: '试试' }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('for the successor of an officer who leaves', async () => {
    const { id } = await city.open(rider)
    await city.as(boss).call(review.reassign, { id, person: keys['李县']!, reason: '熟悉情况' })
    const moved = await city.inside(system, (ctx) => handOver(ctx, keys['李县']!, keys['钱县']!))
    expect(moved).toBe(1)
    expect((await city.as(colleague).call(review.getCase, { id })).assigneeName).toBe('钱县')
    expect(await desk(colleague, id)).toBe(true)
  })
})

describe('a deadline', () => {
  test('is reminded of once when it is near, once when it has passed, and then rises to the level above', async () => {
    const { id } = await city.open(rider)
    const told = async (kind: string) => [
      await toldOf(keys['李县']!, `review.${kind}`),
      await toldOf(keys['赵市']!, `review.${kind}`),
    ]
    const before = { near: await told('near'), passed: await told('passed'), risen: await told('risen') }
    const more = async (kind: keyof typeof before) =>
      (await told(kind)).map((count, index) => count - before[kind][index]!)
    await sql`update review.standing set due_on = null, due_beyond_published = false where case_id <> ${id}`.execute(
      city.world.owner.db,
    )
    at('2026-11-24')
    await runJob()
    expect(await more('near')).toEqual([0, 0])
    at('2026-11-25')
    await runJob()
    await runJob()
    expect(await more('near')).toEqual([1, 0])
    at('2026-11-27')
    await runJob()
    await runJob()
    expect([await more('passed'), await more('risen')]).toEqual([
      [1, 0],
      [0, 0],
    ])
    expect(await desk(boss, id)).toBe(false)
    at('2026-12-01')
    await runJob()
    await runJob()
    expect(await more('risen')).toEqual([0, 1])
    expect([await desk(county, id), await desk(boss, id)]).toEqual([true, true])
    const seen = await city.as(county).call(review.listCases, { lateOnly: true })
    expect(seen.rows.map((row) => row.id)).toEqual([id])
    expect(seen.rows[0]?.deadline?.isLate).toBe(true)
  })

  test('beyond the published years says so, and is computed anew once the year is read in', async () => {
    at('2026-12-31')
    const { id } = await city.open(rider)
    const due = async () => (await city.as(county).call(review.getCase, { id })).deadline
    expect(await due()).toMatchObject({ dueOn: '2027-01-05', beyondPublished: true })
    const days = [
      { day: '2027-01-01', kind: 'day-off', name: { zh: '元旦', en: 'New Year' } },
      { day: '2027-01-04', kind: 'day-off', name: { zh: '元旦', en: 'New Year' } },
      { day: '2027-01-10', kind: 'make-up', name: { zh: '元旦', en: 'New Year' } },
    ] as const
    const wish = { year: 2027, noticeNo: '测试发〔2026〕1号', source: '测试通知', days: [...days] }
    const read = await city.as(boss).call(review.importCalendarYear, wish)
    expect(read).toMatchObject({ version: 1, days: 3, recomputed: 1 })
    expect(await due()).toMatchObject({ dueOn: '2027-01-07', beyondPublished: false })
    const again = await city.as(boss).call(review.importCalendarYear, { ...wish, days: [days[0]] })
    expect(again).toMatchObject({ version: 2, recomputed: 1 })
    expect(await due()).toMatchObject({ dueOn: '2027-01-06' })
  })
})
