import { setTimeout as pause } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from 'playwright-core'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { queryAddress } from '#platform/client/call.ts'
import { addressOf, isInAddress } from '#platform/client/address.ts'
import type { InputOf, Operation, OutputOf } from '#platform/contract.ts'
import { access } from '#kernel/access/contract.ts'
import { hasPlaces, thePlace } from './place.ts'

/** The people of the demo city, by their id; `nobody` is not signed in. */
export type Persona =
  | 'nobody'
  | 'member'
  | 'keeper'
  | 'inspector'
  | 'county-officer'
  | 'city-officer'
  | 'union-officer'
  | 'auditor'
  | 'finance-officer'
  | 'bus-company'

/** A phone in one hand, and a desk. */
export type Width = 390 | 1440

const heights: Readonly<Record<Width, number>> = { 390: 844, 1440: 900 }

/** A test that needs the browser. */
export const journey = test.skipIf(!hasPlaces)

let connecting: Promise<Browser> | undefined

const browser = () => (connecting ??= chromium.connect(thePlace().browser))

afterAll(async () => {
  await (await connecting)?.close()
  connecting = undefined
})

export const addressOfPlatform = () => thePlace().address

const underWay = new WeakMap<Page, Set<Request>>()
const complaints = new WeakMap<Page, string[]>()
const expected = new WeakMap<Page, RegExp[]>()

/**
 * A browser of one person's own at this width, signed in as them. When the test is over the browser closes, and
 * whatever the page complained about fails the test, unless `expectComplaint` named it.
 */
export async function visit(
  persona: Persona,
  width: Width,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openPage(width, options)
  onTestFinished(async () => {
    expectNoErrors(page)
    await page.context().close()
  })
  await become(page, persona)
  return page
}

/** As `visit`, for pages that several tests share: the caller closes the context and calls `expectNoErrors`. */
export async function openPage(width: Width, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (
    await browser()
  ).newContext({
    baseURL: addressOfPlatform(),
    viewport: { width, height: heights[width] },
    hasTouch: width === 390,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Allowed only where a journey is about being without a network.
    serviceWorkers: 'block',
    ...options,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  listen(page)
  const goto = page.goto.bind(page)
  page.goto = async (...where) => {
    const response = await goto(...where)
    // What the server drew can be read, and its buttons answer once the page itself is there.
    if (options.javaScriptEnabled !== false)
      await page.locator('#root[data-drawn]').waitFor({ state: 'detached' })
    return response
  }
  return page
}

function listen(page: Page): void {
  const heard: string[] = []
  complaints.set(page, heard)
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', (request) => asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  page.on('pageerror', (error) => heard.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${message.text()} ${message.location().url}`)
  })
}

/** Names a complaint that the test provokes, such as the browser's line about a 403. */
export function expectComplaint(page: Page, words: RegExp): void {
  expected.set(page, [...(expected.get(page) ?? []), words])
}

/** For a page that several tests share: what one provokes is a fault in the next. */
export const forgetExpected = (page: Page): void => void expected.delete(page)

/** Nothing broke on the page since it was opened or last asked. */
export function expectNoErrors(page: Page): void {
  const heard = complaints.get(page)!.splice(0)
  const provoked = expected.get(page) ?? []
  expect(heard.filter((line) => !provoked.some((words) => words.test(line)))).toEqual([])
}

const QUIET_MS = 150

/** Nothing was asked of the server for a moment: the page is as it will stay. */
export async function untilQuiet(page: Page): Promise<void> {
  const asked = underWay.get(page)!
  for (let quiet = 0; quiet < QUIET_MS; quiet = asked.size === 0 ? quiet + 50 : 0) await pause(50)
}

/** Signs in by one call in place of the page `/demo`, which has a journey of its own. */
export async function become(page: Page, persona: Persona): Promise<void> {
  if (persona === 'nobody') return
  await call(page, access.becomePersona, { id: persona, device: 'browser test' })
}

/** Calls an operation as the page's person, where a journey needs to know or to prepare something. */
export async function call<P extends Operation>(
  page: Page,
  operation: P,
  input: InputOf<P>,
): Promise<OutputOf<P>> {
  const headers = operation.kind === 'command' ? { 'idempotency-key': crypto.randomUUID() } : {}
  const response = isInAddress(operation)
    ? await page.request.get(queryAddress(operation, input))
    : await page.request.post(addressOf(operation), { data: input, headers })
  if (!response.ok())
    throw new Error(`${operation.id} answered ${response.status()}: ${await response.text()}`)
  return (await response.json()) as OutputOf<P>
}

/** axe finds nothing, on the whole page, with nothing left out. `rules` where only some can have changed. */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  // What fades in has its colours only once it is there.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
  // What a pending button said aloud names that button, which may be gone; the page itself drops it after seven seconds.
  await page
    .locator('[data-live-announcer] [role=img]')
    .evaluateAll((said) => said.map((one) => one.remove()))
  // Half a megabyte of script, which a document keeps; and of what it finds good, nothing is named, which is most of its work.
  const isThere = await page.evaluate(() => 'axe' in window)
  const axe = new AxeBuilder(isThere ? { page, axeSource: 'true' } : { page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze()
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 300)} ${failureSummary ?? ''}`),
  }))
  expect(told, page.url()).toEqual([])
}
