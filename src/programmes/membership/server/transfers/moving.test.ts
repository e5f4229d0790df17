// Longer than most: one city, set up once, for all that may become of a membership on its way.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { review } from '#kernel/review/contract.ts'
import { watchDeadlines } from '#kernel/review/server/watch-deadlines.ts'
import { standingOn } from '#kernel/memberships/index.ts'
import { Failure } from '#platform/failures.ts'
import type { Client } from '#tests/world.ts'
import { membership } from '../../contract.ts'
import { closeHearings } from '../standing/close-hearings.ts'
import { askTransferFor } from './open-transfer.ts'
import { DAY_MS, makeMembersCity, MONDAY, type MembersCity } from '../testing/members-city.ts'

let city: MembersCity
beforeAll(async () => void (city = await makeMembersCity()))
afterAll(() => city.close())

const refused = (code: string, status: number) => expect.objectContaining({ code, status })

type Move = 'release' | 'object' | 'release-after-all' | 'hold' | 'accept' | 'refuse'
const sideOf = (move: Move) => (move === 'accept' || move === 'refuse' ? 'acceptance' : 'release')

/** Makes a move as a person would: they see the case as it stands, and say what they think. */
async function decide(officer: Client, id: string, move: Move): Promise<string> {
  const side = sideOf(move)
  const { release, acceptance } = await officer.call(membership.getTransfer, { id })
  const seq = (side === 'release' ? release : acceptance)?.seq ?? 1
  const { state } = await officer.call(membership.decideTransfer, {
    id,
    side,
    seq,
    move,
    reason: '测试说明理由',
  })
  return state
}

async function moving(name?: string) {
  const { world, tree, known } = city
  const one = await known(tree.xinhuaUnion, name)
  const client = world.as(one.actor)
  const { id } = await client.call(membership.askTransfer, { toOrganisationId: tree.ruzhouUnion.id })
  return { ...one, client, id }
}

describe('a member whose old unit still holds them', () => {
  test('asks themselves, sees who has it and until when, and moves once both have said yes', async () => {
    const { tree, officers } = city
    const { client, id, person } = await moving()
    const { transfer } = await client.call(membership.myTransfer, {})
    expect(transfer).toMatchObject({
      state: 'open',
      release: { with: tree.xinhuaUnion.name, isOpen: true, dueOn: '2026-11-30', risen: false },
      acceptance: { with: tree.ruzhouUnion.name, isOpen: true },
      mayCancel: true,
    })
    expect(await decide(officers.ruzhouUnion, id, 'accept')).toBe('open')
    expect(await city.lasting(person)).toEqual([tree.xinhuaUnion.id])
    expect(await decide(officers.xinhuaUnion, id, 'release')).toBe('done')
    expect(await city.lasting(person)).toEqual([tree.ruzhouUnion.id])
    expect((await standingOn(city.ctx, person, '2026-11-22'))?.organisationId).toBe(tree.xinhuaUnion.id)
    expect((await standingOn(city.ctx, person, '2026-11-23'))?.organisationId).toBe(tree.ruzhouUnion.id)
  })

  test('silence of the old unit rises to the level above, which may let them go', async () => {
    const { world, officers } = city
    const { client, id, person } = await moving()
    await decide(officers.ruzhouUnion, id, 'accept')
    const later = new Date(MONDAY.getTime() + 14 * DAY_MS)
    world.setNow(later)
    await watchDeadlines({ ...city.ctx, now: later })
    const { transfer } = await client.call(membership.myTransfer, {})
    expect(transfer?.release).toMatchObject({ risen: true })
    expect(await decide(officers.xinhua, id, 'release')).toBe('done')
    expect(await city.lasting(person)).toEqual([city.tree.ruzhouUnion.id])
    world.setNow(MONDAY)
  })

  test('an objection goes above and keeps nobody; held there, the membership stays and the reason is told', async () => {
    const { officers } = city
    const one = await moving()
    expect(await decide(officers.xinhuaUnion, one.id, 'object')).toBe('open')
    await expect(decide(officers.xinhuaUnion, one.id, 'release-after-all')).rejects.toEqual(
      refused('not-your-turn', 403),
    )
    expect(await decide(officers.xinhua, one.id, 'hold')).toBe('refused')
    expect((await one.client.call(membership.myTransfer, {})).transfer).toMatchObject({
      state: 'refused',
      reason: '测试说明理由',
      acceptance: { isOpen: false },
    })
    expect(await city.lasting(one.person)).toEqual([city.tree.xinhuaUnion.id])
    const two = await moving()
    await decide(officers.xinhuaUnion, two.id, 'object')
    await decide(officers.ruzhouUnion, two.id, 'accept')
    expect(await decide(officers.xinhua, two.id, 'release-after-all')).toBe('done')
  })

  test('takes it back while it is under way; one at a time, to another union, and only by a member', async () => {
    const { world, tree, officers } = city
    const { client, id } = await moving()
    await expect(
      client.call(membership.askTransfer, { toOrganisationId: tree.ruzhouUnion.id }),
    ).rejects.toEqual(refused('transfer-open', 409))
    const other = world.as((await city.known(tree.xinhuaUnion)).actor)
    await expect(other.call(membership.cancelTransfer, { id })).rejects.toEqual(refused('not-found', 404))
    await expect(
      other.call(membership.askTransfer, { toOrganisationId: tree.xinhuaUnion.id }),
    ).rejects.toEqual(refused('same-union', 409))
    expect(await client.call(membership.cancelTransfer, { id })).toEqual({ state: 'cancelled' })
    await expect(decide(officers.xinhuaUnion, id, 'release')).rejects.toEqual(refused('not-from-here', 409))
    const nobodys = world.as((await city.known()).actor)
    await expect(
      nobodys.call(membership.askTransfer, { toOrganisationId: tree.ruzhouUnion.id }),
    ).rejects.toEqual(refused('no-member', 409))
  })
})

