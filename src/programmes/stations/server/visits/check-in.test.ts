import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/ids.ts'
import { stations } from '../../contract.ts'
import { makeTestCity, MONDAY_TEN, person, plateSecret, type TestCity } from '../testing.ts'

let city: TestCity
beforeAll(async () => void (city = await makeTestCity()))
afterAll(() => city.world.close())

const minutesLater = (minutes: number) => city.world.setNow(new Date(MONDAY_TEN.getTime() + minutes * 60_000))

describe('a check-in', () => {
  it('counts once in half an hour, and the first is answered again', async () => {
    const code = await city.createStation()
    const visitor = city.world.as(person('', 'root', []))
    minutesLater(0)
    const first = await visitor.call(stations.checkIn, { code })
    minutesLater(29)
    const again = await visitor.call(stations.checkIn, { code })
    minutesLater(30)
    const next = await visitor.call(stations.checkIn, { code })
    expect([first.repeated, again.repeated, next.repeated]).toEqual([false, true, false])
    expect(again.checkIn.id).toBe(first.checkIn.id)
    expect(next.checkIn.id).not.toBe(first.checkIn.id)
  })

  it('counts once however many taps come at the same time', async () => {
    const code = await city.createStation()
    const visitorKey = crypto.randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => city.world.nobody.call(stations.checkIn, { code, visitorKey })),
    )
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(new Set(answers.map(({ checkIn }) => checkIn.id)).size).toBe(1)
    const { checkInTotal } = await city.world.nobody.call(stations.myVisits, { visitorKey })
    expect(checkInTotal).toBe(1)
  })

  it('is of the account where somebody is signed in, whatever the device calls itself', async () => {
    const code = await city.createStation()
    const account = person('', 'root', [])
    const visitorKey = crypto.randomUUID()
    await city.world.as(account).call(stations.checkIn, { code, visitorKey })
    const own = await city.world.as(account).call(stations.myVisits, {})
    const device = await city.world.nobody.call(stations.myVisits, { visitorKey })
    expect([own.checkInTotal, device.checkInTotal]).toEqual([1, 0])
    expect(own.checkIns[0]).toMatchObject({ stationCode: code, proof: 'none' })
  })

  it('names nobody: the row holds a digest, neither account nor device', async () => {
    const code = await city.createStation()
    const account = person('', 'root', [])
    const { checkIn } = await city.world.as(account).call(stations.checkIn, { code })
    const { rows } = await sql<Record<string, unknown>>`
      select * from stations.check_in where id = ${checkIn.id}`.execute(city.world.owner.db)
    const visitor = rows[0]!['visitor'] as Buffer
    expect(visitor).toHaveLength(16)
    expect(rows[0]!['bk']).toBe(visitor[0]! & 63)
    expect(JSON.stringify(rows)).not.toContain(account.accountId)
  })

  it('is refused to whoever is neither signed in nor names a device', async () => {
    const code = await city.createStation()
    await expect(city.world.nobody.call(stations.checkIn, { code })).rejects.toMatchObject({
      status: 401,
      code: 'visitor-unknown',
    })
  })

  it('is refused where a station takes nobody in', async () => {
    const code = await city.createStation()
    const officer = city.world.as(city.officer)
    await officer.call(stations.changeState, { code, version: 1, state: 'suspended', reason: '装修暂停' })
    const visit = () => city.world.nobody.call(stations.checkIn, { code, visitorKey: crypto.randomUUID() })
    await expect(visit()).rejects.toMatchObject({ status: 409, code: 'not-operating' })
    await city.closeStation(code)
    await expect(visit()).rejects.toMatchObject({ status: 409, code: 'not-operating' })
  })

  it('outside the declared hours is taken, and noted as news about them', async () => {
    const code = await city.createStation()
    minutesLater(10 * 60)
    await city.world.nobody.call(stations.checkIn, { code, visitorKey: crypto.randomUUID() })
    const { rows } = await sql<{ detail: unknown }>`select detail from audit.line
      where operation = 'stations.check-in' order by id desc limit 1`.execute(city.world.owner.db)
    expect(rows[0]!.detail).toMatchObject({ outsideHours: true })
  })

  it('of an unknown station answers 404', async () => {
    const call = city.world.nobody.call(stations.checkIn, { code: newId().slice(0, 20), visitorKey: newId() })
    await expect(call).rejects.toMatchObject({ status: 404 })
  })
})

describe('proof of presence', () => {
  const at = { longitude: 113.31, latitude: 33.75, datum: 'GCJ-02' as const }
  const north = (metres: number) => ({ ...at, latitude: at.latitude + metres / 111_195 })
  const proofOf = async (code: string, given: object) => {
    const { checkIn } = await city.world.nobody.call(stations.checkIn, {
      code,
      visitorKey: crypto.randomUUID(),
      ...given,
    })
    return checkIn.proof
  }

  it('is the scanned code, the position, both or neither', async () => {
    minutesLater(0)
    const code = await city.createStation({ location: at })
    const { presence } = await city.world.nobody.call(stations.scanPlate, {
      secret: await plateSecret(city.world, code),
    })
    expect(await proofOf(code, { presence, position: north(100) })).toBe('code-and-position')
    expect(await proofOf(code, { presence })).toBe('code')
    expect(await proofOf(code, { position: north(149) })).toBe('position')
    expect(await proofOf(code, { position: north(151) })).toBe('none')
    expect(await proofOf(code, { position: { ...north(200), accuracyMetres: 60 } })).toBe('position')
    expect(await proofOf(code, { position: { ...north(5_000), accuracyMetres: 100_000 } })).toBe('none')
  })

  it('by code holds ten minutes, at its own station only', async () => {
    minutesLater(0)
    const [code, elsewhere] = [await city.createStation(), await city.createStation()]
    const secret = await plateSecret(city.world, code)
    const { presence, until } = await city.world.nobody.call(stations.scanPlate, { secret })
    expect(Date.parse(until) - MONDAY_TEN.getTime()).toBe(600_000)
    minutesLater(10)
    expect(await proofOf(code, { presence })).toBe('code')
    expect(await proofOf(elsewhere, { presence })).toBe('none')
    expect(await proofOf(code, { presence: `${presence}x` })).toBe('none')
    minutesLater(10.02)
    expect(await proofOf(code, { presence })).toBe('none')
  })

  it('by a plate that was reissued is refused; the new plate holds', async () => {
    minutesLater(0)
    const code = await city.createStation()
    const old = await plateSecret(city.world, code)
    await city.world.as(city.officer).call(stations.reissuePlate, { code, reason: '门牌损坏' })
    const fresh = await plateSecret(city.world, code)
    expect(fresh).not.toBe(old)
    await expect(city.world.nobody.call(stations.scanPlate, { secret: old })).rejects.toMatchObject({
      status: 409,
      code: 'plate-ended',
    })
    expect(await city.world.nobody.call(stations.scanPlate, { secret: fresh.toLowerCase() })).toMatchObject({
      code,
    })
    await expect(
      city.world.nobody.call(stations.scanPlate, { secret: 'ABCDEFGHJKMNPQRS' }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
