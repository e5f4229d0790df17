// Longer than most: one city, set up once, for its rules, entries and rounds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contextOf, systemCaller } from '#platform/application.ts'
import { cityDay } from '#platform/city-time.ts'
import { contests } from '../contract.ts'
import { verifyRound } from '../rules/verify-round.ts'
import { workList } from './work-list.ts'
import { makeContestCity, rulesOf, somebody, type Account, type ContestCity } from './testing.ts'

const DAY_MS = 86_400_000
/** So many days from now, on the city's calendar. */
const dayIn = (days: number) => cityDay(new Date(Date.now() + days * DAY_MS))

let city: ContestCity
let world: ContestCity['world']
let county: ContestCity['county']
let firms: ContestCity['firms']
let branch: ContestCity['branch']
let officer: ContestCity['officer']
let plantPerson: ContestCity['plantPerson']
let openContest: ContestCity['openContest']
let enter: ContestCity['enter']
let endEntries: ContestCity['endEntries']
let addJudge: ContestCity['addJudge']

beforeAll(async () => {
  city = await makeContestCity()
  ;({ world, county, firms, branch, officer, plantPerson, openContest, enter, endEntries, addJudge } = city)
})
afterAll(() => world.close())

describe('the rules of a contest', () => {
  it('are sound, change until it opens, and then by an amendment that everybody reads', async () => {
    const client = world.as(officer)
    const rules = rulesOf()
    rules.rounds[0]!.criteria[0]!.weight = 90
    const draft = { organisationId: county.id, title: '征文' }
    await expect(client.call(contests.createContest, { ...draft, rules })).rejects.toMatchObject({
      problems: [{ code: 'weights' }],
    })
    const id = await openContest()
    await expect(
      client.call(contests.editContest, { id, version: 2, title: '改名', rules: rulesOf() }),
    ).rejects.toMatchObject({ code: 'contest-open' })
    await client.call(contests.amendContest, {
      id,
      version: 2,
      rules: rulesOf({ perUnitMax: 3 }),
      reason: '报名的多，每个单位限三件',
    })
    const seen = await world.nobody.call(contests.getContest, { id })
    expect(seen.amendments.map(({ no, reason }) => [no, reason])).toEqual([
      [0, '发布'],
      [1, '报名的多，每个单位限三件'],
    ])
    expect(seen.rules.perUnitMax).toBe(3)
  })

  it('say when a round is judged, and a later day is an amendment', async () => {
    const client = world.as(officer)
    const [round] = rulesOf().rounds
    const judged = (from: number, until: number) => ({
      rounds: [{ ...round!, judging: { from: dayIn(from), until: dayIn(until) } }],
    })
    await expect(openContest(judged(-1, 5))).rejects.toMatchObject({
      problems: [{ field: 'rules.rounds.0.judging.from', code: 'begins-before-entries-end' }],
    })
    const id = await openContest(judged(1, 5))
    await enter(id, await plantPerson('柳一'), firms[0]!)
    await endEntries(id)
    const steps = async (inDays: number) => {
      world.setNow(new Date(Date.now() + inDays * DAY_MS))
      const ctx = contextOf(world.app, { ...systemCaller('test'), actor: officer }, 'test')
      return (await workList(ctx)).filter(({ href }) => href.endsWith(id)).map(({ kind }) => kind)
    }
    expect([await steps(0), await steps(1)]).toEqual([[], ['contests.open-round']])
    const judges = [await addJudge(id, '评甲', firms[2]!), await addJudge(id, '评乙', firms[3]!)]
    await client.call(contests.openRound, { contestId: id, no: 1 })
    expect([await steps(5), await steps(6)]).toEqual([[], ['contests.late-round']])
    // An extension reaches a round that runs, and its judges.
    const wish = { id, version: 2, rules: rulesOf(judged(1, 9)), reason: '评委出差，延后四天' }
    await client.call(contests.amendContest, wish)
    expect(await steps(6)).toEqual([])
    const { rows } = await world.as(judges[0]!.account).call(contests.listMyTasks, {})
    expect(rows[0]!.judgingUntil).toBe(dayIn(9))
    world.setNow(new Date())
  })
})

