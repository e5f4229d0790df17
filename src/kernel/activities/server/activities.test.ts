// Longer than most: one city, set up once, from the first seat to the last check-in.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, PersonKey } from '#platform/context.ts'
import type { InputOf } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { makeWorld, type World } from '#tests/world.ts'
import {
  member,
  officerAt,
  plantTree,
  type PlantedTree,
} from '#kernel/organisations/server/testing/plant-tree.ts'
import { notifications } from '#kernel/notifications/contract.ts'
import { people } from '#kernel/people/contract.ts'
import { plantPerson, systemContext } from '#kernel/people/server/testing/plant-person.ts'
import { activities } from '../contract.ts'
import { activityPermissions } from '../permissions.ts'
import { forget } from './personal-data.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const start = new Date('2026-11-30T06:00:00Z')

let world: World
let tree: PlantedTree
let organiser: Actor
let riders: PersonKey[]

beforeAll(async () => {
  world = await makeWorld({ now: NOW })
  tree = await plantTree(world.owner.db)
  organiser = officerAt(tree.xinhua, Object.keys(activityPermissions))
  riders = []
  for (let serial = 1; serial <= 12; serial += 1)
    riders.push(
      await plantPerson(
        world.app,
        serial,
        tree.xinhuaUnion.id,
        `骑手${'一二三四五六七八九十甲乙'[serial - 1]}`,
      ),
    )
})
afterAll(() => world.close())

const draft = (over: Partial<InputOf<typeof activities.createActivity>['draft']> = {}) => ({
  title: '冬季骑行安全课',
  summary: '雨雪天怎么刹车。',
  place: '联合会院内',
  startsAt: start.toISOString(),
  endsAt: '2026-11-30T08:00:00Z',
  signUpFrom: '2026-11-20T00:00:00Z',
  signUpUntil: '2026-11-30T04:00:00Z',
  capacity: 2,
  ...over,
})

const as = (index: number) => world.as(member(riders[index]!))
const desk = () => world.as(organiser)

async function announce(over: Parameters<typeof draft>[0] = {}): Promise<string> {
  const given = { organisationId: tree.xinhua.id, about: null, draft: draft(over) }
  return (await desk().call(activities.createActivity, given)).id
}

const codeOf = async (id: string) =>
  (
    await world.owner.db
      .withTables<{ 'activities.activity': { id: string; code: string } }>()
      .selectFrom('activities.activity')
      .select('code')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).code

const messagesOf = async (index: number) =>
  (await as(index).call(notifications.listMine, {})).rows.map(({ title }) => title.zh)

test('two have the seats, the third waits, and a seat given back goes to whoever waits longest, who is told', async () => {
  const id = await announce()
  expect(await as(0).call(activities.signUp, { id })).toEqual({ standing: 'seated', position: null })
  await as(1).call(activities.signUp, { id })
  expect(await as(2).call(activities.signUp, { id })).toEqual({ standing: 'waiting', position: 1 })
  expect(await as(3).call(activities.signUp, { id })).toEqual({ standing: 'waiting', position: 2 })
  await expect(as(3).call(activities.signUp, { id })).rejects.toMatchObject({ code: 'signed-up-already' })
  await as(0).call(activities.withdrawSignUp, { id })
  expect((await as(2).call(activities.getActivity, { id })).mine).toMatchObject({ standing: 'seated' })
  expect((await as(3).call(activities.getActivity, { id })).mine).toMatchObject({ position: 1 })
  expect(await messagesOf(2)).toEqual(['有名额了：冬季骑行安全课'])
  expect(await messagesOf(3)).toEqual([])
  // Whoever comes back stands at the end.
  expect(await as(0).call(activities.signUp, { id })).toEqual({ standing: 'waiting', position: 2 })
})

