import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, systemCaller } from '#platform/application.ts'
import { review } from '#kernel/review/contract.ts'
import { work } from '#kernel/work/contract.ts'
import { stations } from '../../contract.ts'
import { MONDAY_TEN, type Account } from '../testing.ts'
import { passTime } from './pass-time.ts'
import { decide, makeCertifiedCity, type CertifiedCity } from './testing.ts'

let city: CertifiedCity
beforeAll(async () => {
  city = await makeCertifiedCity()
})
afterAll(() => city.remove())

const DAY_MS = 86_400_000
const daysOn = (days: number) => city.world.setNow(new Date(MONDAY_TEN.getTime() + days * DAY_MS))
const pass = () => passTime(contextOf(city.world.app, systemCaller('test'), 'test'))
const waiting = async (account: Account) =>
  (await city.world.as(account).call(work.listWork, {})).rows.map(({ kind }) => kind)

test('a certificate that falls by time waits for its keeper, and its honours for whoever decides on them', async () => {
  const code = await city.equipped()
  await city.complete(code)
  const naming = {
    code,
    level: 'provincial' as const,
    title: '省级最美工会户外劳动者服务站点',
    documentNo: '省工发〔2026〕8号',
    issuer: '省总工会',
    namedOn: '2026-10-01',
  }
  const chief = city.world.as(city.chief)
  await chief.call(stations.nameStation, naming)
  const watched = async () =>
    (await chief.call(stations.listHonourWatches, {})).rows.map(({ stationCode }) => stationCode)
  daysOn(70)
  await pass()
  expect(await waiting(city.keeper)).toContain('stations.certificate-lapsing')
  expect(await watched()).not.toContain(code)
  daysOn(400)
  await pass()
  expect(await watched()).toContain(code)
  expect(await waiting(city.keeper)).toContain('stations.certificate-incomplete')
  expect(await waiting(city.chief)).toContain('stations.honour-watch')
  expect(await waiting(city.stranger)).not.toContain('stations.honour-watch')
  daysOn(0)
})

test('a decision is proposed by one, made by another, disputed by the station, and lifted', async () => {
  const code = await city.equipped()
  await city.complete(code)
  const officer = city.world.as(city.officer)
  const propose = (kind: 'suspension' | 'withdrawal' | 'restoration', as = officer) =>
    as.call(stations.proposeSanction, { code, kind, reason: '多次锁门，无人答复' })
  for (const as of [city.stranger, city.member, city.keeper])
    await expect(propose('suspension', city.world.as(as))).rejects.toMatchObject({ status: 403 })
  await expect(propose('suspension')).rejects.toMatchObject({ code: 'not-warned' })
  const warn = { code, reason: '多次锁门，无人答复' }
  await city.world.as(city.chief).call(stations.warnStation, warn)
  expect((await city.certificate(code)).state).toBe('complete')
  const suspended = await propose('suspension')
  await expect(propose('suspension')).rejects.toMatchObject({ code: 'case-open' })
  await expect(decide(city, city.officer, suspended.caseId, 'decide')).rejects.toMatchObject({ status: 403 })
  await decide(city, city.chief, suspended.caseId, 'decide')
  expect(await city.certificate(code)).toMatchObject({
    state: 'suspended',
    history: expect.arrayContaining([expect.objectContaining({ cause: 'decision', state: 'suspended' })]),
  })
  const keeper = city.world.as(city.keeper)
  const { seq } = await keeper.call(review.getCase, { id: suspended.caseId })
  await keeper.call(review.act, {
    id: suspended.caseId,
    seq,
    move: 'dispute',
    ground: 'mended',
    reason: '已经安排专人值守',
  })
  await decide(city, city.chief, suspended.caseId, 'lift', '整改属实')
  expect((await city.certificate(code)).state).toBe('complete')
  expect(await officer.call(stations.getStaffCertificate, { code })).toMatchObject({
    warningsThisYear: 1,
    sanctions: [{ kind: 'restoration' }, { kind: 'suspension' }, { kind: 'warning' }],
    sanctionable: ['suspension'],
  })
})
