import { afterAll, beforeAll, expect, it } from 'vitest'
import { people } from '#kernel/people/contract.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { access } from '../contract.ts'
import { makeBrowser, makePhones } from './testing/browser.ts'
import { plantCity, type TestCity } from './testing/city.ts'

const PHONE = '12000000011'

let world: World
let city: TestCity
beforeAll(async () => {
  world = await makeWorld()
  city = await plantCity(world)
})
afterAll(() => world.close())

it('a person who is erased is signed out, their phone is gone, and it leads to nobody', async () => {
  const phones = makePhones()
  const person = await city.officer('陈删', PHONE)
  await city.officer('沈市', '12000000012', [['city-officer', city.root]])
  const [own, officer] = [makeBrowser(world, phones), makeBrowser(world, phones)]
  await own.signIn(PHONE)
  await officer.signIn('12000000012')
  const { id } = await own.call(people.requestDeletion, { explanation: '不再使用这个平台' })
  await officer.call(people.decideRequest, { person, id, decision: 'granted', answer: '已按您的申请删除' })

  expect(await own.call(access.me, {})).toMatchObject({ signedIn: false })
  const { rows } = await world.owner.pool.query(
    `select from access.account a
    join access.account_person l on l.account_id = a.id
    where l.person_id = $1 and (a.phone_sealed is not null or l.until is null)`,
    [person.id],
  )
  expect(rows).toEqual([])
  world.setNow(new Date('2026-11-23T03:00:00Z'))
  await own.signIn(PHONE)
  expect(await own.call(access.me, {})).toMatchObject({ signedIn: true, person: null, personsToChoose: [] })
})