test('more seats tell exactly those who got one; a new place tells everybody', async () => {
  const id = await announce({ title: '健康体检' })
  for (const index of [4, 5, 6, 7]) await as(index).call(activities.signUp, { id })
  const edited = await desk().call(activities.editActivity, {
    id,
    version: 1,
    draft: draft({ title: '健康体检', capacity: 3 }),
  })
  expect(edited).toEqual({ version: 2, told: 0 })
  expect(await messagesOf(6)).toEqual(['有名额了：健康体检'])
  expect(await messagesOf(7)).toEqual([])
  await expect(
    desk().call(activities.editActivity, { id, version: 1, draft: draft() }),
  ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  const moved = draft({ title: '健康体检', capacity: 3, place: '湛河区体检点' })
  expect(await desk().call(activities.editActivity, { id, version: 2, draft: moved })).toMatchObject({
    told: 4,
  })
  expect(await messagesOf(7)).toEqual(['时间或地点有变：健康体检'])
})

test('forty calls at once for five seats never oversell', async () => {
  const id = await announce({ capacity: 5 })
  const calls = Array.from({ length: 40 }, (_, call) =>
    as(call % 10)
      .call(activities.signUp, { id })
      .catch((refused: { code: string }) => refused.code),
  )
  const answers = await Promise.all(calls)
  expect(answers.filter((answer) => answer === 'signed-up-already')).toHaveLength(30)
  const list = await desk().call(activities.listSignUps, { id })
  expect(list).toMatchObject({ total: 10, seated: 5, waiting: 5 })
  expect(list.rows.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('the door: an hour before until the end; who never signed up takes a free seat, and none is invented', async () => {
  const id = await announce()
  const code = await codeOf(id)
  expect(await world.nobody.call(activities.findByCode, { code })).toEqual({ id })
  await as(0).call(activities.signUp, { id })
  await expect(as(0).call(activities.checkInByCode, { code })).rejects.toMatchObject({ code: 'doors-closed' })
  world.setNow(new Date(start.getTime() - 30 * 60_000))
  const first = await as(0).call(activities.checkInByCode, { code })
  world.setNow(new Date(start.getTime() - 20 * 60_000))
  expect(await as(0).call(activities.checkInByCode, { code })).toEqual(first)
  await as(1).call(activities.checkInByCode, { code: code.toLowerCase() })
  await expect(as(2).call(activities.checkInByCode, { code })).rejects.toMatchObject({
    code: 'activity-full',
  })
  expect(await desk().call(activities.listSignUps, { id })).toMatchObject({ total: 2, checkedIn: 2 })
  await desk().call(activities.takeBackCheckIn, { id, person: riders[1]!, reason: '点错了人' })
  await expect(
    desk().call(activities.takeBackCheckIn, { id, person: riders[1]!, reason: '点错了人' }),
  ).rejects.toMatchObject({ code: 'not-checked-in' })
  expect(await desk().call(activities.listSignUps, { id })).toMatchObject({ checkedIn: 1 })
  await desk().call(activities.checkInAtDesk, { id, person: riders[1]! })
  const { rows } = await desk().call(activities.listSignUps, { id })
  expect(rows.map(({ source }) => source)).toEqual(['code', 'desk'])
  await expect(desk().call(activities.checkInAtDesk, { id, person: riders[5]! })).rejects.toMatchObject({
    code: 'not-signed-up',
  })
  world.setNow(new Date('2026-11-30T08:00:00Z'))
  await expect(as(0).call(activities.checkInByCode, { code })).rejects.toMatchObject({ code: 'doors-closed' })
  world.setNow(NOW)
})

test('called off: everybody is told why, and nothing more can be done with it', async () => {
  const id = await announce({ title: '健步走' })
  await as(8).call(activities.signUp, { id })
  expect(await desk().call(activities.cancelActivity, { id, reason: '大风预警' })).toEqual({ told: 1 })
  expect(await messagesOf(8)).toContain('活动取消：健步走')
  for (const call of [
    () => as(9).call(activities.signUp, { id }),
    () => desk().call(activities.cancelActivity, { id, reason: '再取消' }),
    () => desk().call(activities.editActivity, { id, version: 2, draft: draft() }),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'activity-cancelled' })
  expect(await world.nobody.call(activities.getActivity, { id })).toMatchObject({
    phase: 'cancelled',
    cancelReason: '大风预警',
    mine: null,
  })
})

test.each([
  [{ endsAt: start.toISOString() }, 'draft.endsAt'],
  [{ endsAt: '2027-11-30T08:00:00Z' }, 'draft.endsAt'],
  [{ startsAt: '2026-11-22T06:00:00Z' }, 'draft.startsAt'],
  [{ startsAt: '2062-11-30T06:00:00Z', endsAt: '2062-11-30T08:00:00Z' }, 'draft.startsAt'],
  [{ signUpUntil: '2026-11-19T00:00:00Z' }, 'draft.signUpUntil'],
  [{ signUpUntil: '2026-12-01T00:00:00Z' }, 'draft.signUpUntil'],
] as const)('%o is refused at %s', async (over, field) => {
  await expect(announce(over)).rejects.toMatchObject({ status: 422, problems: [{ field }] })
})

test('about a record stands what its own organisation announces, and not what another says of it', async () => {
  const about = `contest:${newId()}`
  const above = officerAt(tree.city, Object.keys(activityPermissions))
  const own = await desk().call(activities.createActivity, {
    organisationId: tree.xinhua.id,
    about,
    draft: draft({ title: '决赛现场' }),
  })
  await world
    .as(above)
    .call(activities.createActivity, { organisationId: tree.city.id, about, draft: draft() })
  const shown = await world.nobody.call(activities.listActivities, { about, organisationId: tree.xinhua.id })
  expect(shown.rows.map(({ id }) => id)).toEqual([own.id])
})

test('an erased person gives the seat back; two rows that are one person hold one seat', async () => {
  const id = await announce({ capacity: 1 })
  await as(9).call(activities.signUp, { id })
  await as(10).call(activities.signUp, { id })
  await as(11).call(activities.signUp, { id })
  await forget({ ...systemContext(world.app), now: NOW }, riders[9]!)
  expect((await as(10).call(activities.getActivity, { id })).mine).toMatchObject({ standing: 'seated' })
  const keeper = world.as(officerAt(tree.city, ['people.merge', 'people.read', 'people.keep']))
  await keeper.call(people.mergePeople, {
    from: riders[11]!,
    into: riders[10]!,
    reason: '同一个人登记了两次',
  })
  expect(await desk().call(activities.listSignUps, { id })).toMatchObject({ seated: 1, waiting: 0 })
})

test('the poster and the list can be taken home, with a reason that stays', async () => {
  const id = await announce({ title: '读书会' })
  await as(0).call(activities.signUp, { id })
  const poster = await desk().call(activities.activityPoster, { id })
  expect(Buffer.from(poster.content.slice(0, 5)).toString()).toBe('%PDF-')
  const list = await desk().call(activities.exportSignUps, { id, format: 'csv', reason: '现场签到' })
  const text = Buffer.from(list.content).toString('utf8')
  expect(text).toContain('骑手一')
  expect(text).toContain('理由：现场签到')
  expect(list.rows).toBe(1)
})

test('rights: at home yes; next door, a member and a stranger no', async () => {
  const id = await announce()
  const code = await codeOf(id)
  await as(0).call(activities.signUp, { id })
  const calls = (actor: Actor | undefined) => {
    const client = actor === undefined ? world.nobody : world.as(actor)
    const person = riders[0]!
    return [
      client.call(activities.createActivity, { organisationId: tree.xinhua.id, about: null, draft: draft() }),
      client.call(activities.editActivity, { id, version: 1, draft: draft() }),
      client.call(activities.cancelActivity, { id, reason: '取消' }),
      client.call(activities.listSignUps, { id }),
      client.call(activities.checkInAtDesk, { id, person }),
      client.call(activities.takeBackCheckIn, { id, person, reason: '点错' }),
      client.call(activities.activityPoster, { id }),
      client.call(activities.exportSignUps, { id, reason: '现场' }),
    ].map((call) =>
      call.then(
        () => 200,
        (refused: { status: number }) => refused.status,
      ),
    )
  }
  const neighbour = officerAt(tree.ruzhou, Object.keys(activityPermissions))
  expect(new Set(await Promise.all(calls(neighbour)))).toEqual(new Set([403]))
  expect(new Set(await Promise.all(calls(member(riders[1]!))))).toEqual(new Set([403]))
  expect(new Set(await Promise.all(calls(undefined)))).toEqual(new Set([401]))
  expect((await world.as(neighbour).call(activities.listStaffActivities, {})).total).toBe(0)
  expect((await desk().call(activities.listStaffActivities, { view: 'all' })).total).toBeGreaterThan(0)
  for (const call of [
    () => world.nobody.call(activities.signUp, { id }),
    () => world.nobody.call(activities.withdrawSignUp, { id }),
    () => world.nobody.call(activities.checkInByCode, { code }),
    () => world.nobody.call(activities.listMySignUps, {}),
  ])
    await expect(call()).rejects.toMatchObject({ status: 401 })
  expect((await as(0).call(activities.listMySignUps, {})).rows.map((row) => row.id)).toContain(id)
  await expect(as(0).call(activities.getActivity, { id: newId() })).rejects.toMatchObject({ status: 404 })
})
