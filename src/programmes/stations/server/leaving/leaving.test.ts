// Longer than most: one city, set up once, for each way in which a station goes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { review } from '#kernel/review/contract.ts'
import { stations } from '../../contract.ts'
import { watchHonours } from '../honours/honour-watch.ts'
import { contextOf, systemCaller } from '#platform/application.ts'
import { makeTestCity, person, phoneOwner, plateSecret, type Account, type TestCity } from '../testing.ts'

let city: TestCity
let keeper: Account
let successor: Account
let checker: Account
let decider: Account
const KEEPER = '13811110001'
const SUCCESSOR = '13811110002'
const reason = '所在门店搬走了'

beforeAll(async () => {
  city = await makeTestCity()
  keeper = await phoneOwner(city.world, KEEPER)
  successor = await phoneOwner(city.world, SUCCESSOR)
  checker = person('吴静', city.own.path, ['stations.check', 'stations.read'])
  decider = person('郑军', city.root.path, ['stations.decide', 'stations.read'])
})
afterAll(() => city.world.close())

const as = (account: Account) => city.world.as(account)
const neighbour = (permissions: string[]) => person('李强', city.other.path, permissions)
const cityOfficer = (name: string, ...permissions: string[]) => person(name, city.root.path, permissions)

async function kept(): Promise<string> {
  const code = await city.createStation()
  await as(city.officer).call(stations.appointKeeper, { code, name: '孙梅', phone: KEEPER })
  return code
}

const act = (account: Account, id: string, seq: number, move: string) =>
  as(account).call(review.act, { id, seq, move, reason })
const stationOf = (code: string) => city.world.nobody.call(stations.getStation, { code })
/** As the database has it; the public page follows some milliseconds later. */
const levelOf = async (code: string) =>
  (await as(city.officer).call(stations.getStaffStation, { code })).level
const keepersOf = async (code: string) =>
  (await as(city.officer).call(stations.getStaffStation, { code })).keepers

describe('a keeper who hands over', () => {
  const offer = (code: string, account = keeper) =>
    as(account).call(stations.offerHandover, { code, name: '周洁', phone: SUCCESSOR })
  const answer = (account: Account, id: string, agrees = true) =>
    as(account).call(stations.answerHandover, { id, agrees })

  it('keeps until the successor says yes, and from that moment the other keeps', async () => {
    const code = await kept()
    const { id } = await offer(code)
    expect((await as(successor).call(stations.listHandovers, {})).rows).toMatchObject([
      { id, side: 'successor', keeperName: '孙梅', successorPhone: SUCCESSOR },
    ])
    expect((await as(keeper).call(stations.myStations, {})).rows.map((row) => row.code)).toContain(code)
    expect(await answer(successor, id)).toEqual({ outcome: 'handed-over' })
    const keepers = await keepersOf(code)
    const [now, before] = ['周洁', '孙梅'].map((one) => keepers.find((row) => row.name === one))
    expect(now!.until).toBeNull()
    // No gap and no overlap.
    expect(before!.until).toBe(now!.from)
    expect((await as(city.officer).call(stations.listHandovers, { code })).rows).toMatchObject([
      { outcome: 'handed-over', successorPhone: '138****0002', side: null },
    ])
    await expect(answer(successor, id)).rejects.toMatchObject({ code: 'handover-over' })
  })

  it('is asked too where an officer offers; either may say no', async () => {
    const code = await kept()
    const { id } = await offer(code, city.officer)
    expect(await answer(successor, id)).toEqual({ outcome: 'waiting' })
    expect((await keepersOf(code))[0]!.name).toBe('孙梅')
    expect(await answer(keeper, id)).toEqual({ outcome: 'handed-over' })
    const again = await kept()
    expect(await answer(successor, (await offer(again)).id, false)).toEqual({ outcome: 'declined' })
    expect(await answer(keeper, (await offer(again)).id, false)).toEqual({ outcome: 'taken-back' })
  })

  it('is the keeper of that station, and the offer ends after fourteen days', async () => {
    const code = await kept()
    await expect(offer(code, successor)).rejects.toMatchObject({ status: 403 })
    await expect(offer(code, neighbour(['stations.edit']))).rejects.toMatchObject({ status: 403 })
    await expect(offer(code, city.member)).rejects.toMatchObject({ status: 403 })
    await expect(
      city.world.nobody.call(stations.offerHandover, { code, name: '周洁', phone: SUCCESSOR }),
    ).rejects.toMatchObject({ status: 401 })
    await expect(
      as(keeper).call(stations.offerHandover, { code, name: '孙梅', phone: KEEPER }),
    ).rejects.toMatchObject({ code: 'same-keeper' })
    const { id } = await offer(code)
    await expect(answer(city.member, id)).rejects.toMatchObject({ status: 404 })
    expect((await as(city.member).call(stations.listHandovers, { code })).rows).toEqual([])
    await city.world.owner.pool.query(
      `update stations.handover set expires_at = '2026-11-01' where id = $1`,
      [id],
    )
    await expect(answer(successor, id)).rejects.toMatchObject({ code: 'handover-expired' })
  })
})

