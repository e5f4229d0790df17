// Longer than most: one city, set up once, from a locked door to the answer and back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stations } from '../../contract.ts'
import { makeTestCity, MONDAY_TEN, person, phoneOwner, plateSecret, type TestCity } from '../testing.ts'

let city: TestCity
beforeAll(async () => void (city = await makeTestCity()))
afterAll(() => city.world.close())

const hoursLater = (hours: number) => city.world.setNow(new Date(MONDAY_TEN.getTime() + hours * 3_600_000))

/** A station with its keeper, and somebody's report of a locked door, at ten on Monday. */
async function reportedStation() {
  hoursLater(0)
  const code = await city.createStation()
  const phone = `138${String(Math.trunc(Math.random() * 1e8)).padStart(8, '0')}`
  await city.world.as(city.officer).call(stations.appointKeeper, { code, name: '周立', phone })
  const keeper = city.world.as(await phoneOwner(city.world, phone))
  const visitorKey = crypto.randomUUID()
  const { report } = await city.world.nobody.call(stations.reportStation, {
    code,
    kind: 'locked',
    visitorKey,
  })
  return { code, keeper, visitorKey, report, id: report.id }
}

const nobody = () => city.world.nobody

describe('a report', () => {
  it('says which proof it had, and weighs by it', async () => {
    hoursLater(0)
    const code = await city.createStation()
    const secret = await plateSecret(city.world, code)
    const { presence } = await nobody().call(stations.scanPlate, { secret })
    const report = async (given: object) =>
      (
        await nobody().call(stations.reportStation, {
          code,
          kind: 'dirty',
          visitorKey: crypto.randomUUID(),
          ...given,
        })
      ).report
    const [withCode, without] = [await report({ presence }), await report({})]
    expect([withCode.proof, without.proof]).toEqual(['code', 'none'])
    expect(withCode.weight).toBeGreaterThan(without.weight)
  })

  it('waits a day for its answer, and is then late', async () => {
    const { id, report } = await reportedStation()
    expect(report).toMatchObject({ state: 'open', late: false, answeredAt: null })
    expect(Date.parse(report.dueAt) - MONDAY_TEN.getTime()).toBe(24 * 3_600_000)
    hoursLater(24.1)
    const { rows } = await city.world.as(city.officer).call(stations.listReports, { late: true })
    expect(rows.map((row) => row.id)).toContain(id)
  })

  it('that waited for a network is dated by when it was made, says when it came, and keeps its proof', async () => {
    hoursLater(0)
    const code = await city.createStation()
    const secret = await plateSecret(city.world, code)
    const { presence } = await nobody().call(stations.scanPlate, { secret })
    hoursLater(5)
    const made = new Date(MONDAY_TEN.getTime() + 4 * 60_000)
    const report = (madeAt: Date, given: object = {}) =>
      nobody().call(stations.reportStation, {
        code,
        kind: 'locked',
        visitorKey: crypto.randomUUID(),
        madeAt: madeAt.toISOString(),
        ...given,
      })
    const late = (await report(made, { presence })).report
    const arrived = new Date(MONDAY_TEN.getTime() + 5 * 3_600_000)
    expect(late).toMatchObject({ at: made.toISOString(), arrivedAt: arrived.toISOString(), proof: 'code' })
    expect(late.events[0]?.at).toBe(made.toISOString())
    expect(Date.parse(late.dueAt) - arrived.getTime()).toBe(24 * 3_600_000)
    const ahead = (await report(new Date(arrived.getTime() + 3_600_000))).report
    expect(ahead).toMatchObject({ at: arrived.toISOString(), arrivedAt: null })
    await expect(report(new Date(arrived.getTime() - 8 * 86_400_000))).rejects.toMatchObject({
      code: 'made-too-long-ago',
      status: 422,
    })
  })

  it('made again within two hours while it waits is the same report, also by two taps at once', async () => {
    const { code, visitorKey, id } = await reportedStation()
    const again = () => nobody().call(stations.reportStation, { code, kind: 'locked', visitorKey })
    const answers = await Promise.all([again(), again(), again()])
    expect(new Set(answers.map(({ report }) => report.id))).toEqual(new Set([id]))
    const another = await nobody().call(stations.reportStation, { code, kind: 'dirty', visitorKey })
    expect(another.report.id).not.toBe(id)
    hoursLater(2.1)
    expect((await again()).report.id).not.toBe(id)
  })

  it('is one also when the first two taps come at once', async () => {
    const code = await city.createStation()
    const visitorKey = crypto.randomUUID()
    const tap = () => nobody().call(stations.reportStation, { code, kind: 'no-water', visitorKey })
    const [first, second] = await Promise.all([tap(), tap()])
    expect(first.report.id).toBe(second.report.id)
  })

  it('lives: reported, answered, reopened, answered, settled; and every step is kept', async () => {
    const { id, keeper, visitorKey } = await reportedStation()
    hoursLater(1)
    const answered = await keeper.call(stations.answerReport, { id, answer: 'was-open', words: '门一直开着' })
    expect(answered.report).toMatchObject({ state: 'answered', late: false })
    hoursLater(2)
    const reopened = await nobody().call(stations.reopenReport, { id, visitorKey, words: '还是锁着' })
    expect(reopened.report.state).toBe('reopened')
    hoursLater(3)
    await keeper.call(stations.answerReport, { id, answer: 'opened' })
    const settled = await nobody().call(stations.settleReport, { id, visitorKey })
    expect(settled.report.state).toBe('settled')
    expect(settled.report.events.map(({ kind, answer, by }) => [kind, answer, by])).toEqual([
      ['reported', null, '反映人'],
      ['answered', 'was-open', '周立'],
      ['reopened', null, '反映人'],
      ['answered', 'opened', '周立'],
      ['settled', null, '反映人'],
    ])
    await expect(keeper.call(stations.answerReport, { id, answer: 'fixed' })).rejects.toMatchObject({
      code: 'already-settled',
    })
  })

  it('is reopened by its reporter only, once it was answered, and within 14 days', async () => {
    const { id, keeper, visitorKey } = await reportedStation()
    const reopen = (key: string) => nobody().call(stations.reopenReport, { id, visitorKey: key })
    await expect(reopen(visitorKey)).rejects.toMatchObject({ status: 409, code: 'still-open' })
    await keeper.call(stations.answerReport, { id, answer: 'fixed' })
    await expect(reopen(crypto.randomUUID())).rejects.toMatchObject({ status: 404 })
    hoursLater(14 * 24 + 1)
    await expect(reopen(visitorKey)).rejects.toMatchObject({ code: 'too-late-to-reopen' })
    hoursLater(14 * 24 - 1)
    expect((await reopen(visitorKey)).report.state).toBe('reopened')
  })

  it('takes one of two moves made at once, and tells the other', async () => {
    const { id, keeper } = await reportedStation()
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => keeper.call(stations.answerReport, { id, answer: 'fixed' })),
    )
    const refused = results.filter((result) => result.status === 'rejected')
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'report-moved-meanwhile' })
    const { rows } = await city.world.as(city.officer).call(stations.listReports, { state: 'answered' })
    const events = rows.find((row) => row.id === id)!.events
    expect(events).toHaveLength(1 + results.length - refused.length)
  })
})