test('a union whose roster names them asks; the member hears of it and may take it back', async () => {
  const { world, tree, officers } = city
  const one = await city.known(tree.xinhuaUnion)
  const wish = { person: one.person, toOrganisationId: tree.ruzhouUnion.id, newForm: true }
  const id = await askTransferFor(city.ctx, wish)
  await expect(askTransferFor(city.ctx, wish)).rejects.toMatchObject({ constraint: 'transfer_one_open' })
  const client = world.as(one.actor)
  const { transfer } = await client.call(membership.myTransfer, {})
  expect(transfer).toMatchObject({ id, accepted: true, acceptance: null, mayCancel: true })
  expect(await decide(officers.xinhuaUnion, id, 'release')).toBe('done')
  expect(await city.lasting(one.person)).toEqual([tree.ruzhouUnion.id])
})

describe('who decides', () => {
  test('each side at home; not the other side, next door, a member or a stranger', async () => {
    const { world, officers } = city
    const { id, client } = await moving()
    const release = { id, side: 'release', seq: 1, move: 'release' } as const
    await expect(officers.ruzhouUnion.call(membership.decideTransfer, release)).rejects.toMatchObject({
      status: 403,
    })
    await expect(client.call(membership.decideTransfer, release)).rejects.toMatchObject({ status: 403 })
    await expect(world.nobody.call(membership.decideTransfer, release)).rejects.toMatchObject({ status: 401 })
    await expect(officers.auditor.call(membership.decideTransfer, release)).rejects.toMatchObject({
      status: 403,
    })
    const twice = await Promise.all(
      [1, 2].map(() => officers.xinhuaUnion.call(membership.decideTransfer, release)),
    )
    expect(twice.map(({ state }) => state)).toEqual(['open', 'open'])
    const { rows } = await officers.xinhuaUnion.call(membership.listTransfers, { direction: 'out' })
    expect(rows.find((row) => row.id === id)).toMatchObject({ released: true, accepted: false, mine: null })
    const into = await officers.ruzhouUnion.call(membership.listTransfers, { direction: 'in', state: 'open' })
    expect(into.rows.find((row) => row.id === id)?.mine).toMatchObject({ side: 'acceptance' })
  })
})

