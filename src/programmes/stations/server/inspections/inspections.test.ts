// Longer than most: one city with its plan, set up once, for an inspection with and without a network.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemCaller } from '#platform/application.ts'
import { newCommandKey } from '#platform/client/call.ts'
import type { InputOf } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { plantPerson } from '#kernel/people/server/testing/plant-person.ts'
import { review } from '#kernel/review/contract.ts'
import { work } from '#kernel/work/contract.ts'
import { stations } from '../../contract.ts'
import { decide, makeCertifiedCity, nearTo, scene, type CertifiedCity } from '../certificates/testing.ts'
import { upload } from '../import/testing.ts'
import { MONDAY_TEN, person, type Account } from '../testing.ts'
import { closeUnanswered } from './finding-review.ts'

let city: CertifiedCity
beforeAll(async () => {
  city = await makeCertifiedCity()
})
afterAll(() => city.remove())

const TODAY = '2026-11-23'
type Result = InputOf<typeof stations.submitInspection>

const as = (who: Account) => city.world.as(who)

async function plan(codes: string[], who = city.inspector, day = TODAY) {
  const { id } = await as(who).call(stations.planRound, { day, codes })
  return as(who).call(stations.getRound, { id })
}

type Round = Awaited<ReturnType<typeof plan>>

/** What an inspector hands in who found all well, but for these questions. */
function resultOf(
  stop: Round['stops'][number],
  wrong: readonly string[] = [],
  over: Partial<Result> = {},
): Result {
  const questions = stop.checklist.flatMap((part) => part.questions)
  const answers = questions.map(({ id, expects }) => {
    const isGood = !wrong.includes(id)
    return [id, isGood === (expects === 'yes') ? 'yes' : 'no'] as const
  })
  return {
    id: stop.inspectionId,
    key: newCommandKey(),
    startedAt: new Date(MONDAY_TEN.getTime() - 20 * 60_000).toISOString(),
    endedAt: MONDAY_TEN.toISOString(),
    answers: Object.fromEntries(answers),
    ...over,
  }
}

const submit = (result: Result, who = city.inspector) => as(who).call(stations.submitInspection, result)

test('a route is suggested in the order of the way, changed, and kept from hosts and keepers', async () => {
  const codes = [await city.equipped(), await city.equipped(), await city.equipped()]
  const { rows } = await as(city.inspector).call(stations.suggestRound, { day: TODAY, count: 3 })
  expect(rows).toHaveLength(3)
  const round = await plan([codes[2]!, codes[0]!, codes[1]!])
  expect(round.stops.map(({ code }) => code)).toEqual([codes[2], codes[0], codes[1]])
  const shorter = await as(city.inspector).call(stations.orderRound, {
    codes: [codes[2]!, codes[0]!, codes[1]!],
  })
  expect(shorter.metres).toBeLessThan(shorter.before)
  const change = { id: round.id, revision: 1, codes: [codes[0]!, codes[1]!] }
  for (const who of [city.keeper, city.member, city.stranger]) {
    await expect(as(who).call(stations.getRound, { id: round.id })).rejects.toMatchObject({
      status: who === city.stranger ? 404 : 403,
    })
    await expect(as(who).call(stations.changeRound, change)).rejects.toMatchObject({ status: 403 })
    await expect(as(who).call(stations.planRound, { day: TODAY, codes })).rejects.toMatchObject({
      status: 403,
    })
  }
  expect(JSON.stringify(await city.certificate(codes[0]!))).not.toContain(round.id)
  expect(await as(city.inspector).call(stations.changeRound, change)).toEqual({ revision: 2 })
  await expect(as(city.inspector).call(stations.changeRound, change)).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
  const changed = await as(city.inspector).call(stations.getRound, { id: round.id })
  expect(changed.stops.map(({ code }) => code)).toEqual([codes[0], codes[1]])
  await expect(plan(codes, city.inspector, '2026-11-22')).rejects.toMatchObject({ code: 'day-is-over' })
})

const waiting = async (account: Account) =>
  (await city.world.as(account).call(work.listWork, {})).rows.map(({ kind }) => kind)

