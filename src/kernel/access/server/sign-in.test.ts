import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { makeWorld, type World } from '#tests/world.ts'
import { access } from '../contract.ts'
import { makeBrowser, makePhones, type Phones } from './testing/browser.ts'
import { plantCity, type TestCity } from './testing/city.ts'

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
    let second = first
    // One pair in a million is alike.
    for (let again = 1; second === first; again += 1) {
      pass(61 * again)
      await browser.call(access.requestCode, { phone: PHONE })
      second = phones.lastCode(PHONE)
    }
    const older = await browser.call(access.verifyCode, { phone: PHONE, code: first })
    expect(older).toMatchObject({ step: 'refused', attemptsLeft: 4 })
    pass(600)
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
