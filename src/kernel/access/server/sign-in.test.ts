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

describe('codes', () => {
  it('signs in a phone that nobody knew, without a person', async () => {
    const browser = makeBrowser(world, phones)
    expect(await browser.signIn(PHONE)).toEqual({ step: 'done' })
    const me = await browser.call(access.me, {})
    expect(me).toMatchObject({ signedIn: true, person: null, name: null, demo: true, smsIsLoggedOnly: true })
  })

  it('answers the same for a known phone and an unknown one', async () => {
    await city.officer('王小明', PHONE)
    const known = await makeBrowser(world, phones).call(access.requestCode, { phone: PHONE })
    const unknown = await makeBrowser(world, phones).call(access.requestCode, { phone: '12000009999' })
    expect(known).toEqual(unknown)
  })

  it('takes a code once', async () => {
    const browser = makeBrowser(world, phones)
    await browser.signIn(PHONE)
    const again = { phone: PHONE, code: phones.lastCode(PHONE) }
    expect(await makeBrowser(world, phones).call(access.verifyCode, again)).toMatchObject({ step: 'refused' })
  })

  it('counts wrong codes and then refuses the right one', async () => {
    const browser = makeBrowser(world, phones)
    await browser.call(access.requestCode, { phone: PHONE })
    const right = phones.lastCode(PHONE)
    const wrong = right === '000000' ? '000001' : '000000'
    const left: number[] = []
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await browser.call(access.verifyCode, { phone: PHONE, code: wrong })
      if (answer.step === 'refused') left.push(answer.attemptsLeft)
    }
    expect(left).toEqual([4, 3, 2, 1, 0])
    expect(await browser.call(access.verifyCode, { phone: PHONE, code: right })).toMatchObject({
      step: 'refused',
    })
    expect(browser.token()).toBeUndefined()
  })

  it('counts wrong codes that are sent at once', async () => {
    const browser = makeBrowser(world, phones)
    await browser.call(access.requestCode, { phone: PHONE })
    const wrong = phones.lastCode(PHONE) === '000000' ? '000001' : '000000'
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => browser.call(access.verifyCode, { phone: PHONE, code: wrong })),
    )
    const lefts = answers
      .map((answer) => (answer.step === 'refused' ? answer.attemptsLeft : NaN))
      .sort((a, b) => b - a)
    expect(lefts).toEqual([4, 3, 2, 1, 0, 0, 0, 0])
  })

  it('refuses a code after five minutes, and an older one once a newer was sent', async () => {
    const browser = makeBrowser(world, phones)
    await browser.call(access.requestCode, { phone: PHONE })
    const first = phones.lastCode(PHONE)
    pass(61)
    await browser.call(access.requestCode, { phone: PHONE })
    const second = phones.lastCode(PHONE)
    if (first !== second) {
      expect(await browser.call(access.verifyCode, { phone: PHONE, code: first })).toMatchObject({
        step: 'refused',
      })
    }
    pass(61 + 301)
    expect(await browser.call(access.verifyCode, { phone: PHONE, code: second })).toMatchObject({
      step: 'refused',
      attemptsLeft: 0,
    })
  })

  it('keeps neither phone, code nor token in clear', async () => {
    const browser = makeBrowser(world, phones)
    await browser.signIn(PHONE)
    const { rows } = await sql<{ text: string }>`
      select a::text || c::text || s::text as text
      from access.account a, access.sign_in_code c, access.session s`.execute(world.owner.db)
    const hex = (plain: string) => Buffer.from(plain).toString('hex')
    for (const secret of [PHONE, phones.lastCode(PHONE), browser.token()!]) {
      expect(rows[0]!.text).not.toContain(secret)
      expect(rows[0]!.text).not.toContain(hex(secret))
    }
  })

  it('leaves no phone and no code in the audit log', async () => {
    await makeBrowser(world, phones).signIn(PHONE)
    const { rows } = await sql<{ input: string }>`select input::text from audit.line`.execute(world.owner.db)
    expect(rows.length).toBeGreaterThanOrEqual(2)
    for (const { input } of rows) expect(input).not.toMatch(new RegExp(`${PHONE}|${phones.lastCode(PHONE)}`))
  })
})

describe('limits', () => {
  it('makes a phone wait a minute, five an hour, ten a day', async () => {
    const ask = (seconds: number) => {
      pass(seconds)
      return makeBrowser(world, phones).call(access.requestCode, { phone: PHONE })
    }
    await ask(0)
    await expect(ask(59)).rejects.toMatchObject({ status: 429 })
    for (const seconds of [60, 120, 180, 240]) await ask(seconds)
    await expect(ask(300)).rejects.toMatchObject({ status: 429 })
    for (const seconds of [7_200, 7_300, 7_400, 7_500, 7_600]) await ask(seconds)
    await expect(ask(20_000)).rejects.toMatchObject({ status: 429 })
    await ask(86_400 + 8_000)
  })

  it('lets one of two requests at once through', async () => {
    const asked = await Promise.allSettled(
      [1, 2].map(() => makeBrowser(world, phones).call(access.requestCode, { phone: PHONE })),
    )
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('limits an address whatever the phones', async () => {
    const browser = makeBrowser(world, phones, '198.51.100.7')
    const phone = (count: number) => `1200001${String(count).padStart(4, '0')}`
    for (let count = 0; count < 60; count += 1)
      await browser.call(access.requestCode, { phone: phone(count) })
    await expect(browser.call(access.requestCode, { phone: phone(60) })).rejects.toMatchObject({
      status: 429,
    })
    await makeBrowser(world, phones, '198.51.100.8').call(access.requestCode, { phone: phone(60) })
  })
})

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