test('what is found counts at once, sent again it is one result, and a repeat visit mends it', async () => {
  const code = await city.equipped()
  const [stop] = (await plan([code])).stops
  const fileId = await upload(city, city.inspector, 'station-evidence', 'a.jpg', await scene(77))
  const result = resultOf(stop!, ['sign-shown'], {
    photos: [
      { what: 'sign', fileId, capturedAt: MONDAY_TEN.toISOString() },
      { what: 'inside', fileId, capturedAt: '2026-11-20T02:00:00.000Z' },
    ],
    challenge: stop!.challenge!,
    position: await nearTo(city, code, 12),
    words: '招牌掉了，店员说下周补',
  })
  const first = await submit(result)
  expect(first).toMatchObject({
    repeated: false,
    isPassed: false,
    failing: [{ zh: '有统一标识' }],
    repeatDueOn: '2026-12-07',
    photosLeft: [{ what: 'inside', why: { zh: expect.stringContaining('太旧') } }],
  })
  expect(await submit(result)).toMatchObject({ repeated: true, isPassed: false })
  await expect(submit({ ...result, key: newCommandKey() })).rejects.toMatchObject({
    code: 'already-inspected',
  })
  const { rows } = await city.world.owner.pool.query(
    'select count(*)::int as count from stations.evidence where inspection_id = $1',
    [stop!.inspectionId],
  )
  expect(rows[0].count).toBe(stop!.checklist.flatMap(({ questions }) => questions).length + 1)
  const before = await city.certificate(code)
  expect(before.criteria[0]).toMatchObject({ id: 'sign', holds: false })
  expect(before.inspections).toMatchObject([{ isPassed: false, failing: [{ zh: '有统一标识' }] }])
  expect(await waiting(city.chief)).toContain('stations.repeat-visits')
  expect(await waiting(city.member)).not.toContain('stations.repeat-visits')
  const again = (await plan([code], city.inspector, '2026-11-24')).stops[0]!
  expect(again).toMatchObject({ kind: 'repeat', why: { zh: '复查：有统一标识' } })
  city.world.setNow(new Date(MONDAY_TEN.getTime() + 86_400_000))
  const ended = { startedAt: '2026-11-24T01:30:00.000Z', endedAt: '2026-11-24T02:00:00.000Z' }
  expect(await submit(resultOf(again, [], ended))).toMatchObject({ isPassed: true, repeatDueOn: null })
  expect((await city.certificate(code)).criteria[0]).toMatchObject({ id: 'sign', holds: true })
  city.world.setNow(MONDAY_TEN)
})

describe('two inspectors at once on one station', () => {
  test('the second is told before beginning, and called-off visits make room', async () => {
    const code = await city.equipped()
    const [one, two] = [(await plan([code])).stops[0]!, (await plan([code], city.colleague)).stops[0]!]
    const begin = (id: string, who: Account) => as(who).call(stations.beginInspection, { id })
    await begin(one.inspectionId, city.inspector)
    await begin(one.inspectionId, city.inspector)
    const told = {
      code: 'inspector-there',
      text: { zh: expect.stringContaining('苗清从10:00起正在这里检查') },
    }
    await expect(begin(two.inspectionId, city.colleague)).rejects.toMatchObject(told)
    await expect(submit(resultOf(two), city.colleague)).rejects.toMatchObject(told)
    for (const who of [city.stranger, city.member, city.keeper])
      await expect(begin(two.inspectionId, who)).rejects.toMatchObject({ status: 403 })
    const off = { id: one.inspectionId, reason: '车坏在路上' }
    for (const who of [city.stranger, city.member, city.keeper])
      await expect(as(who).call(stations.callOffInspection, off)).rejects.toMatchObject({ status: 403 })
    expect(await as(city.inspector).call(stations.callOffInspection, off)).toEqual({ calledOff: true })
    await begin(two.inspectionId, city.colleague)
  })

  test('the second, who was without a network, is told on handing in, and both may be kept', async () => {
    const code = await city.equipped()
    const [one, two] = [(await plan([code])).stops[0]!, (await plan([code], city.colleague)).stops[0]!]
    await submit(resultOf(one))
    const second = resultOf(two)
    await expect(submit(second, city.colleague)).rejects.toMatchObject({
      code: 'inspected-at-once',
      text: { zh: expect.stringContaining('苗清同一时间也检查了这里') },
    })
    expect(await submit({ ...second, confirmed: ['at-once'] }, city.colleague)).toMatchObject({
      isPassed: true,
    })
  })
})