test('to another city: the membership ends when the old union lets go, and a letter says so', async () => {
  const { world, tree, officers } = city
  const one = await city.known(tree.xinhuaUnion, '郑远行')
  const client = world.as(one.actor)
  const { id } = await client.call(membership.askTransfer, { toCity: '郑州市总工会' })
  expect(await decide(officers.xinhuaUnion, id, 'release')).toBe('done')
  expect(await city.lasting(one.person)).toEqual([])
  const { earlier } = await client.call(membership.mySituation, {})
  expect(earlier[0]).toMatchObject({ status: 'moved', toDay: '2026-11-23' })
  const letter = await client.call(membership.transferCertificate, { id })
  expect(letter.fileName).toMatch(/410402-20261123-/)
  const other = world.as((await city.known(tree.xinhuaUnion)).actor)
  await expect(other.call(membership.transferCertificate, { id })).rejects.toEqual(refused('not-found', 404))
})

/**
 * Whatever the two unions, the level above and the member do, in whatever order and at once: a member of the city
 * has one lasting membership at every moment, and the days of all they ever had follow one another without a gap.
 */
test('never counted twice, never lost', async () => {
  const { world, tree, officers, known } = city
  const steps = [
    'release',
    'object',
    'release-after-all',
    'hold',
    'accept',
    'refuse',
    'cancel',
    'ask',
  ] as const
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
      async (rounds) => {
        world.setNow(MONDAY)
        const one = await known(tree.xinhuaUnion)
        const client = world.as(one.actor)
        const run = async (step: (typeof steps)[number]) => {
          const { transfer } = await client.call(membership.myTransfer, {})
          if (step === 'ask') {
            const [at] = await city.lasting(one.person)
            const to = at === tree.xinhuaUnion.id ? tree.ruzhouUnion.id : tree.xinhuaUnion.id
            return client.call(membership.askTransfer, { toOrganisationId: to })
          }
          if (transfer === null) return undefined
          if (step === 'cancel') return client.call(membership.cancelTransfer, { id: transfer.id })
          const isHome = transfer.fromOrganisationId === tree.xinhuaUnion.id
          const [old, next] = isHome
            ? [officers.xinhuaUnion, officers.ruzhouUnion]
            : [officers.ruzhouUnion, officers.xinhuaUnion]
          const above = isHome ? officers.xinhua : officers.ruzhou
          const who =
            sideOf(step) === 'acceptance' ? next : step === 'release' || step === 'object' ? old : above
          return decide(who, transfer.id, step)
        }
        for (const [day, round] of [['ask' as const], ...rounds].entries()) {
          world.setNow(new Date(MONDAY.getTime() + day * DAY_MS))
          const ended = await Promise.allSettled(round.map(run))
          for (const one of ended) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Failure)
          expect(await city.lasting(one.person)).toHaveLength(1)
        }
        const { rows } = await sql<{ gaps: number }>`select count(*) as gaps from (
          select from_day - lag(to_day) over (order by from_day) as step
          from memberships.membership where person_id = ${one.person.id}) as line
          where step is not null and step <> 1`.execute(world.owner.db)
        expect(rows[0]!.gaps).toBe(0)
      },
    ),
    { numRuns: 12 },
  )
  world.setNow(MONDAY)
}, 60_000)