describe('an entry', () => {
  it('comes in time, once, within the limits, with the consent of whoever is shown', async () => {
    const id = await openContest({ perUnitMax: 1 })
    const writer = somebody()
    const shown = { name: '小明', hasConsented: false, isMinor: true }
    await expect(
      enter(id, writer, firms[0]!, { participants: [shown], body: '字'.repeat(51) }),
    ).rejects.toMatchObject({
      problems: [{ code: 'text-too-long' }, { code: 'consent-missing' }, { code: 'guardian-missing' }],
    })
    const { id: entryId } = await enter(id, writer, firms[0]!)
    await expect(enter(id, writer, branch)).rejects.toMatchObject({ code: 'entered-already' })
    await expect(enter(id, writer, firms[1]!)).rejects.toMatchObject({ code: 'unit-not-own' })
    await expect(enter(id, somebody(), firms[0]!)).rejects.toMatchObject({ code: 'unit-limit' })
    await expect(world.as(somebody()).call(contests.withdrawEntry, { id: entryId })).rejects.toMatchObject({
      status: 404,
    })
    await world.as(writer).call(contests.withdrawEntry, { id: entryId })
    const again = await enter(id, writer, firms[0]!)
    await endEntries(id)
    await expect(enter(id, somebody(), firms[1]!)).rejects.toMatchObject({ code: 'entries-ended' })
    await expect(world.as(writer).call(contests.withdrawEntry, { id: again.id })).rejects.toMatchObject({
      code: 'entries-ended',
    })
    const { rows } = await world.as(writer).call(contests.listMyEntries, {})
    expect(rows.map(({ state }) => state)).toEqual(['submitted', 'withdrawn'])
  })
})

