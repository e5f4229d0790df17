import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { access } from '../contract.ts'
import { finishOidc, ownPath, startOidc } from './oidc.ts'
import { startIdentityProvider, type IdentityProvider } from './testing/identity-provider.ts'
import { makeBrowser, makePhones, type Browser } from './testing/browser.ts'
import { plantCity, type TestCity } from './testing/city.ts'

const PUBLIC_URL = 'http://127.0.0.1:4100'
let provider: IdentityProvider
beforeAll(async () => void (provider = await startIdentityProvider(PUBLIC_URL)))
afterAll(() => provider.stop())

let world: World
let city: TestCity
let browser: Browser

beforeEach(async () => {
  const { oidc } = provider
  world = await makeWorld({ config: { publicUrl: PUBLIC_URL, oidc } })
  city = await plantCity(world)
  browser = makeBrowser(world, makePhones())
})
afterEach(() => world.close())

const at = () => ({ config: world.app.config, now: world.app.clock() })

async function signInAs(subject: string, linkTo: string | null = null) {
  const { address, cookie } = await startOidc(at(), { returnTo: '/staff', linkTo })
  const proof = await finishOidc(at(), { search: await provider.goThrough(address, subject), cookie })
  return browser.call(access.signInByOidc, { proof, device: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140' })
}

describe('single sign-on', () => {
  it('signs in the person behind a phone that the provider verified, and knows them again', async () => {
    await city.officer('沈市', '13900000001', [['city-officer', city.root]])
    expect(await signInAs('shen')).toEqual({ returnTo: '/staff' })
    expect(await browser.call(access.me, {})).toMatchObject({ name: '沈市', oidcIsConfigured: true })
    provider.subjects['shen'] = { phone: '', verified: false }
    await signInAs('shen')
    expect(await browser.call(access.me, {})).toMatchObject({ name: '沈市' })
  })

  it('refuses an identity that is linked to nobody and whose phone is not verified', async () => {
    await expect(signInAs('unverified')).rejects.toMatchObject({ status: 403, code: 'oidc-unlinked' })
  })

  it('links an identity to the account that asked for it, while it is signed in, and to no second one', async () => {
    await browser.signIn('12000000001')
    const first = await accountId()
    await signInAs('linked', first)
    const other = makeBrowser(world, makePhones())
    browser = other
    await signInAs('linked')
    expect(await accountId()).toBe(first)
    await browser.signIn('12000000002')
    const second = await accountId()
    await expect(signInAs('linked', second)).rejects.toMatchObject({ code: 'oidc-linked' })
    await expect(signInAs('new', first)).rejects.toMatchObject({ code: 'oidc-failed' })
  })

  it('refuses a foreign cookie, a changed state, and a flow or proof that is too old', async () => {
    const { address, cookie } = await startOidc(at(), { returnTo: '/', linkTo: null })
    const search = await provider.goThrough(address, 'shen')
    const other = await startOidc(at(), { returnTo: '/', linkTo: null })
    await expect(finishOidc(at(), { search, cookie: undefined })).rejects.toMatchObject({
      code: 'oidc-failed',
    })
    await expect(finishOidc(at(), { search, cookie: `${cookie}x` })).rejects.toMatchObject({
      code: 'oidc-failed',
    })
    await expect(finishOidc(at(), { search, cookie: other.cookie })).rejects.toMatchObject({
      code: 'oidc-failed',
    })
    const proof = await finishOidc(at(), { search, cookie })
    world.setNow(new Date(world.app.clock().getTime() + 61_000))
    await expect(browser.call(access.signInByOidc, { proof })).rejects.toMatchObject({ code: 'oidc-failed' })
    world.setNow(new Date(world.app.clock().getTime() + 600_000))
    await expect(finishOidc(at(), { search, cookie })).rejects.toMatchObject({ code: 'oidc-failed' })
  })
})

async function accountId(): Promise<string> {
  const { app } = world
  const token = browser.token()!
  const actor = await app.ports.identify({ ...at(), db: app.database.db }, { sessionToken: token })
  return actor.kind === 'account' ? actor.accountId : ''
}

it('sends people only to pages of our own', () => {
  for (const bad of ['//evil.example', '/\\evil.example', 'https://evil.example', '', '/a b'])
    expect(ownPath(bad)).toBe('/')
  expect(ownPath('/staff/roles?state=all')).toBe('/staff/roles?state=all')
})