describe('staying, leaving, and being put out', () => {
  test('retained and back, by the union and no other; the member hears of it', async () => {
    const { world, tree, officers } = city
    const one = await city.known(tree.xinhuaUnion)
    const change = { person: one.person, fromDay: '2026-11-01', reason: '已办理退休手续' }
    const retain = { ...change, why: 'retired' } as const
    await expect(officers.ruzhouUnion.call(membership.retainMember, retain)).rejects.toMatchObject({
      status: 403,
    })
    await expect(world.as(one.actor).call(membership.retainMember, retain)).rejects.toMatchObject({
      status: 403,
    })
    await expect(world.nobody.call(membership.retainMember, retain)).rejects.toMatchObject({ status: 401 })
    await officers.xinhuaUnion.call(membership.retainMember, retain)
    const mine = await world.as(one.actor).call(membership.mySituation, {})
    expect(mine).toMatchObject({ current: { status: 'retained' }, retainedSince: '2026-11-01' })
    await expect(officers.ruzhouUnion.call(membership.resumeMember, change)).rejects.toMatchObject({
      status: 403,
    })
    await officers.xinhuaUnion.call(membership.resumeMember, { ...change, fromDay: '2026-11-10' })
    const seen = await officers.xinhuaUnion.call(membership.getMember, one.person)
    expect(seen.lines.map(({ status }) => status)).toEqual(['active', 'retained', 'active'])
    await expect(officers.ruzhouUnion.call(membership.getMember, one.person)).rejects.toEqual(
      refused('not-found', 404),
    )
  })

  test('leaving is the member’s own wish: taken back, or seen to, and an open transfer ends with it', async () => {
    const { officers } = city
    const { client, id, person } = await moving()
    const first = await client.call(membership.askToLeave, {})
    await expect(client.call(membership.askToLeave, {})).rejects.toEqual(refused('ending-open', 409))
    await client.call(review.act, { id: first.caseId, seq: 1, move: 'take-back' })
    const second = await client.call(membership.askToLeave, { reason: '离开本市' })
    await expect(
      officers.ruzhouUnion.call(review.act, { id: second.caseId, seq: 1, move: 'confirm' }),
    ).rejects.toEqual(refused('not-found', 404))
    await officers.xinhuaUnion.call(review.act, { id: second.caseId, seq: 1, move: 'confirm' })
    expect(await city.lasting(person)).toEqual([])
    expect((await client.call(membership.myTransfer, {})).transfer).toMatchObject({ id, state: 'cancelled' })
  })

  test('an expulsion waits for the member’s side, is decided above by another, and an appeal brings them back', async () => {
    const { world, tree, officers } = city
    const one = await city.known(tree.xinhuaUnion)
    const client = world.as(one.actor)
    const proposal = { person: one.person, reason: '严重损害工会声誉' }
    await expect(officers.ruzhouUnion.call(membership.proposeExpulsion, proposal)).rejects.toMatchObject({
      status: 403,
    })
    await expect(client.call(membership.proposeExpulsion, proposal)).rejects.toMatchObject({ status: 403 })
    await expect(world.nobody.call(membership.proposeExpulsion, proposal)).rejects.toMatchObject({
      status: 401,
    })
    const { caseId } = await officers.xinhuaUnion.call(membership.proposeExpulsion, proposal)
    const act = (who: Client, seq: number, move: string, ground?: string) =>
      who.call(review.act, { id: caseId, seq, move, reason: '测试说明理由', ...(ground && { ground }) })
    await expect(act(officers.xinhua, 1, 'expel')).rejects.toEqual(refused('not-from-here', 409))
    await closeHearings({ ...city.ctx, now: new Date(MONDAY.getTime() + 5 * DAY_MS) })
    await act(client, 1, 'answer')
    await expect(act(officers.xinhuaUnion, 2, 'expel')).rejects.toEqual(refused('not-your-turn', 403))
    await act(officers.xinhua, 2, 'expel')
    expect(await city.lasting(one.person)).toEqual([])
    world.setNow(new Date(MONDAY.getTime() + 2 * DAY_MS))
    await act(client, 3, 'appeal', 'facts')
    await expect(act(officers.xinhua, 4, 'drop')).rejects.toEqual(refused('earlier-actor', 403))
    await act(officers.city, 4, 'drop')
    expect(await city.lasting(one.person)).toEqual([tree.xinhuaUnion.id])
    world.setNow(MONDAY)
  })

  test('a hearing that nobody answers ends with its deadline', async () => {
    const { tree, officers } = city
    const one = await city.known(tree.xinhuaUnion)
    const { caseId } = await officers.xinhuaUnion.call(membership.proposeExpulsion, {
      person: one.person,
      reason: '严重损害工会声誉',
    })
    await closeHearings({ ...city.ctx, now: new Date(MONDAY.getTime() + 20 * DAY_MS) })
    const seen = await officers.xinhua.call(review.getCase, { id: caseId })
    expect(seen.state).toBe('heard')
  })
})