describe('an answer', () => {
  it('comes from the keeper of that station, or from an officer there', async () => {
    const { id, keeper } = await reportedStation()
    const other = await reportedStation()
    const answer = (client: typeof keeper) => client.call(stations.answerReport, { id, answer: 'will-fix' })
    await expect(answer(other.keeper)).rejects.toMatchObject({ status: 404 })
    await expect(answer(city.world.as(city.member))).rejects.toMatchObject({ status: 404 })
    await expect(answer(city.world.as(city.stranger))).rejects.toMatchObject({ status: 404 })
    await expect(answer(nobody())).rejects.toMatchObject({ status: 401 })
    const { report } = await answer(city.world.as(city.officer))
    expect(report.events.at(-1)).toMatchObject({ by: '王芳', answer: 'will-fix' })
    expect((await answer(keeper)).report.events).toHaveLength(3)
  })

  it('never comes from whoever reported', async () => {
    const { code } = await reportedStation()
    const officer = city.world.as(city.officer)
    const { report } = await officer.call(stations.reportStation, { code, kind: 'broken', facility: 'water' })
    await expect(
      officer.call(stations.answerReport, { id: report.id, answer: 'fixed' }),
    ).rejects.toMatchObject({ status: 403, code: 'own-report' })
  })

  it('stops being the keeper’s when another is appointed', async () => {
    const { code, id, keeper } = await reportedStation()
    await city.world
      .as(city.officer)
      .call(stations.appointKeeper, { code, name: '吴新', phone: '13900000000' })
    await expect(keeper.call(stations.answerReport, { id, answer: 'opened' })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('lists of reports', () => {
  it('show a keeper what waits at their stations', async () => {
    const { code, keeper, id } = await reportedStation()
    const { rows } = await keeper.call(stations.myStations, {})
    expect(rows.map((row) => [row.code, row.reports.map((report) => report.id)])).toEqual([[code, [id]]])
    await keeper.call(stations.answerReport, { id, answer: 'opened' })
    expect((await keeper.call(stations.myStations, {})).rows[0]!.reports).toEqual([])
    expect((await city.world.as(city.member).call(stations.myStations, {})).rows).toEqual([])
  })

  it('show a reporter their own, a staff member those within reach', async () => {
    const { id, visitorKey } = await reportedStation()
    const mine = await nobody().call(stations.myVisits, { visitorKey })
    expect(mine.reports.map((report) => report.id)).toEqual([id])
    const far = await city.world.as(city.stranger).call(stations.listReports, {})
    expect(far.total).toBe(0)
    const near = await city.world
      .as(city.officer)
      .call(stations.listReports, { state: 'open', pageSize: 200 })
    expect(near.rows.map((report) => report.id)).toContain(id)
    expect(near.rows.every((report) => report.state === 'open')).toBe(true)
    const all = person('市总', 'root', ['stations.read'])
    const found = await city.world
      .as(all)
      .call(stations.listReports, { search: mine.reports[0]!.stationCode })
    expect(found.total).toBe(1)
  })
})
