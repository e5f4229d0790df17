import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AsOf } from '#kernel/figures/index.ts'
import { leave, setRetained, transfer } from '#kernel/memberships/index.ts'
import type { PersonKey } from '#platform/context.ts'
import { rollFigures } from './roll-figures.ts'
import { makeMembersCity, type MembersCity } from '../testing/members-city.ts'

let city: MembersCity
const people: PersonKey[] = []

/** Forty members of one union since March: twelve move in June, one is retained in July, one leaves in August. */
beforeAll(async () => {
  city = await makeMembersCity()
  const { ctx, tree } = city
  for (let count = 0; count < 40; count += 1) people.push((await city.known(tree.xinhuaUnion)).person)
  for (const person of people.slice(0, 12))
    await transfer(ctx, {
      person,
      toOrganisationId: tree.ruzhouUnion.id,
      fromDay: '2026-06-01',
      newForm: true,
    })
  await setRetained(ctx, { person: people[20]!, retained: true, fromDay: '2026-07-01' })
  await leave(ctx, { person: people[30]!, lastDay: '2026-07-31', how: 'left' })
})
afterAll(() => city.close())

/** As it is counted; what the public page shows of persons is rounded by the kernel, which has tests of its own. */
const figureOf = (key: string) => rollFigures.find((figure) => figure.key === `membership.${key}`)!
const at = (asOf: string): AsOf => ({ asOf, recordedUpTo: new Date('2100-01-01') })
const figure = (key: string, asOf: string) => figureOf(key).value(city.ctx, at(asOf))

test('members are those on the roll on that day: a transfer moves nobody out of the count', async () => {
  expect((await figure('members', '2026-02-28')).value).toBe(0)
  expect((await figure('members', '2026-05-31')).value).toBe(40)
  expect((await figure('members', '2026-06-01')).value).toBe(40)
  expect((await figure('members', '2026-07-01')).value).toBe(39)
  expect((await figure('members', '2026-08-01')).value).toBe(38)
})

test('parts add up by district and by form, and follow who moved', async () => {
  const rows = await Promise.all(
    figureOf('members').breakdowns!.map((breakdown) => breakdown.rows(city.ctx, at('2026-08-01'))),
  )
  const parts = Object.fromEntries(rows.flat().map(({ label, value }) => [label.zh, value]))
  expect(parts).toMatchObject({
    新华区总工会: 26,
    汝州市总工会: 12,
    新就业形态劳动者: 12,
    单位职工: 26,
  })
  expect((await figure('newFormMembers', '2026-08-01')).value).toBe(12)
})

test('an admission is no transfer and a transfer no admission', async () => {
  expect((await figure('admissions', '2026-12-31')).value).toBe(40)
  expect((await figure('transfers', '2026-12-31')).value).toBe(12)
  expect((await figure('transfers', '2026-05-31')).value).toBe(0)
})