test("neither a station's keeper nor its host's people inspect it", async () => {
  const code = await city.equipped({ hostUnit: '平顶山银行中兴路支行' })
  const own: Account = {
    ...city.keeper,
    name: '程有田',
    grants: city.inspector.grants,
    person: { bk: 7, id: newId() },
  }
  await expect(plan([code], own)).rejects.toMatchObject({ code: 'own-station' })
  const [stop] = (await plan([code])).stops
  await expect(submit(resultOf(stop!), own)).rejects.toMatchObject({ code: 'own-station' })
  const unionId = newId()
  await sql`insert into organisations.organisation (id, path, parent_id, kind, name, adcode)
    values (${unionId}, ${`root.${unionId.replaceAll('-', '')}`}, ${city.root.id}, 'grassroots-union',
      '平顶山银行中兴路支行工会委员会', '410402')`.execute(city.world.owner.db)
  const clerk: Account = {
    ...person('何静', city.root.path, ['stations.inspect']),
    person: await plantPerson(city.world.app, 61, unionId, '何静'),
  }
  await sql`insert into memberships.membership (bk, person_id, id, organisation_id, from_day, status, new_form)
    values (${clerk.person!.bk}, ${clerk.person!.id}, ${newId()}, ${unionId}, '2020-01-01', 'active', false)`.execute(
    city.world.owner.db,
  )
  await expect(submit(resultOf(stop!), clerk)).rejects.toMatchObject({
    code: 'own-station',
    problems: [{ reason: { zh: expect.stringContaining('承办单位') } }],
  })
})

test('a result that leaves a question open, asks another, or lies in the future is refused by its name', async () => {
  const code = await city.equipped()
  const [stop] = (await plan([code])).stops
  const { 'sign-shown': _open, ...rest } = resultOf(stop!).answers
  await expect(submit(resultOf(stop!, [], { answers: rest }))).rejects.toMatchObject({
    code: 'question-open',
    problems: [{ field: 'answers.sign-shown' }],
  })
  const more = { ...resultOf(stop!).answers, colour: 'yes' as const }
  await expect(submit(resultOf(stop!, [], { answers: more }))).rejects.toMatchObject({
    code: 'question-unknown',
  })
  const late = { endedAt: '2026-11-23T09:00:00.000Z' }
  await expect(submit(resultOf(stop!, [], late))).rejects.toMatchObject({ code: 'visit-times' })
  for (const who of [city.stranger, city.member, city.keeper])
    await expect(submit(resultOf(stop!), who)).rejects.toMatchObject({ status: 403 })
})

test('the station answers, another officer lifts the finding, and the certificate is as before', async () => {
  const code = await city.equipped()
  await city.take(city.keeper, code, 'sign', 501)
  const [stop] = (await plan([code])).stops
  await submit(resultOf(stop!, ['sign-shown']))
  expect((await city.certificate(code)).criteria[0]!.holds).toBe(false)
  const duties = await as(city.keeper).call(stations.keeperDuties, {})
  const [finding] = duties.rows.find((row) => row.code === code)!.findings
  expect(finding).toMatchObject({ failing: [{ zh: '有统一标识' }], dueOn: '2026-11-30' })
  const { caseId } = finding!
  await expect(as(city.member).call(review.getCase, { id: caseId })).rejects.toMatchObject({ status: 404 })
  await decide(city, city.keeper, caseId, 'answer', '当天在更换门头，见施工单')
  await decide(city, city.chief, caseId, 'lift', '施工单属实')
  expect((await city.certificate(code)).criteria[0]!.holds).toBe(true)
  expect((await city.certificate(code)).history[0]).toMatchObject({ cause: 'withdrawal' })
  expect(await as(city.keeper).call(stations.getInspection, { id: stop!.inspectionId })).toMatchObject({
    by: '',
    isPassed: false,
  })
  await expect(
    as(city.member).call(stations.getInspection, { id: stop!.inspectionId }),
  ).rejects.toMatchObject({ status: 404 })
  const listed = await as(city.officer).call(stations.listInspections, { code })
  expect(listed.rows).toMatchObject([{ by: '苗清', repeatDueOn: null }])
})

test('an answer that never came lets the finding stand when its time is over', async () => {
  const code = await city.equipped()
  const [stop] = (await plan([code])).stops
  await submit(resultOf(stop!, ['room-fixed']))
  const { rows } = await as(city.officer).call(stations.listInspections, { code })
  const run = () => closeUnanswered(contextOf(city.world.app, systemCaller('test'), 'test'))
  await run()
  const state = async () => (await as(city.chief).call(review.getCase, { id: rows[0]!.caseId! })).state
  expect(await state()).toBe('to-answer')
  city.world.setNow(new Date('2026-12-02T02:00:00Z'))
  await run()
  expect(await state()).toBe('unanswered')
  city.world.setNow(MONDAY_TEN)
})
