// Longer than most: one city, set up once, for whatever becomes of a wish to join.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { review } from '#kernel/review/contract.ts'
import { demoNumber } from '#kernel/people/server/testing/plant-person.ts'
import type { Client } from '#tests/world.ts'
import { membership } from '../../contract.ts'
import { DAY_MS, makeMembersCity, MONDAY, type MembersCity } from '../testing/members-city.ts'
import { tidyApplications } from './tidy-applications.ts'

let city: MembersCity
beforeAll(async () => void (city = await makeMembersCity()))
afterAll(() => city.close())

const refused = (code: string, status: number) => expect.objectContaining({ code, status })
const rowOf = async (id: string) =>
  (
    await sql<Record<string, unknown>>`select * from membership.application where id = ${id}`.execute(
      city.world.owner.db,
    )
  ).rows[0]!

const decide = (officer: Client, id: string, move: 'approve' | 'move-over' | 'admit-after-all', seq = 1) =>
  officer.call(membership.decideApplication, { id, seq, move, identity: 'card-seen' })

describe('a rider joins', () => {
  test('applies by phone, is approved, is a member from that day, and goes on as that person', async () => {
    const { world, tree, officers } = city
    const rider = await city.stranger()
    const client = world.as(rider)
    // A session that is open when the union approves goes on as the member.
    await sql`insert into access.session (id, token_hash, account_id, way, device, created_at, last_seen_at, expires_at)
      values (gen_random_uuid(), '\\x01', ${rider.accountId}, 'code', 'phone', now(), now(), now() + interval '1 day')`.execute(
      world.owner.db,
    )
    const { id, number, dueOn } = await city.apply(client, tree.xinhuaUnion.id)
    expect(number).toMatch(/^[0-9A-F]{6}$/)
    expect(dueOn).toBe('2026-11-26')
    const mine = await client.call(membership.myJoining, {})
    expect(mine.application).toMatchObject({
      id,
      state: 'checking',
      waiting: { with: tree.xinhuaUnion.name },
    })
    const list = await officers.xinhuaUnion.call(membership.listApplications, { waitingOnly: true })
    expect(list.rows.find((row) => row.id === id)).toMatchObject({ maskedName: '李**', isLate: false })
    expect(await decide(officers.xinhuaUnion, id, 'approve')).toEqual({ state: 'admitted', transferId: null })
    const after = await rowOf(id)
    expect(after).toMatchObject({ state: 'admitted', document_sealed: null, name_sealed: null })
    expect(await city.lasting({ bk: 0, id: after['person_id'] as string })).toEqual([tree.xinhuaUnion.id])
    const session = await sql<{ person: string }>`select person_id as person from access.session
      where account_id = ${rider.accountId}`.execute(world.owner.db)
    expect(session.rows[0]!.person).toBe(after['person_id'])
    const consent = await sql<{ purpose: string }>`select purpose from people.consent
      where person_id = ${after['person_id']} and given`.execute(world.owner.db)
    expect(consent.rows).toEqual([{ purpose: 'sms-notices' }])
  })

  test('a letter from another city is seen, stays with an admission and goes with a wish taken back', async () => {
    const letter = {
      fromUnion: '郑州市快递行业工会联合会',
      number: '郑工转〔2026〕18号',
      issuedOn: '2026-11-20',
    }
    const [officer, union] = [city.officers.xinhuaUnion, city.tree.xinhuaUnion.id] as const
    const [come, gone] = [city.world.as(await city.stranger()), city.world.as(await city.stranger())]
    await expect(
      city.apply(come, union, { letter: { ...letter, issuedOn: '2027-01-01' } }),
    ).rejects.toMatchObject({ problems: [{ field: 'letter.issuedOn' }] })
    const { id } = await city.apply(come, union, { letter })
    expect((await officer.call(membership.getApplication, { id })).letter).toEqual(letter)
    await decide(officer, id, 'approve')
    expect(await rowOf(id)).toMatchObject({ letter_number: letter.number, name_sealed: null })
    const second = await city.apply(gone, union, { letter })
    const mine = (await gone.call(membership.myJoining, {})).application
    await gone.call(review.act, { id: mine!.waiting.caseId, seq: 1, move: 'withdraw' })
    expect(await rowOf(second.id)).toMatchObject({ letter_from: null, letter_number: null, letter_on: null })
  })

  test('full-width digits, blanks and fifteen digits are good; what is not good is named by its field', async () => {
    const client = city.world.as(await city.stranger())
    const wide = demoNumber(77).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    const { id } = await city.apply(client, city.tree.xinhuaUnion.id, {
      name: ' 李 小 哥 ',
      number: `${wide.slice(0, 6)} ${wide.slice(6)}`,
    })
    const revealed = await city.officers.xinhuaUnion.call(membership.revealApplicant, {
      id,
      reason: '当面核对身份证',
    })
    expect(revealed).toMatchObject({ name: '李小哥', documentNumber: demoNumber(77) })
    const other = city.world.as(await city.stranger())
    const last = demoNumber(78)
    const wrong = last.slice(0, 17) + (last[17] === '1' ? '2' : '1')
    await expect(city.apply(other, city.tree.xinhuaUnion.id, { number: wrong })).rejects.toMatchObject({
      code: 'identity',
      problems: [{ field: 'documentNumber' }],
    })
    await expect(
      city.apply(other, city.tree.xinhuaUnion.id, { number: '1.10105E+17' }),
    ).rejects.toMatchObject({ problems: [{ reason: { zh: expect.stringContaining('科学计数') as string } }] })
  })

  test('nobody applies twice at once, at a county, or without a signed-in phone', async () => {
    const client = city.world.as(await city.stranger())
    await city.apply(client, city.tree.xinhuaUnion.id)
    await expect(city.apply(client, city.tree.ruzhouUnion.id)).rejects.toEqual(
      refused('application-open', 409),
    )
    const other = city.world.as(await city.stranger())
    await expect(city.apply(other, city.tree.xinhua.id)).rejects.toEqual(refused('not-a-union', 422))
    await expect(city.apply(city.world.nobody, city.tree.xinhuaUnion.id)).rejects.toEqual(
      refused('unauthenticated', 401),
    )
  })
})

