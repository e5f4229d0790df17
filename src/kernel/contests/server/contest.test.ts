import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/context.ts'
import type { InputOf } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { contests } from '../contract.ts'
import { contestPermissions } from '../permissions.ts'
import { verifyRound } from '../rules/verify-round.ts'

type Account = Extract<Actor, { kind: 'account' }>
type Unit = { id: string; path: string }

let world: World
let county: Unit
let firms: Unit[]
let branch: Unit
let officer: Account
let neighbour: Account
const nobodyElse = () => person('旁人', 'root', [])

function person(name: string, unit: string, permissions: readonly string[]): Account {
  const grants = permissions.map((permission) => ({ permission, unit }))
  const key = { bk: 7, id: newId() }
  return { kind: 'account', accountId: newId(), sessionId: null, person: key, name, roles: [], grants }
}

async function plantUnit(parent: Unit | undefined, kind: string, name: string): Promise<Unit> {
  const id = newId()
  const path = parent === undefined ? 'root' : `${parent.path}.${id.replaceAll('-', '')}`
  await sql`insert into organisations.organisation (id, path, parent_id, kind, name, adcode)
    values (${id}, ${path}, ${parent?.id ?? null}, ${kind}, ${name}, '410402')`.execute(world.owner.db)
  return { id, path }
}

/** A person of the register, because a panel names persons. */
async function plantPerson(name: string): Promise<Account> {
  const one = person(name, 'root', [])
  const sealed = Buffer.alloc(1)
  await sql`insert into people.person (bk, id, name, document_kind, blind_index, document_sealed)
    values (${one.person!.bk}, ${one.person!.id}, ${name}, 'passport', ${randomBytes(32)}, ${sealed})`.execute(
    world.owner.db,
  )
  return one
}

beforeAll(async () => {
  world = await makeWorld()
  const root = await plantUnit(undefined, 'city-federation', '平顶山市总工会')
  county = await plantUnit(root, 'county-federation', '新华区总工会')
  const other = await plantUnit(root, 'county-federation', '卫东区总工会')
  firms = []
  for (const name of ['甲公司工会', '乙公司工会', '丙公司工会', '丁公司工会'])
    firms.push(await plantUnit(county, 'grassroots-union', name))
  branch = await plantUnit(firms[0]!, 'union-group', '甲公司工会一组')
  officer = person('王芳', county.path, Object.keys(contestPermissions))
  neighbour = person('李强', other.path, Object.keys(contestPermissions))
})
afterAll(() => world.close())

type Rules = InputOf<typeof contests.createContest>['rules']

const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

const rulesOf = (over: Partial<Rules> = {}): Rules => ({
  template: 'essay',
  description: '',
  entriesFrom: soon(-3_600),
  entriesUntil: soon(3_600),
  mayEnter: ['person'],
  teamMax: 5,
  perUnitMax: null,
  isAnonymous: true,
  categories: [{ id: 'essay', name: '征文', media: { kind: 'text', charactersMax: 50 } }],
  rounds: [
    {
      name: '评审',
      judgesPerEntry: 2,
      trimming: 'none',
      criteria: [{ id: 'whole', name: '总体', weight: 100, pointsMax: 10_000 }],
      advancing: null,
    },
  ],
  tieCriteria: [],
  awards: [{ id: 'first', name: '一等奖', count: 1 }],
  ...over,
})

async function openContest(over: Partial<Rules> = {}) {
  const client = world.as(officer)
  const { id } = await client.call(contests.createContest, {
    organisationId: county.id,
    title: '劳动者征文',
    rules: rulesOf(over),
  })
  await client.call(contests.openContest, { id, version: 1 })
  return id
}

const enter = (
  contestId: string,
  by: Account,
  unit: Unit,
  over: Partial<InputOf<typeof contests.enterContest>> = {},
) =>
  world.as(by).call(contests.enterContest, {
    contestId,
    category: 'essay',
    kind: 'person',
    title: `${by.name}的作品`,
    unitId: unit.id,
    participants: [{ name: by.name, hasConsented: true }],
    body: '我在班组二十年',
    ...over,
  })

