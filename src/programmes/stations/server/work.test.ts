import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contextOf } from '#platform/application.ts'
import type { Actor, Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { stations } from '../contract.ts'
import { handOver, holdings } from './personal-data.ts'
import { makeTestCity, MONDAY_TEN, phoneOwner, type TestCity } from './testing.ts'
import { workList } from './work-list.ts'

let city: TestCity
beforeAll(async () => void (city = await makeTestCity()))
afterAll(() => city.world.close())

const contextFor = (actor: Actor): Context =>
  contextOf(city.world.app, { actor, language: 'zh-CN', origin: 'test', requestId: 'test' }, 'test')

it('a report waits for its keeper at once, and for officers there once it is late', async () => {
  const code = await city.createStation({ name: '湖滨驿站' })
  await city.world.as(city.officer).call(stations.appointKeeper, { code, name: '周立', phone: '13511112222' })
  const keeper = await phoneOwner(city.world, '13511112222')
  await city.world.nobody.call(stations.reportStation, {
    code,
    kind: 'no-water',
    visitorKey: crypto.randomUUID(),
  })
  expect(await workList(contextFor(keeper))).toMatchObject([
    { kind: 'stations.open-report', title: { zh: '湖滨驿站：没有水，等待答复' } },
    {
      kind: 'stations.certificate-incomplete',
      title: { zh: '湖滨驿站：证书不齐全，请补依据' },
      href: '/keeper',
    },
  ])
  expect(await workList(contextFor(city.officer))).toEqual([])
  city.world.setNow(new Date(MONDAY_TEN.getTime() + 25 * 3_600_000))
  expect(await workList(contextFor(city.officer))).toMatchObject([{ kind: 'stations.late-report' }])
  expect(await workList(contextFor(city.stranger))).toEqual([])
  expect(await workList(contextFor(city.member))).toEqual([])
})

it('a person’s visits are found by their accounts, and counted', async () => {
  const account = await phoneOwner(city.world, '13511113333')
  const person = { bk: 3, id: newId() }
  await sql`insert into access.account_person (account_id, person_bk, person_id, since)
    values (${account.accountId}, ${person.bk}, ${person.id}, now())`.execute(city.world.owner.db)
  const code = await city.createStation()
  await city.world.as(account).call(stations.checkIn, { code })
  const held = await holdings(contextFor({ kind: 'system', name: 'test' }), person)
  expect(held).toMatchObject([{ count: 1, what: { zh: '驿站打卡' } }])
  expect(await holdings(contextFor(city.member), { bk: 3, id: newId() })).toEqual([])
})

it('an officer who leaves hands over the imports not yet written', async () => {
  const [from, to] = [
    { bk: 1, id: newId() },
    { bk: 2, id: newId() },
  ]
  for (const state of ['preview', 'preview', 'committed']) {
    await sql`insert into stations.import (id, organisation_id, file_id, file_name, datum, state, columns, made_by_bk,
        made_by_id, created_at)
      values (${newId()}, ${city.own.id}, ${newId()}, '名册.xlsx', 'GCJ-02', ${state}, '[]', ${from.bk}, ${from.id},
        now())`.execute(city.world.owner.db)
  }
  const ctx = contextFor({ kind: 'system', name: 'test' })
  expect(await handOver(ctx, from, to)).toBe(2)
  expect(await handOver(ctx, from, to)).toBe(0)
})
