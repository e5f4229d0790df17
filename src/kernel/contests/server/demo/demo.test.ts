import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessModule, type Persona } from '#kernel/access/index.ts'
import { cityOf } from '#kernel/city/index.ts'
import { makeDataFolder } from '#kernel/files/server/testing.ts'
import { membershipsModule } from '#kernel/memberships/index.ts'
import { organisationsModule } from '#kernel/organisations/index.ts'
import { peopleModule } from '#kernel/people/index.ts'
import { contextOf, systemCaller } from '#platform/application.ts'
import type { Actor } from '#platform/context.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { contests } from '../../contract.ts'
import { contestPermissions } from '../../permissions.ts'
import { contestFigures } from '../figures.ts'
import { contestsModule } from '../module.ts'

const folder = makeDataFolder()
const shared = new Map<string, unknown>()
let world: World

beforeAll(async () => {
  world = await makeWorld({ config: { dataFolder: folder.path } })
  shared.set('city', cityOf(world.app.config))
  const ground = {
    db: world.owner.db,
    config: world.app.config,
    today: contextOf(world.app, systemCaller('test'), 'test').now,
    seed: 410_400,
    progress: () => undefined,
    shared,
    modules: world.app.modules,
  }
  for (const module of [
    organisationsModule,
    peopleModule,
    membershipsModule,
    accessModule,
    contestsModule,
  ] as const)
    await module.demo!(ground)
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

function become(id: string): Actor {
  const { person, accountId } = (shared.get('personas') as Map<string, Persona>).get(id)!
  const grants = Object.keys(contestPermissions).map((permission) => ({ permission, unit: 'root' }))
  const isJudge = id === 'judge'
  return {
    kind: 'account',
    accountId,
    sessionId: null,
    person,
    name: id,
    roles: [],
    grants: isJudge ? [] : grants,
  }
}

const value = async (key: string) => {
  const ctx = contextOf(world.app, systemCaller('test'), 'test')
  const at = { asOf: ctx.now.toISOString().slice(0, 10), recordedUpTo: new Date('2100-01-01') }
  return (await contestFigures.find((figure) => figure.key === `contests.${key}`)!.value(ctx, at)).value
}

describe('the demo', () => {
  it('has last year’s prizes through real scores, which its record proves, and counts them', async () => {
    const { rows } = await world.nobody.call(contests.listContests, {})
    const published = rows.find(({ state }) => state === 'ended')!
    const result = await world.nobody.call(contests.getPublicResult, { contestId: published.id })
    expect(result.awards.map(({ rows: winners }) => winners.length)).toEqual([10, 20, 30, 40])
    expect(new Set(result.awards.flatMap((award) => award.rows.map(({ isShown }) => isShown))).size).toBe(2)
    expect(await world.nobody.call(contests.verify, { round: result.rounds[0]!.id })).toMatchObject({
      agrees: true,
      sheets: 300,
    })
    expect([await value('firstPrizes'), await value('secondPrizes'), await value('thirdPrizes')]).toEqual([
      10, 20, 30,
    ])
    expect(await value('entries')).toBe(727)
  })

  it('lets a visitor judge the last films and close the final: ten, twenty, thirty, and merit for the rest', async () => {
    const judge = world.as(become('judge'))
    const { rows } = await judge.call(contests.listMyTasks, { pageSize: 200 })
    const left = rows.filter(
      ({ progress, roundState }) => roundState === 'judging' && progress !== 'submitted',
    )
    expect(left.map(({ progress }) => progress).toSorted()).toEqual([
      'draft',
      'draft',
      'to-do',
      'to-do',
      'to-do',
    ])
    for (const { id } of left) {
      const task = await judge.call(contests.getTask, { id })
      expect(task.film).toMatchObject({ plays: 'small-copy', seconds: 8 })
      const points = Object.fromEntries(task.criteria.map((criterion) => [criterion.id, 8_350]))
      await judge.call(contests.submitSheet, { id, points })
    }
    const officer = world.as(become('city-officer'))
    const { rows: open } = await officer.call(contests.listStaffContests, {})
    const reading = open.find(({ entries, state }) => entries === 600 && state === 'open')!
    const { rounds } = await officer.call(contests.getContest, { id: reading.id })
    expect(rounds.map(({ state }) => state)).toEqual(['closed', 'closed', 'judging'])
    const final = rounds[2]!.id
    expect(await officer.call(contests.closeRound, { id: final })).toMatchObject({ sheets: 560 })
    for (const { entryIds } of (await officer.call(contests.getRoundResult, { id: final })).undecided)
      await officer.call(contests.decideTie, { roundId: final, entryIds, reason: '合议' })
    const result = await officer.call(contests.getResult, { contestId: reading.id })
    expect(result.awards.map(({ rows: winners }) => winners.length)).toEqual([10, 20, 30, 20])
    expect(result.recommended).toHaveLength(10)
    for (const round of rounds)
      expect((await world.nobody.call(contests.verify, { round: round.id })).agrees).toBe(true)
  })
})
