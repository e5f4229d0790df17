import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { makeWorld, type World } from '#tests/world.ts'
import { access } from '../contract.ts'
import { makeBrowser, makePhones, type Phones } from './testing/browser.ts'
import { plantCity, testNumber, type TestCity } from './testing/city.ts'

const PHONE = '12000000001'
const START = Date.parse('2026-11-23T02:00:00Z')

let world: World
let phones: Phones
let city: TestCity

beforeEach(async () => {
  world = await makeWorld()
  phones = makePhones()
  city = await plantCity(world)
})
afterEach(() => world.close())

const pass = (seconds: number) => world.setNow(new Date(START + seconds * 1000))

describe('several persons on a phone', () => {
  beforeEach(async () => {
    await city.officer('王小明', PHONE)
    pass(1)
    await city.officer('李华', PHONE)
  })

  it('signs in nobody until one is chosen by the end of their document', async () => {
    const browser = makeBrowser(world, phones)
    const answer = await browser.signIn(PHONE)
    if (answer.step !== 'choose') throw new Error('a choice was expected')
    expect(answer.persons.map(({ maskedName }) => maskedName)).toEqual(['王**', '李*'])
    expect(await browser.call(access.me, {})).toMatchObject({ person: null, personsToChoose: answer.persons })
    const [, second] = answer.persons
    const wrong = await browser.call(access.choosePerson, {
      personId: second!.id,
      documentTail: testNumber(1).slice(-6),
    })
    expect(wrong).toMatchObject({ step: 'refused', attemptsLeft: 4 })
    const right = { personId: second!.id, documentTail: testNumber(2).slice(-6).toLowerCase() }
    expect(await browser.call(access.choosePerson, right)).toEqual({ step: 'done' })
    expect(await browser.call(access.me, {})).toMatchObject({ name: '李华', person: { id: second!.id } })
  })

  it('gives five tries a day, also over new sessions', async () => {
    const browser = makeBrowser(world, phones)
    const answer = await browser.signIn(PHONE)
    const personId = answer.step === 'choose' ? answer.persons[0]!.id : ''
    const wrong = { personId, documentTail: '00000X' }
    for (let attempt = 0; attempt < 5; attempt += 1) await browser.call(access.choosePerson, wrong)
    pass(120)
    const other = makeBrowser(world, phones)
    await other.signIn(PHONE)
    const right = { personId, documentTail: testNumber(1).slice(-6) }
    await expect(other.call(access.choosePerson, right)).rejects.toMatchObject({ status: 429 })
  })
})

describe('somebody whom a roster names', () => {
  it('is asked for the second proof once, and known from then on', async () => {
    const key = await city.officer('赵六', PHONE)
    // A roster registers a person with a phone and links no account.
    await sql`delete from access.account_person`.execute(world.owner.db)
    const first = makeBrowser(world, phones)
    expect(await first.signIn(PHONE)).toMatchObject({ step: 'choose', persons: [{ maskedName: '赵*' }] })
    await first.call(access.choosePerson, { personId: key.id, documentTail: testNumber(1).slice(-6) })
    pass(120)
    const second = makeBrowser(world, phones)
    expect(await second.signIn(PHONE)).toEqual({ step: 'done' })
    expect(await second.call(access.me, {})).toMatchObject({ name: '赵六' })
  })
})

describe('sessions', () => {
  it('ends one, others and its own', async () => {
    await city.officer('王小明', PHONE)
    const phone = makeBrowser(world, phones)
    await phone.signIn(PHONE)
    pass(70)
    const desk = makeBrowser(world, phones)
    await desk.signIn(PHONE)
    const { rows } = await phone.call(access.listSessions, {})
    expect(rows).toHaveLength(2)
    expect(rows.find(({ current }) => current)?.device).toBe('Safari · iPhone')
    await phone.call(access.endOtherSessions, {})
    expect(await desk.call(access.me, {})).toMatchObject({ signedIn: false })
    const token = phone.token()
    await phone.call(access.signOut, {})
    expect(phone.token()).toBeUndefined()
    phone.take(token)
    expect(await phone.call(access.me, {})).toMatchObject({ signedIn: false })
  })

  it("ends nobody else's", async () => {
    await city.officer('王小明', PHONE)
    await city.officer('李华', '12000000002')
    const victim = makeBrowser(world, phones)
    await victim.signIn(PHONE)
    const stranger = makeBrowser(world, phones)
    await stranger.signIn('12000000002')
    const { rows } = await victim.call(access.listSessions, {})
    await expect(stranger.call(access.endSession, { id: rows[0]!.id })).rejects.toMatchObject({ status: 404 })
    expect(await victim.call(access.me, {})).toMatchObject({ signedIn: true })
  })

  it('runs out after a week unused, and after a month however used', async () => {
    const idle = makeBrowser(world, phones)
    await idle.signIn(PHONE)
    pass(8 * 86_400)
    expect(await idle.call(access.me, {})).toMatchObject({ signedIn: false })
    const used = makeBrowser(world, phones)
    await used.signIn(PHONE)
    for (let day = 12; day <= 36; day += 6) {
      pass(day * 86_400)
      expect(await used.call(access.me, {})).toMatchObject({ signedIn: true })
    }
    pass((8 + 30) * 86_400 + 1)
    expect(await used.call(access.me, {})).toMatchObject({ signedIn: false })
  })
})
