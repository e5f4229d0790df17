import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/ids.ts'
import { contests } from '../contract.ts'
import { makeContestCity, rulesOf, somebody, type Account, type ContestCity } from './testing.ts'

let city: ContestCity
let world: ContestCity['world']
let county: ContestCity['county']
let firms: ContestCity['firms']
let officer: ContestCity['officer']
let neighbour: ContestCity['neighbour']
let plantPerson: ContestCity['plantPerson']
let openContest: ContestCity['openContest']
let enter: ContestCity['enter']
let endEntries: ContestCity['endEntries']
let addJudge: ContestCity['addJudge']

beforeAll(async () => {
  city = await makeContestCity()
  ;({ world, county, firms, officer, neighbour, plantPerson, openContest, enter, endEntries, addJudge } =
    city)
})
afterAll(() => world.close())

describe('rights', () => {
  it('hold at home, and next door, for a member and for a stranger they do not', async () => {
    const id = await openContest()
    const draft = { organisationId: county.id, title: '征文', rules: rulesOf() }
    const someone = await plantPerson('吴六')
    const judge = await addJudge(id, '评丙', firms[1]!)
    const entry = await enter(id, somebody(), firms[0]!)
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
        client.call(contests.disqualifyEntry, { id: entry.id, reason: '重复参赛' }),
        client.call(contests.reinstateEntry, { id: entry.id, reason: '查无此事' }),
        client.call(contests.getEntryAtDesk, { id: entry.id }),
        client.call(contests.previewRound, { contestId: id, no: 1 }),
        client.call(contests.getResult, { contestId: id }),
        client.call(contests.proposeResult, { contestId: id }),
        client.call(contests.exportList, { contestId: id, list: 'entries', format: 'csv', reason: '存档' }),
        client.call(contests.makeCertificates, { contestId: id }),
        client.call(contests.getCertificateBatches, { contestId: id }),
        client.call(contests.getCertificateBatch, { contestId: id, no: 1, reason: '打印' }),
      ].map((call) =>
        call.then(
          () => 200,
          (error: { status: number }) => error.status,
        ),
      )
    }
    expect(new Set(await Promise.all(calls(neighbour)))).toEqual(new Set([403]))
    expect(new Set(await Promise.all(calls(somebody())))).toEqual(new Set([403]))
    expect(new Set(await Promise.all(calls(undefined)))).toEqual(new Set([401]))
    await expect(world.as(officer).call(contests.getRound, { id: round.id })).resolves.toMatchObject({
      state: 'judging',
    })
    for (const other of [neighbour, somebody(), judge.account])
      await expect(world.as(other).call(contests.getEntry, { id: entry.id })).rejects.toMatchObject({
        status: 404,
      })
    await expect(world.as(officer).call(contests.getEntry, { id: entry.id })).resolves.toMatchObject({
      mayWithdraw: false,
    })
    await expect(
      world.as(somebody()).call(contests.declareKin, { contestId: id, names: ['某人'] }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