describe('a round', () => {
  it('runs from the lot to a result that anybody counts again, sealed on the way', async () => {
    const id = await openContest()
    const writers = await Promise.all(['赵一', '钱二', '孙三'].map((name) => plantPerson(name)))
    await enter(id, writers[0]!, branch)
    await enter(id, writers[1]!, firms[1]!)
    await enter(id, writers[2]!, firms[2]!)
    const client = world.as(officer)
    await expect(client.call(contests.openRound, { contestId: id, no: 1 })).rejects.toMatchObject({
      code: 'entries-still-open',
    })
    await endEntries(id)
    const [ofFirm, second] = [await addJudge(id, '评一', firms[0]!), await addJudge(id, '评二', firms[3]!)]
    // The first judge's union is the parent of the entrant's group, so one entry is a judge short.
    await expect(client.call(contests.openRound, { contestId: id, no: 1 })).rejects.toMatchObject({
      code: 'judges-too-few',
      problems: [{ code: 'judges-too-few', reason: { zh: expect.stringContaining('回避：同单位1位') } }],
    })
    const third = await addJudge(id, '评三', firms[3]!)
    await world.as(third.account).call(contests.declareKin, { contestId: id, names: ['钱二'] })
    const round = await client.call(contests.openRound, { contestId: id, no: 1 })
    expect(round).toMatchObject({ entries: 3, judges: 3, sheets: 6, most: 2, fewest: 2, status: 'optimal' })

    const tasksOf = async (judge: { account: Account }) =>
      (await world.as(judge.account).call(contests.listMyTasks, {})).rows
    const [mine] = await tasksOf(second)
    expect(mine).toMatchObject({ title: null, progress: 'to-do' })
    expect(
      JSON.stringify(await world.as(second.account).call(contests.getTask, { id: mine!.id })),
    ).not.toMatch(/作品"|赵一|钱二|孙三|公司/)
    await expect(world.as(third.account).call(contests.getTask, { id: mine!.id })).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      world
        .as(second.account)
        .call(contests.submitSheet, { id: mine!.id, points: { whole: 10_000, other: 1 } }),
    ).rejects.toMatchObject({ problems: [{ code: 'unknown-criterion' }] })
    for (const whole of [-1, 10_001])
      await expect(
        world.as(second.account).call(contests.submitSheet, { id: mine!.id, points: { whole } }),
      ).rejects.toMatchObject({ status: 422 })
    await world.as(second.account).call(contests.saveDraft, { id: mine!.id, points: { whole: 7_000 } })
    expect(await world.as(second.account).call(contests.getTask, { id: mine!.id })).toMatchObject({
      draft: { whole: 7_000 },
      progress: 'draft',
    })

    for (const judge of [ofFirm, second])
      for (const task of await tasksOf(judge)) {
        const { receipt } = await world
          .as(judge.account)
          .call(contests.submitSheet, { id: task.id, points: { whole: 8_000 } })
        expect(receipt).toMatch(/^[0-9a-f]{64}$/)
      }
    await expect(
      world.as(second.account).call(contests.submitSheet, { id: mine!.id, points: { whole: 1 } }),
    ).rejects.toMatchObject({ code: 'sheet-submitted' })
    await expect(client.call(contests.closeRound, { id: round.id })).rejects.toMatchObject({
      code: 'sheets-missing',
    })
    for (const sealed of [contests.getRoundResult, contests.getRoundRecord, contests.getJudges])
      await expect(world.system.call(sealed, { id: round.id })).rejects.toMatchObject({
        code: 'round-sealed',
      })

    // The third judge falls ill: another, of a house of their own, takes over what is left.
    const fourth = await addJudge(id, '评四', firms[3]!)
    const moved = await client.call(contests.replaceJudge, { judgeId: third.id, reason: '生病住院' })
    expect(moved).toEqual({ standing: 0, moved: 2 })
    const taken = await tasksOf(fourth)
    expect(taken).toHaveLength(2)
    for (const { id: task } of taken)
      await world.as(fourth.account).call(contests.submitSheet, { id: task, points: { whole: 8_000 } })

    const closed = await client.call(contests.closeRound, { id: round.id })
    expect(closed).toMatchObject({ sheets: 6, undecidedTies: 1 })
    const { undecided } = await client.call(contests.getRoundResult, { id: round.id })
    const [tie] = undecided
    await expect(
      client.call(contests.decideTie, {
        roundId: round.id,
        entryIds: tie!.entryIds.slice(1),
        reason: '少一件',
      }),
    ).rejects.toMatchObject({ code: 'not-that-tie' })
    await client.call(contests.decideTie, {
      roundId: round.id,
      entryIds: tie!.entryIds,
      reason: '评委会合议',
    })
    const { rows } = await client.call(contests.getRoundResult, { id: round.id })
    expect(rows.filter(({ given }) => given === 'first').map(({ entryId }) => entryId)).toEqual([
      tie!.entryIds[0],
    ])

    expect(await world.nobody.call(contests.verify, { round: round.id })).toMatchObject({
      agrees: true,
      sheets: 6,
    })
    const record = await world.nobody.call(contests.getRoundRecord, { id: round.id })
    expect(verifyRound(record)).toEqual([])
    const labels = tie!.entryIds.map((entryId) => rows.find((row) => row.entryId === entryId)!.label)
    expect(record.tieDecisions).toMatchObject([{ entries: labels, reason: '评委会合议' }])
    record.sheets[0]!.points['whole'] = 8_001
    expect(verifyRound(record).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['commitment', 'missing-sheet', 'ranking']),
    )
    expect(
      (await client.call(contests.getJudges, { id: round.id })).judges.map(({ leaning }) => leaning),
    ).toEqual([0, 0, 0])
    await expect(
      world.as(fourth.account).call(contests.recuse, { id: taken[0]!.id, reason: '认识作者' }),
    ).rejects.toMatchObject({ code: 'round-closed' })
  })

  it('is tried before it is opened: who may not judge what and why, and where judges are too few', async () => {
    const id = await openContest()
    const client = world.as(officer)
    const writer = await plantPerson('叶一')
    await enter(id, writer, firms[0]!)
    await enter(id, await plantPerson('叶二'), firms[1]!)
    const kinsman = await addJudge(id, '评一', firms[2]!)
    await world.as(kinsman.account).call(contests.declareKin, { contestId: id, names: ['叶二'] })
    await addJudge(id, '评二', branch)
    const preview = () => client.call(contests.previewRound, { contestId: id, no: 1 })
    const short = await preview()
    expect(short).toMatchObject({ isPreliminary: true, entries: 2, loads: null, shortTotal: 2 })
    expect(short.short.map(({ no, free }) => [no, free])).toEqual([
      [1, 1],
      [2, 1],
    ])
    expect(
      short.conflicts.map(({ judgeName, entryNo, kind, through }) => [judgeName, entryNo, kind, through]),
    ).toEqual([
      ['评一', 2, 'kin', '叶二'],
      ['评二', 1, 'same-house', '甲公司工会'],
    ])
    await addJudge(id, '评三', firms[3]!)
    expect(await preview()).toMatchObject({ loads: { fewest: 1, most: 2 }, short: [], conflictsTotal: 2 })
    expect((await client.call(contests.getContest, { id })).rounds).toEqual([])
  })

  it('gives an entry that a judge knows to another', async () => {
    const id = await openContest({ rounds: [{ ...rulesOf().rounds[0]!, judgesPerEntry: 1 }] })
    await enter(id, await plantPerson('周五'), firms[0]!)
    await endEntries(id)
    const judges = [await addJudge(id, '评甲', firms[1]!), await addJudge(id, '评乙', firms[2]!)]
    await world.as(officer).call(contests.openRound, { contestId: id, no: 1 })
    const tasks = async (at: number) =>
      (await world.as(judges[at]!.account).call(contests.listMyTasks, {})).rows
    const first = (await tasks(0)).length === 1 ? 0 : 1
    const [task] = await tasks(first)
    await world.as(judges[first]!.account).call(contests.recuse, { id: task!.id, reason: '同学' })
    expect(await tasks(first)).toEqual([])
    const [other] = await tasks(1 - first)
    await expect(
      world.as(judges[1 - first]!.account).call(contests.recuse, { id: other!.id, reason: '也认识' }),
    ).rejects.toMatchObject({ code: 'judges-too-few' })
  })
})
