import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { contests } from '../contract.ts'
import { makeContestCity, type ContestCity } from './testing.ts'

let city: ContestCity
let world: ContestCity['world']

beforeAll(async () => {
  city = await makeContestCity()
  world = city.world
})
afterAll(() => world.close())

/** How each of several calls at once ended: `done`, or the refusal's code. */
const outcomes = async (calls: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(calls))
    .map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code))
    .toSorted()

/** Two entries with two judges each, out of four. */
async function judging() {
  const contestId = await city.openContest()
  for (const [index, name] of ['甲一', '乙二'].entries())
    await city.enter(contestId, await city.plantPerson(name), city.firms[index]!)
  await city.endEntries(contestId)
  const judges = []
  for (const name of ['评一', '评二', '评三', '评四'])
    judges.push(await city.addJudge(contestId, name, city.firms[3]!))
  const { id } = await world.as(city.officer).call(contests.openRound, { contestId, no: 1 })
  return { contestId, roundId: id, judges }
}

const tasksOf = async (judge: { account: Parameters<typeof world.as>[0] }) =>
  (await world.as(judge.account).call(contests.listMyTasks, {})).rows

async function standing(roundId: string): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from contests.assignment
    where round_id = ${roundId} and ended_at is null group by entry_id`.execute(world.owner.db)
  return rows.map(({ count }) => count)
}

describe('at the same moment', () => {
  it('one of two entries of a person counts, and one of two sheets for a task', async () => {
    const open = await city.openContest()
    const writer = await city.plantPerson('丙三')
    await city.enter(await city.openContest(), writer, city.firms[0]!)
    expect(await outcomes([1, 2].map(() => city.enter(open, writer, city.firms[0]!)))).toEqual([
      'done',
      'entered-already',
    ])
    const { judges } = await judging()
    const [task] = await tasksOf(judges[0]!)
    const client = world.as(judges[0]!.account)
    const submit = (whole: number) => client.call(contests.submitSheet, { id: task!.id, points: { whole } })
    expect(await outcomes([submit(8_000), submit(9_000)])).toEqual(['done', 'sheet-submitted'])
  })

  it('a judge hands in and is replaced: the sheet stands or the task moves, and no entry is a judge short', async () => {
    const { roundId, judges } = await judging()
    const [first] = judges
    const [task] = await tasksOf(first!)
    const points = { whole: 8_000 }
    await outcomes([
      world.as(first!.account).call(contests.submitSheet, { id: task!.id, points }),
      world.as(city.officer).call(contests.replaceJudge, { judgeId: first!.id, reason: '出差' }),
    ])
    expect(await standing(roundId)).toEqual([2, 2])
  })

  it('both judges of an entry give it back: it goes to two others', async () => {
    const { roundId, judges } = await judging()
    const held = await Promise.all(judges.map(async (judge) => ({ judge, tasks: await tasksOf(judge) })))
    const label = held[0]!.tasks[0]!.label
    const both = held.flatMap(({ judge, tasks }) =>
      tasks.filter((task) => task.label === label).map(({ id }) => ({ judge, id })),
    )
    const recuse = both.map(({ judge, id }) =>
      world.as(judge.account).call(contests.recuse, { id, reason: '认识作者' }),
    )
    expect(await outcomes(recuse)).toEqual(['done', 'done'])
    expect(await standing(roundId)).toEqual([2, 2])
  })

  it('one of two closes opens the scores, and an entry taken out is given to nobody any more', async () => {
    const { contestId, roundId, judges } = await judging()
    const officer = world.as(city.officer)
    const { rows } = await officer.call(contests.listEntries, { contestId })
    await officer.call(contests.disqualifyEntry, { id: rows[0]!.id, reason: '抄袭' })
    const last = judges.at(-1)!
    await officer.call(contests.replaceJudge, { judgeId: last.id, reason: '生病' })
    expect(await standing(roundId)).toEqual([2])
    for (const judge of judges.slice(0, -1)) await city.scoreAll(judge, () => 9_000)
    const close = () => officer.call(contests.closeRound, { id: roundId })
    expect(await outcomes([close(), close()])).toEqual(['done', 'round-closed'])
    const { rows: ranked } = await officer.call(contests.getRoundResult, { id: roundId })
    expect(ranked.map(({ given, isDisqualified }) => [given, isDisqualified])).toEqual([['first', false]])
    // The round closed without its sheets.
    await expect(
      officer.call(contests.reinstateEntry, { id: rows[0]!.id, reason: '查无此事' }),
    ).rejects.toMatchObject({ code: 'round-ran-without' })
  })

  it('one of two decisions on an entry counts, and one taken back in is judged by as many as before', async () => {
    const { contestId, roundId, judges } = await judging()
    const officer = world.as(city.officer)
    const { rows } = await officer.call(contests.listEntries, { contestId })
    const { id } = rows[0]!
    const out = () => officer.call(contests.disqualifyEntry, { id, reason: '抄袭' })
    expect(await outcomes([out(), out()])).toEqual(['disqualified-already', 'done'])
    expect(await standing(roundId)).toEqual([2])
    const gone = (await officer.call(contests.getEntryAtDesk, { id })).rounds[0]!
    expect(gone).toMatchObject({ submitted: 0, assigned: 0, place: null, sheets: [] })
    // One of the entry's judges has left meanwhile; another takes the seat.
    await officer.call(contests.replaceJudge, { judgeId: judges[0]!.id, reason: '生病' })
    const back = () => officer.call(contests.reinstateEntry, { id, reason: '查实为本人原创' })
    expect(await outcomes([back(), back()])).toEqual(['done', 'not-disqualified'])
    expect(await standing(roundId)).toEqual([2, 2])
    for (const judge of judges.slice(1)) await city.scoreAll(judge, () => 9_000)
    await officer.call(contests.closeRound, { id: roundId })
    const whole = await officer.call(contests.getEntryAtDesk, { id })
    expect(whole).toMatchObject({
      obstacle: null,
      characters: 7,
      decisions: [{ isOut: true }, { isOut: false, reason: '查实为本人原创' }],
      rounds: [{ submitted: 2, assigned: 2, place: { of: 2 }, sheets: [{ points: { whole: 9_000 } }, {}] }],
    })
  })
})
