import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { member, officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { plantPerson } from '#kernel/people/server/testing/plant-person.ts'
import type { Actor } from '#platform/context.ts'
import { review } from '../contract.ts'
import { makeReviewWorld, type ReviewWorld } from './testing/review-world.ts'

let city: ReviewWorld
let rider: Actor
let boss: Actor

beforeAll(async () => {
  city = await makeReviewWorld()
  rider = member(await plantPerson(city.app, 1, city.tree.xinhuaUnion.id))
  boss = officerAt(city.tree.city, ['review.calendar'], { person: await plantPerson(city.app, 2, null) })
})
afterAll(() => city.close())

describe('the calendar', () => {
  test('stands without anybody having read it in, and says where from', async () => {
    const shown = await city.as(rider).call(review.listCalendar, { year: 2026 })
    expect(shown.rows[0]?.days.filter(({ day }) => day.startsWith('2026-10-0'))).toHaveLength(7)
    expect(shown.rows[0]?.source).toContain('chinese-days')
    expect(shown.years[0]).toBe(2004)
  })

  test.each([
    [{ day: '2028-10-02', kind: 'make-up' as const }, '2028-10-02本来就是工作日'],
    [{ day: '2029-10-01', kind: 'day-off' as const }, '2029-10-01不在2028年'],
  ])('refuses %j', async (day, said) => {
    const name = { zh: '国庆节', en: 'National Day' }
    const failure = await city
      .as(boss)
      .call(review.importCalendarYear, { year: 2028, source: '测试通知', days: [{ ...day, name }] })
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'calendar-day', problems: [{ field: 'days.0.day' }] })
    expect((failure as { text: { zh: string } }).text.zh).toContain(said)
  })

  test('is kept for the whole city by whoever keeps it there, not by a county', async () => {
    const ofCounty = officerAt(city.tree.xinhua, ['review.calendar'])
    await expect(city.as(ofCounty).call(review.importCalendarYear, { year: 2026 })).rejects.toMatchObject({
      status: 403,
    })
    await expect(city.as(boss).call(review.importCalendarYear, { year: 2090 })).rejects.toMatchObject({
      code: 'calendar-year',
    })
  })
})
