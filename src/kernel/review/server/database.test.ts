import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { member, officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { plantPerson } from '#kernel/people/server/testing/plant-person.ts'
import type { Actor, PersonKey } from '#platform/context.ts'
import { makeReviewWorld, type ReviewWorld } from './testing/review-world.ts'

let city: ReviewWorld
let rider: Actor
let county: Actor
const keys: Record<string, PersonKey> = {}

beforeAll(async () => {
  city = await makeReviewWorld()
  for (const [index, name] of ['王小明', '李县'].entries())
    keys[name] = await plantPerson(city.app, index + 1, city.tree.xinhuaUnion.id, name)
  rider = member(keys['王小明']!, '王小明')
  county = officerAt(city.tree.xinhua, ['garden.check'], { person: keys['李县']!, name: '李县' })
})
afterAll(() => city.close())

describe('the database', () => {
  const insert = (id: string, no: number, from: string | null, to: string, by: Actor, decides = false) =>
    sql`insert into review.action (case_id, no, move, from_state, to_state, applicant, proposer,
        actor_bk, actor_id, actor_account, actor_name, decides, at)
      select id, ${no}, 'publish', ${from}, ${to}, applicant, proposer,
        ${by.kind === 'account' ? by.person!.bk : null}, ${by.kind === 'account' ? by.person!.id : null}, null, '直写',
        ${decides}, now()
      from review.case_file where id = ${id}`.execute(city.app.database.db)

  test('refuses an action that does not start where the last one ended, or leaves a number out', async () => {
    const { id } = await city.open(rider)
    await expect(insert(id, 2, 'published', 'granted', county)).rejects.toMatchObject({
      constraint: 'action_chain',
    })
    await expect(insert(id, 3, 'at-county', 'granted', county)).rejects.toMatchObject({
      constraint: 'action_chain',
    })
    await expect(insert(id, 2, null, 'granted', county)).rejects.toMatchObject({ constraint: 'action_first' })
    await expect(insert(id, 1, null, 'granted', county)).rejects.toMatchObject({ constraint: 'action_key' })
  })

  test('refuses that the proposer or the applicant decides, and a party that is not the case’s', async () => {
    const { id } = await city.open(county, { applicant: { person: keys['王小明']! } })
    await expect(insert(id, 2, 'at-county', 'published', county, true)).rejects.toMatchObject({
      constraint: 'action_not_own',
    })
    await expect(insert(id, 2, 'at-county', 'published', rider, true)).rejects.toMatchObject({
      constraint: 'action_not_own',
    })
    await expect(
      sql`insert into review.action (case_id, no, move, from_state, to_state, applicant, proposer, actor_bk, actor_id,
          actor_name, decides, at)
        values (${id}, 2, 'publish', 'at-county', 'published', 'nobody', 'system', ${keys['李县']!.bk},
          ${keys['李县']!.id}, '直写', true, now())`.execute(city.app.database.db),
    ).rejects.toMatchObject({ constraint: 'action_parties' })
  })

  test('keeps what happened: no update, no delete, and no state that no action led to', async () => {
    const { id } = await city.open(rider)
    const { db } = city.app.database
    for (const table of [
      'action',
      'case_file',
      'notice',
      'objection',
      'notice_end',
      'calendar_day',
      'assignment',
    ]) {
      await expect(sql`delete from review.${sql.raw(table)}`.execute(db)).rejects.toThrow(/permission denied/)
    }
    await expect(sql`update review.action set to_state = 'granted'`.execute(db)).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      sql`update review.standing set state = 'granted' where case_id = ${id}`.execute(db),
    ).rejects.toMatchObject({ constraint: 'standing_action' })
  })
})
