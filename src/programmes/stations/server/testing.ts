import { review } from '#kernel/review/contract.ts'
import { makeWorld, type World } from '#tests/world.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { encrypt } from '#platform/keys.ts'
import type { InputOf } from '#platform/contract.ts'
import { sql } from 'kysely'
import { stationPermissions, stations } from '../contract.ts'
import { keeperPhoneIndex } from './keeping/appoint-keeper.ts'
import { openPlate } from './keeping/issue-plates.ts'

export type Account = Extract<Actor, { kind: 'account' }>
export type DraftInput = InputOf<typeof stations.createStation>['draft']

/** Two counties of a city, with the people that stand around a station. For tests only. */
export type TestCity = Awaited<ReturnType<typeof makeTestCity>>

/** A Monday, ten in the morning in the city. */
export const MONDAY_TEN = new Date('2026-11-23T02:00:00Z')

export async function makeTestCity(options: Parameters<typeof makeWorld>[0] = {}) {
  const world = await makeWorld({ now: MONDAY_TEN, ...options })
  const root = await plantUnit(world, undefined, '平顶山市总工会', '410400')
  const own = await plantUnit(world, root.id, '新华区总工会', '410402')
  const other = await plantUnit(world, root.id, '卫东区总工会', '410403')
  const officer = person('王芳', own.path, Object.keys(stationPermissions))
  const stranger = person('李强', other.path, Object.keys(stationPermissions))
  const createStation = async (over: Partial<DraftInput> = {}): Promise<string> => {
    const { code } = await world.as(officer).call(stations.createStation, {
      organisationId: own.id,
      draft: draft(over),
    })
    return code
  }
  const member = person('赵敏', own.path, [])
  return { world, root, own, other, officer, stranger, member, createStation, closeStation }

  /** By its case, as stations go: proposed, checked in the county, let go by the city, by three people. */
  async function closeStation(code: string): Promise<void> {
    const reason = '所在门店搬走了'
    const proposer = world.as(person('周明', own.path, ['stations.edit']))
    const { caseId: id } = await proposer.call(stations.proposeLeaving, { code, reason })
    const checker = world.as(person('吴静', own.path, ['stations.check']))
    await checker.call(review.act, { id, seq: 1, move: 'forward', reason })
    const decider = world.as(person('郑军', root.path, ['stations.decide']))
    await decider.call(review.act, { id, seq: 2, move: 'let-go', reason })
  }
}

export function person(name: string, unit: string, permissions: readonly string[]): Account {
  return {
    kind: 'account',
    accountId: newId(),
    sessionId: null,
    person: { bk: 7, id: newId() },
    name,
    roles: [],
    grants: permissions.map((permission) => ({ permission, unit })),
  }
}

/** Somebody who signed in with this phone. */
export async function phoneOwner(world: World, phone: string): Promise<Account> {
  const account = person('', 'root', [])
  const { keys } = world.app.config
  await sql`insert into access.account (id, phone_sealed, phone_index, created_at)
    values (${account.accountId}, ${encrypt(keys, 'phone', phone)}, ${keeperPhoneIndex(keys, phone)}, now())`.execute(
    world.owner.db,
  )
  return account
}

let placed = 0

/** A station open from eight to six, each some 200 m from the one before. */
export function draft(over: Partial<DraftInput> = {}): DraftInput {
  placed++
  return {
    name: `测试驿站${placed}`,
    adcode: '410402',
    address: '测试路1号',
    location: { longitude: 113.2 + placed * 0.002, latitude: 33.74, datum: 'GCJ-02' },
    hours: weekly('08:00', '18:00'),
    facilities: ['water', 'seats'],
    hostUnit: '测试单位',
    phone: '',
    level: 'ordinary',
    ...over,
  }
}

export const weekly = (from: string, to: string): DraftInput['hours'] => ({
  seasons: [{ weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from, to }] }],
  exceptions: [],
})

/** The code of a station's plate, as it is printed on the door. */
export async function plateSecret(world: World, code: string): Promise<string> {
  const { rows } = await sql<{ sealed: Buffer }>`select p.secret_sealed as sealed from stations.plate p
    join stations.station s on s.id = p.station_id where s.code = ${code} and p.ended_at is null`.execute(
    world.owner.db,
  )
  return openPlate(world.app.config.keys, rows[0]!.sealed)
}

/** Asks again until it holds; the index hears of a change some milliseconds after its commit. */
export async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    const answer = await ask()
    if (holds(answer)) return answer
    if (attempt === 100) throw new Error(`never came to hold: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

async function plantUnit(world: World, parentId: string | undefined, name: string, adcode: string) {
  const id = newId()
  const path = parentId === undefined ? 'root' : `root.${id.replaceAll('-', '')}`
  await sql`insert into organisations.organisation (id, path, parent_id, kind, name, adcode)
    values (${id}, ${path}, ${parentId ?? null}, ${parentId === undefined ? 'city-federation' : 'county-federation'},
      ${name}, ${adcode})`.execute(world.owner.db)
  return { id, path, name }
}