describe('a stranger learns nothing', () => {
  test('whoever types a member’s document is answered like anybody; the officer sees it, and it becomes a transfer', async () => {
    const { world, tree, officers } = city
    const victim = await city.known(tree.ruzhouUnion, '周会员')
    const typist = await city.stranger()
    const client = world.as(typist)
    const known = await city.apply(client, tree.xinhuaUnion.id, { name: '周会员', number: victim.number })
    const unknown = await city.apply(world.as(await city.stranger()), tree.xinhuaUnion.id)
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    expect(known.dueOn).toBe(unknown.dueOn)
    expect(await client.call(membership.myJoining, {})).toMatchObject({ isKnown: false, membership: null })
    const seen = await officers.xinhuaUnion.call(membership.getApplication, { id: known.id })
    expect(seen.memberOf).toMatchObject({ name: tree.ruzhouUnion.name })
    expect(seen.doubts.map(({ kind }) => kind)).toEqual(['member-elsewhere', 'known-by-another-phone'])
    await expect(decide(officers.xinhuaUnion, known.id, 'approve')).rejects.toEqual(
      refused('member-already', 409),
    )
    const moved = await officers.xinhuaUnion.call(membership.decideApplication, {
      id: known.id,
      seq: 1,
      move: 'move-over',
      identity: 'known-to-us',
    })
    expect(moved.state).toBe('moving')
    // Not against the card itself: the phone does not become the member's.
    const links = await sql`select from access.account_person where account_id = ${typist.accountId}`.execute(
      world.owner.db,
    )
    expect(links.rows).toEqual([])
    expect(await city.lasting(victim.person)).toEqual([tree.ruzhouUnion.id])
    const told = await sql<{ kind: string }>`select kind from notifications.message
      where person_id = ${victim.person.id} and kind = 'membership.applied-as-you'`.execute(world.owner.db)
    expect(told.rows).toHaveLength(1)
  })

  test('the same document in two applications is shown to who decides; the second cannot be approved as well', async () => {
    const { world, tree, officers } = city
    const number = demoNumber(500)
    const [one, two] = [world.as(await city.stranger()), world.as(await city.stranger())]
    const first = await city.apply(one, tree.xinhuaUnion.id, { number })
    const second = await city.apply(two, tree.xinhuaUnion.id, { number })
    const seen = await officers.xinhuaUnion.call(membership.getApplication, { id: second.id })
    expect(seen.doubts.map(({ kind }) => kind)).toContain('same-document')
    const both = await Promise.allSettled(
      [first, second].map(({ id }) => decide(officers.xinhuaUnion, id, 'approve')),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('who decides', () => {
  test('the union and those above; not next door, a member, an auditor or a stranger', async () => {
    const { world, tree, officers } = city
    const applicant = await city.known(undefined, '钱申请')
    const { id } = await world.as(applicant.actor).call(membership.applyToJoin, {
      organisationId: tree.xinhuaUnion.id,
      employment: 'courier',
      confirmed: true,
    })
    await expect(decide(officers.ruzhouUnion, id, 'approve')).rejects.toEqual(refused('not-found', 404))
    await expect(officers.ruzhouUnion.call(membership.getApplication, { id })).rejects.toEqual(
      refused('not-found', 404),
    )
    await expect(decide(officers.auditor, id, 'approve')).rejects.toEqual(refused('forbidden', 403))
    await expect(decide(world.as(applicant.actor), id, 'approve')).rejects.toEqual(refused('forbidden', 403))
    await expect(decide(world.nobody, id, 'approve')).rejects.toEqual(refused('unauthenticated', 401))
    expect((await decide(officers.xinhua, id, 'approve')).state).toBe('admitted')
  })

  test('an officer does not admit themselves', async () => {
    const { world, tree } = city
    const self = await city.known(undefined, '孙干部')
    const actor = {
      ...self.actor,
      grants: ['membership.read', 'membership.admit'].map((permission) => ({
        permission,
        unit: tree.xinhuaUnion.path,
      })),
    }
    const client = world.as(actor)
    const { id } = await client.call(membership.applyToJoin, {
      organisationId: tree.xinhuaUnion.id,
      employment: 'employed',
      confirmed: true,
    })
    await expect(decide(client, id, 'approve')).rejects.toEqual(refused('own-proposal', 403))
  })

  test('a refusal says why; the applicant asks the level above, which another than the refuser decides', async () => {
    const { world, tree, officers } = city
    const client = world.as(await city.stranger())
    const { id } = await city.apply(client, tree.xinhuaUnion.id)
    const { caseId } = await officers.xinhuaUnion.call(membership.getApplication, { id })
    await officers.xinhuaUnion.call(review.act, {
      id: caseId,
      seq: 1,
      move: 'refuse',
      reason: '不在本会范围，请到区联合会申请',
    })
    const mine = await client.call(membership.myJoining, {})
    expect(mine.application).toMatchObject({ state: 'refused', reason: '不在本会范围，请到区联合会申请' })
    await client.call(review.act, {
      id: caseId,
      seq: 2,
      move: 'appeal',
      reason: '我在这里送餐',
      ground: 'facts',
    })
    await expect(decide(officers.xinhuaUnion, id, 'admit-after-all', 3)).rejects.toEqual(
      refused('not-your-turn', 403),
    )
    expect((await decide(officers.xinhua, id, 'admit-after-all', 3)).state).toBe('admitted')
  })
})

describe('sent back, taken back, forgotten', () => {
  test('what was returned is put right and goes in again; unanswered, it lapses and leaves nothing behind', async () => {
    const { world, tree, officers } = city
    const client = world.as(await city.stranger())
    const { id } = await city.apply(client, tree.xinhuaUnion.id)
    const { caseId } = await officers.xinhuaUnion.call(membership.getApplication, { id })
    const giveBack = (seq: number) =>
      officers.xinhuaUnion.call(review.act, { id: caseId, seq, move: 'return', reason: '姓名与证件不一致' })
    await giveBack(1)
    await client.call(membership.sendApplicationAgain, {
      id,
      seq: 2,
      name: '李晓歌',
      documentNumber: demoNumber(501),
      employment: 'courier',
    })
    expect(await rowOf(id)).toMatchObject({ state: 'checking', employment: 'courier' })
    await giveBack(3)
    await tidyApplications({ ...city.ctx, now: new Date(MONDAY.getTime() + 10 * DAY_MS) })
    expect(await rowOf(id)).toMatchObject({ state: 'returned' })
    await tidyApplications({ ...city.ctx, now: new Date(MONDAY.getTime() + 20 * DAY_MS) })
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', document_sealed: null, name_sealed: null })
  })

  test('somebody else’s application cannot be sent, and who was refused is forgotten after the days of appeal', async () => {
    const { world, tree, officers } = city
    const client = world.as(await city.stranger())
    const { id } = await city.apply(client, tree.xinhuaUnion.id)
    const { caseId } = await officers.xinhuaUnion.call(membership.getApplication, { id })
    const intruder = world.as(await city.stranger())
    await expect(
      intruder.call(membership.sendApplicationAgain, { id, seq: 1, employment: 'courier' }),
    ).rejects.toEqual(refused('not-found', 404))
    await officers.xinhuaUnion.call(review.act, { id: caseId, seq: 1, move: 'refuse', reason: '材料不实' })
    await tidyApplications({ ...city.ctx, now: new Date(MONDAY.getTime() + 20 * DAY_MS) })
    expect((await rowOf(id))['document_sealed']).not.toBeNull()
    await tidyApplications({ ...city.ctx, now: new Date(MONDAY.getTime() + 40 * DAY_MS) })
    expect(await rowOf(id)).toMatchObject({ document_sealed: null, name_sealed: null })
  })
})

describe('finding a union', () => {
  test('a poster’s code leads to its union until a new one is issued; who may issue', async () => {
    const { world, tree, officers } = city
    const organisationId = tree.xinhuaUnion.id
    const { code } = await officers.xinhuaUnion.call(membership.issueJoinCode, { organisationId })
    expect(await world.nobody.call(membership.joinPlace, { code })).toMatchObject({
      name: tree.xinhuaUnion.name,
      districtName: tree.xinhua.name,
    })
    const poster = await officers.xinhua.call(membership.joinPoster, { organisationId })
    expect(Buffer.from(poster.content.subarray(0, 5)).toString()).toBe('%PDF-')
    await officers.xinhuaUnion.call(membership.issueJoinCode, { organisationId })
    await expect(world.nobody.call(membership.joinPlace, { code })).rejects.toEqual(refused('not-found', 404))
    const member = world.as((await city.known()).actor)
    for (const [client, status] of [
      [officers.ruzhouUnion, 403],
      [member, 403],
      [world.nobody, 401],
    ] as const) {
      await expect(client.call(membership.issueJoinCode, { organisationId })).rejects.toMatchObject({
        status,
      })
      await expect(client.call(membership.joinPoster, { organisationId })).rejects.toMatchObject({ status })
    }
  })

  test('by name and by district, and nothing that is no union', async () => {
    const { world, tree } = city
    const { rows } = await world.nobody.call(membership.findUnions, { search: '家政' })
    expect(rows.map(({ organisationId }) => organisationId)).toEqual([tree.xinhuaUnion.id])
    const inRuzhou = await world.nobody.call(membership.findUnions, { adcode: '410482' })
    expect(inRuzhou.rows.map(({ name }) => name)).toEqual([tree.ruzhouUnion.name])
  })
})
