import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Config } from '#platform/config.ts'
import type { Actor } from '#platform/context.ts'
import type { InputOf } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { makeWorld } from '#tests/world.ts'
import { contests } from '../contract.ts'
import { contestPermissions } from '../permissions.ts'

export type Account = Extract<Actor, { kind: 'account' }>
export type Unit = { readonly id: string; readonly path: string }
type Rules = InputOf<typeof contests.createContest>['rules']

/** A county with four unions, one of which has a group, and the officers of two counties. For tests only. */
export type ContestCity = Awaited<ReturnType<typeof makeContestCity>>

export async function makeContestCity(config: Partial<Config> = {}) {
  const world = await makeWorld({ config })
  const root = await plantUnit(undefined, 'city-federation', '平顶山市总工会')
  const county = await plantUnit(root, 'county-federation', '新华区总工会')
  const other = await plantUnit(root, 'county-federation', '卫东区总工会')
  const firms: Unit[] = []
  for (const name of ['甲公司工会', '乙公司工会', '丙公司工会', '丁公司工会'])
    firms.push(await plantUnit(county, 'grassroots-union', name))
  const branch = await plantUnit(firms[0]!, 'union-group', '甲公司工会一组')
  const officer = person('王芳', county.path, Object.keys(contestPermissions))
  const second = person('周平', county.path, Object.keys(contestPermissions))
  const neighbour = person('李强', other.path, Object.keys(contestPermissions))
  return {
    world,
    county,
    firms,
    branch,
    officer,
    second,
    neighbour,
    plantPerson,
    makeMember,
    openContest,
    enter,
    endEntries,
    addJudge,
    scoreAll,
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
    await register(one)
    return one
  }

  async function register(one: Account): Promise<void> {
    await sql`insert into people.person (bk, id, name, document_kind, blind_index, document_sealed)
      values (${one.person!.bk}, ${one.person!.id}, ${one.name}, 'passport', ${randomBytes(32)}, ${Buffer.alloc(1)})
      on conflict do nothing`.execute(world.owner.db)
  }

  /** Where they are none yet: an entry is for one's own union. */
  async function makeMember(one: Account, unit: Unit): Promise<void> {
    await register(one)
    await sql`insert into memberships.membership (bk, person_id, id, organisation_id, from_day, status, new_form)
      values (${one.person!.bk}, ${one.person!.id}, ${newId()}, ${unit.id}, '2026-01-01', 'active', false)
      on conflict (bk, person_id) where to_day is null do nothing`.execute(world.owner.db)
  }

  async function openContest(over: Partial<Rules> = {}): Promise<string> {
    const client = world.as(officer)
    const rules = rulesOf(over)
    const { id } = await client.call(contests.createContest, {
      organisationId: county.id,
      title: '劳动者征文',
      rules,
    })
    await client.call(contests.openContest, { id, version: 1 })
    return id
  }

  async function enter(
    contestId: string,
    by: Account,
    unit: Unit,
    over: Partial<InputOf<typeof contests.enterContest>> = {},
  ) {
    await makeMember(by, unit)
    return world.as(by).call(contests.enterContest, {
      contestId,
      category: 'essay',
      kind: 'person',
      title: `${by.name}的作品`,
      unitId: unit.id,
      participants: [{ name: by.name, hasConsented: true }],
      body: '我在班组二十年',
      ...over,
    })
  }

  /** The database's clock cannot be moved, so the deadline is. */
  async function endEntries(id: string): Promise<void> {
    await sql`update contests.contest set entries_until = now() - interval '1 second' where id = ${id}`.execute(
      world.owner.db,
    )
  }

  /** A judge hands in a sheet for each of their entries. */
  async function scoreAll(judge: { account: Account }, pointsOf: (label: number) => number): Promise<void> {
    const client = world.as(judge.account)
    for (const { id, label } of (await client.call(contests.listMyTasks, {})).rows)
      await client.call(contests.submitSheet, { id, points: { whole: pointsOf(label) } })
  }

  async function addJudge(contestId: string, name: string, unit: Unit) {
    const account = await plantPerson(name)
    const wish = { contestId, person: account.person!, unitId: unit.id }
    const { id } = await world.as(officer).call(contests.addJudge, wish)
    return { account, id }
  }
}

export function person(name: string, unit: string, permissions: readonly string[]): Account {
  const grants = permissions.map((permission) => ({ permission, unit }))
  const key = { bk: 7, id: newId() }
  return { kind: 'account', accountId: newId(), sessionId: null, person: key, name, roles: [], grants }
}

export const somebody = () => person('旁人', 'root', [])

const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

export const rulesOf = (over: Partial<Rules> = {}): Rules => ({
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
  organisationPrize: null,
  recommendation: null,
  noticeWorkingDays: 3,
  ...over,
})