describe('a station that leaves', () => {
  it('goes with its history, says so at its door and names the nearest open one', async () => {
    const other = await kept()
    const code = await kept()
    const secret = await plateSecret(city.world, code)
    const { caseId } = await as(keeper).call(stations.proposeLeaving, { code, mergedInto: other, reason })
    await expect(act(city.member, caseId, 1, 'forward')).rejects.toMatchObject({ status: 404 })
    await act(checker, caseId, 1, 'forward')
    await expect(act(checker, caseId, 2, 'let-go')).rejects.toMatchObject({ status: 403 })
    await act(decider, caseId, 2, 'let-go')
    expect(await stationOf(code)).toMatchObject({ state: 'closed' })
    const gone = await city.world.nobody.call(stations.getLeaving, { code })
    expect(gone).toMatchObject({ gone: { kind: 'merged', on: '2026-11-23', mergedInto: { code: other } } })
    expect(gone.nearest).toMatchObject({ code: other })
    await expect(city.world.nobody.call(stations.scanPlate, { secret })).rejects.toMatchObject({
      code: 'station-gone',
      problems: [{ field: 'station', reason: { zh: expect.stringContaining(code) } }],
    })
    expect((await as(keeper).call(stations.myStations, {})).rows.map((row) => row.code)).not.toContain(code)
    const staff = await as(city.officer).call(stations.getStaffStation, { code })
    expect(staff.history[0]).toMatchObject({ changed: ['state'] })
  })

  it('notes when the plate came back, once, by whoever makes plates', async () => {
    const code = await city.createStation()
    const note = (account: Account) => as(account).call(stations.notePlateReturned, { code, to: '区总工会' })
    await expect(note(city.officer)).rejects.toMatchObject({ status: 404 })
    await city.closeStation(code)
    await expect(note(neighbour(['stations.plates']))).rejects.toMatchObject({ status: 403 })
    await expect(note(city.member)).rejects.toMatchObject({ status: 403 })
    await note(city.officer)
    await expect(note(city.officer)).rejects.toMatchObject({ code: 'plate-returned' })
  })

  it('is proposed by its keeper or an officer there, once at a time, and into a station that stands', async () => {
    const code = await kept()
    const propose = (account: Account, mergedInto: string | null = null) =>
      as(account).call(stations.proposeLeaving, { code, mergedInto, reason })
    await expect(propose(successor)).rejects.toMatchObject({ status: 403 })
    await expect(propose(neighbour(['stations.edit']))).rejects.toMatchObject({ status: 403 })
    await expect(city.world.nobody.call(stations.proposeLeaving, { code, reason })).rejects.toMatchObject({
      status: 401,
    })
    await expect(propose(keeper, code)).rejects.toMatchObject({ code: 'no-such-successor' })
    await expect(propose(keeper, '410402-9999-X')).rejects.toMatchObject({ code: 'no-such-successor' })
    const { caseId } = await propose(keeper)
    await expect(propose(city.officer)).rejects.toMatchObject({ code: 'case-open' })
    await act(keeper, caseId, 1, 'take-back')
    expect(await as(keeper).call(stations.getLeavingCases, { code })).toMatchObject({
      leaving: { state: 'withdrawn', isOpen: false },
      mayPropose: true,
      mayWarn: false,
    })
    await expect(as(city.member).call(stations.getLeavingCases, { code })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('a station that is not kept', () => {
  const warn = (code: string, account = checker) => as(account).call(stations.warnStation, { code, reason })

  it('is warned twice and heard before the city withdraws it', async () => {
    const code = await kept()
    const { caseId } = await warn(code)
    await expect(act(checker, caseId, 1, 'open-hearing')).rejects.toMatchObject({ code: 'not-warned' })
    await act(keeper, caseId, 1, 'mended')
    await act(checker, caseId, 2, 'warn-again')
    await act(checker, caseId, 3, 'open-hearing')
    await expect(act(decider, caseId, 4, 'withdraw')).rejects.toMatchObject({ status: 409 })
    await act(keeper, caseId, 4, 'speak')
    await expect(act(checker, caseId, 5, 'withdraw')).rejects.toMatchObject({ status: 403 })
    await act(decider, caseId, 5, 'withdraw')
    expect(await stationOf(code)).toMatchObject({ state: 'closed' })
    expect((await city.world.nobody.call(stations.getLeaving, { code })).gone).toMatchObject({
      kind: 'withdrawn',
    })
    await expect(warn(code)).rejects.toMatchObject({ code: 'gone-already' })
  })

  it('stays where it was mended, or where the city says so', async () => {
    const code = await kept()
    const { caseId } = await warn(code)
    await act(checker, caseId, 1, 'settle')
    expect(await stationOf(code)).toMatchObject({ state: 'operating' })
    await expect(warn(code, neighbour(['stations.check']))).rejects.toMatchObject({ status: 403 })
    await expect(warn(code, city.member)).rejects.toMatchObject({ status: 403 })
    await expect(city.world.nobody.call(stations.warnStation, { code, reason })).rejects.toMatchObject({
      status: 401,
    })
  })
})

describe('warnings', () => {
  const counted = async (code: string) =>
    (await as(checker).call(stations.getLeavingCases, { code })).warningsThisYear
  const warn = async (code: string) => (await as(checker).call(stations.warnStation, { code, reason })).caseId
  const mayPropose = async (code: string) =>
    (await as(checker).call(stations.getStaffCertificate, { code })).sanctionable

  it('are one count, whatever they come before, and whichever case gave them', async () => {
    const code = await kept()
    expect(await mayPropose(code)).toEqual([])
    await act(checker, await warn(code), 1, 'settle')
    expect(await mayPropose(code)).toEqual(['suspension'])
    const second = await warn(code)
    expect(await counted(code)).toBe(2)
    expect(await mayPropose(code)).toEqual(['suspension', 'withdrawal'])
    await act(checker, second, 1, 'open-hearing')
    await expect(act(checker, second, 2, 'lift')).rejects.toMatchObject({ status: 403 })
    await act(decider, second, 2, 'lift')
    expect(await counted(code)).toBe(1)
  })
})

describe('an honour', () => {
  const naming = (code: string) => ({
    code,
    level: 'national-best' as const,
    title: '全国最美工会户外劳动者服务站点',
    documentNo: '总工办发〔2025〕18号',
    issuer: '全国总工会办公厅',
    namedOn: '2025-12-20',
  })
  const name = (account: Account, code: string) => as(account).call(stations.nameStation, naming(code))

  it('stands on its document, sets the level, and falls with the document', async () => {
    const code = await city.createStation()
    const { id } = await name(decider, code)
    await expect(name(decider, code)).rejects.toMatchObject({ code: 'named-already' })
    expect((await city.world.nobody.call(stations.listHonours, { code })).rows).toMatchObject([
      { documentNo: '总工办发〔2025〕18号', issuer: '全国总工会办公厅', revokedOn: null },
    ])
    expect(await levelOf(code)).toBe('national-best')
    const revoke = (account: Account, revokedOn = '2026-11-01') =>
      as(account).call(stations.revokeHonour, { id, revokedOn, reason })
    await expect(revoke(checker)).rejects.toMatchObject({ status: 403 })
    await expect(revoke(decider, '2025-01-01')).rejects.toMatchObject({ code: 'day-to-come' })
    expect(await revoke(decider)).toEqual({ revoked: true })
    expect(await revoke(decider)).toEqual({ revoked: false })
    expect(await levelOf(code)).toBe('ordinary')
  })

  it('is registered by whoever decides there, and by nobody else', async () => {
    const code = await city.createStation()
    await expect(name(checker, code)).rejects.toMatchObject({ status: 403 })
    await expect(name(neighbour(['stations.decide']), code)).rejects.toMatchObject({ status: 403 })
    await expect(name(city.member, code)).rejects.toMatchObject({ status: 403 })
    await expect(city.world.nobody.call(stations.nameStation, naming(code))).rejects.toMatchObject({
      status: 401,
    })
  })

  it('waits for a person where its station no longer meets the standard; nothing falls by itself', async () => {
    const code = await city.createStation()
    await name(decider, code)
    const { id } = await as(city.officer).call(stations.getStaffStation, { code })
    const ctx = contextOf(city.world.app, systemCaller('test'), 'test')
    expect(await watchHonours(ctx, id, '证书已失效')).toBe(1)
    expect(await watchHonours(ctx, id, '证书已失效')).toBe(0)
    const list = async (account: Account) => (await as(account).call(stations.listHonourWatches, {})).rows
    const [watch] = await list(decider)
    expect(watch).toMatchObject({ stationCode: code, why: '证书已失效', mayAnswer: true })
    expect(await list(neighbour(['stations.read']))).toEqual([])
    const answer = (account: Account) =>
      as(account).call(stations.answerHonourWatch, { id: watch!.id, answer: 'reported-up', reason })
    await expect(answer(checker)).rejects.toMatchObject({ status: 403 })
    await expect(answer(cityOfficer('何静', 'stations.read'))).rejects.toMatchObject({ status: 403 })
    await answer(decider)
    await expect(answer(decider)).rejects.toMatchObject({ code: 'answered-already' })
    expect(await levelOf(code)).toBe('national-best')
  })
})