/** The database's clock cannot be moved, so the deadline is. */
const endEntries = (id: string) =>
  sql`update contests.contest set entries_until = now() - interval '1 second' where id = ${id}`.execute(
    world.owner.db,
  )

async function addJudge(contestId: string, name: string, unit: Unit) {
  const judge = await plantPerson(name)
  const { id } = await world
    .as(officer)
    .call(contests.addJudge, { contestId, person: judge.person!, unitId: unit.id })
  return { account: judge, id }
}

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
})

describe('an entry', () => {
  it('comes in time, once, within the limits, with the consent of whoever is shown', async () => {
    const id = await openContest({ perUnitMax: 1 })
    const writer = nobodyElse()
    const shown = { name: '小明', hasConsented: false, isMinor: true }
    await expect(
      enter(id, writer, firms[0]!, { participants: [shown], body: '字'.repeat(51) }),
    ).rejects.toMatchObject({
      problems: [{ code: 'text-too-long' }, { code: 'consent-missing' }, { code: 'guardian-missing' }],
    })
    const { id: entryId } = await enter(id, writer, firms[0]!)
    await expect(enter(id, writer, firms[1]!)).rejects.toMatchObject({ code: 'entered-already' })
    await expect(enter(id, nobodyElse(), firms[0]!)).rejects.toMatchObject({ code: 'unit-limit' })
    await expect(world.as(nobodyElse()).call(contests.withdrawEntry, { id: entryId })).rejects.toMatchObject({
      status: 404,
    })
    await world.as(writer).call(contests.withdrawEntry, { id: entryId })
    const again = await enter(id, writer, firms[0]!)
    await endEntries(id)
    await expect(enter(id, nobodyElse(), firms[1]!)).rejects.toMatchObject({ code: 'entries-ended' })
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
      problems: [{ code: 'judges-too-few', reason: { zh: expect.stringContaining('同单位回避1位') } }],
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

describe('rights', () => {
  it('hold at home, and next door, for a member and for a stranger they do not', async () => {
    const id = await openContest()
    const draft = { organisationId: county.id, title: '征文', rules: rulesOf() }
    const someone = await plantPerson('吴六')
    const judge = await addJudge(id, '评丙', firms[1]!)
    await enter(id, nobodyElse(), firms[0]!)
    await endEntries(id)
    await addJudge(id, '评丁', firms[2]!)
    const round = await world.as(officer).call(contests.openRound, { contestId: id, no: 1 })
    const calls = (as: Account | undefined) => {
      const client = as === undefined ? world.nobody : world.as(as)
      return [
        client.call(contests.createContest, draft),
        client.call(contests.editContest, { id, version: 2, title: '征文', rules: rulesOf() }),
        client.call(contests.openContest, { id, version: 2 }),
        client.call(contests.amendContest, { id, version: 2, rules: rulesOf(), reason: '改期' }),
        client.call(contests.addJudge, { contestId: id, person: someone.person!, unitId: firms[0]!.id }),
        client.call(contests.replaceJudge, { judgeId: judge.id, reason: '不来了' }),
        client.call(contests.openRound, { contestId: id, no: 1 }),
        client.call(contests.closeRound, { id: round.id }),
        client.call(contests.decideTie, { roundId: round.id, entryIds: [newId(), newId()], reason: '合议' }),
        client.call(contests.listEntries, { contestId: id }),
        client.call(contests.listJudges, { contestId: id }),
        client.call(contests.getRound, { id: round.id }),
      ].map((call) =>
        call.then(
          () => 200,
          (error: { status: number }) => error.status,
        ),
      )
    }
    expect(new Set(await Promise.all(calls(neighbour)))).toEqual(new Set([403]))
    expect(new Set(await Promise.all(calls(nobodyElse())))).toEqual(new Set([403]))
    expect(new Set(await Promise.all(calls(undefined)))).toEqual(new Set([401]))
    await expect(world.as(officer).call(contests.getRound, { id: round.id })).resolves.toMatchObject({
      state: 'judging',
    })
    await expect(
      world.as(nobodyElse()).call(contests.declareKin, { contestId: id, names: ['某人'] }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
