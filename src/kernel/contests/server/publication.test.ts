// Longer than most: one contest, judged once, for what may become of its result.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDataFolder } from '#kernel/files/server/testing.ts'
import { review } from '#kernel/review/contract.ts'
import { reviewModule } from '#kernel/review/index.ts'
import { contextOf, systemCaller } from '#platform/application.ts'
import { contests } from '../contract.ts'
import { makeBatches } from './certificates/make-certificates.ts'
import { makeContestCity, person, rulesOf, somebody, type Account, type ContestCity } from './testing.ts'

const folder = makeDataFolder()
let city: ContestCity
let world: ContestCity['world']
let contestId: string
const writers: Account[] = []

beforeAll(async () => {
  city = await makeContestCity({ dataFolder: folder.path })
  world = city.world
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

const system = () => contextOf(world.app, systemCaller('test'), 'test')
const endNotices = () => reviewModule.jobs.find(({ name }) => name === 'end-notices')!.run(system())

/** Four entries of three units; of 90, 80, 70 and 60 points in the order of their lots. */
async function closedContest(): Promise<string> {
  const id = await city.openContest({
    awards: [
      { id: 'first', name: '一等奖', count: 1 },
      { id: 'merit', name: '优秀奖', count: null },
    ],
    organisationPrize: {
      name: '优秀组织奖',
      count: 1,
      pointsPerEntry: 1,
      pointsPerAward: { first: 10, merit: 2 },
    },
    recommendation: { to: '省级比赛', count: 2 },
    rounds: [{ ...rulesOf().rounds[0]!, judgesPerEntry: 1 }],
  })
  for (const [index, name] of ['郑一', '王二', '冯三', '陈四'].entries()) {
    writers[index] = await city.plantPerson(name)
    await city.enter(id, writers[index], city.firms[Math.min(index, 2)]!)
  }
  await city.endEntries(id)
  const judge = await city.addJudge(id, '评委', city.firms[3]!)
  const { id: round } = await world.as(city.officer).call(contests.openRound, { contestId: id, no: 1 })
  await city.scoreAll(judge, (label) => 10_000 - label * 1_000)
  await world.as(city.officer).call(contests.closeRound, { id: round })
  return id
}

const movesOf = async (as: Account, id: string) =>
  (await world.as(as).call(review.getCase, { id })).moves.map((move) => move.id)

describe('a result', () => {
  it('is proposed by one, put on notice and published by another, and an upheld objection sends it back', async () => {
    const [one, two] = [world.as(city.officer), world.as(city.second)]
    const draft = await city.openContest()
    await expect(one.call(contests.proposeResult, { contestId: draft })).rejects.toMatchObject({
      code: 'round-to-come',
    })
    contestId = await closedContest()
    const live = await one.call(contests.getResult, { contestId })
    expect(live).toMatchObject({ state: 'none', obstacles: [], recommended: [{ rank: 1 }, { rank: 2 }] })
    expect(live.awards.map(({ id, rows }) => [id, rows.length])).toEqual([
      ['first', 1],
      ['merit', 3],
    ])
    expect((await world.nobody.call(contests.getPublicResult, { contestId })).state).toBe('none')

    const { caseId } = await one.call(contests.proposeResult, { contestId })
    await expect(one.call(contests.proposeResult, { contestId })).rejects.toMatchObject({
      code: 'result-proposed',
    })
    expect((await world.nobody.call(contests.getPublicResult, { contestId })).awards).toEqual([])
    expect(await movesOf(city.officer, caseId)).toEqual([])
    expect(await movesOf(city.second, caseId)).toEqual(['announce', 'send-back'])
    await two.call(review.act, { id: caseId, seq: 1, move: 'announce' })
    const shown = await world.nobody.call(contests.getPublicResult, { contestId })
    expect(shown).toMatchObject({ state: 'notice', entries: 4, unitsTakingPart: 3, publishedAt: null })
    const notice = await world.nobody.call(review.getNotice, { id: shown.noticeId! })
    expect(notice).toMatchObject({ workingDays: 3, purpose: 'honour' })
    expect(notice.subjects[0]?.value).toMatch(/^《.*》.*（.*公司工会）$/)

    const best = shown.awards[0]!.rows[0]!
    const text = '这件作品去年在别处得过奖。'
    await world.as(somebody()).call(review.objectToNotice, { id: shown.noticeId!, text })
    const answer = { noticeId: shown.noticeId!, no: 1, isUpheld: true, answer: '查实，取消资格。' }
    const answerer = person('孙明', city.county.path, ['review.answer-objections'])
    await world.as(answerer).call(review.answerObjection, answer)
    const { rows } = await one.call(contests.listEntries, { contestId })
    const id = rows.find(({ no }) => no === best.no)!.id
    await expect(two.call(contests.disqualifyEntry, { id, reason: '重复获奖' })).rejects.toMatchObject({
      code: 'result-proposed',
    })
    await two.call(review.act, { id: caseId, seq: 2, move: 'send-back', reason: '异议成立' })
    await two.call(contests.disqualifyEntry, { id, reason: '重复获奖' })
    const again = await one.call(contests.getResult, { contestId })
    expect(again).toMatchObject({ state: 'returned', awards: [{ rows: [{ rank: 2 }] }, { rows: [{}, {}] }] })
  })

  it('stands once its notice has run, with certificates that anybody can check', async () => {
    const [one, two] = [world.as(city.officer), world.as(city.second)]
    const { caseId } = await one.call(contests.proposeResult, { contestId })
    await two.call(review.act, { id: caseId, seq: 1, move: 'announce' })
    expect(await movesOf(city.second, caseId)).toEqual(['send-back'])
    world.setNow(new Date(Date.now() + 20 * 86_400_000))
    await endNotices()
    await two.call(review.act, { id: caseId, seq: 2, move: 'publish' })
    const result = await world.nobody.call(contests.getPublicResult, { contestId })
    expect(result).toMatchObject({ state: 'stands', digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(result.units).toHaveLength(1)
    expect(result.awards.flatMap(({ rows: all }) => all.map(({ isShown }) => isShown))).toEqual([
      false,
      false,
      false,
    ])

    expect(await one.call(contests.makeCertificates, { contestId })).toEqual({ total: 4 })
    await makeBatches(system(), new AbortController().signal)
    expect(await one.call(contests.getCertificateBatches, { contestId })).toMatchObject({
      total: 4,
      made: 4,
      batches: [{ state: 'made', count: 4 }],
    })
    const file = await one.call(contests.getCertificateBatch, { contestId, no: 1, reason: '打印发放' })
    expect(Buffer.from(file.content.slice(0, 5)).toString()).toBe('%PDF-')

    const winner = writers.find(({ name }) => name === result.awards[0]!.rows[0]!.names[0])!
    const { rows } = await world.as(winner).call(contests.listMyEntries, {})
    const { id: entryId, certificateCode: code } = rows[0]!
    const own = await world.as(winner).call(contests.getMyCertificate, { entryId })
    expect(own.mediaType).toBe('application/pdf')
    await expect(world.as(somebody()).call(contests.getMyCertificate, { entryId })).rejects.toMatchObject({
      status: 404,
    })
    expect(await world.nobody.call(contests.checkCertificate, { code: code! })).toMatchObject({
      awardName: '一等奖',
      names: [winner.name],
    })
    await expect(
      world.nobody.call(contests.checkCertificate, { code: '0000000000000000' }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('has a certificate revoked by a second person, as everybody may read, and another given in its place', async () => {
    const [one, two] = [world.as(city.officer), world.as(city.second)]
    const { rows } = await one.call(contests.listCertificates, { contestId })
    const { code, no, names } = rows.find(({ title }) => title !== null)!
    const check = () => world.nobody.call(contests.checkCertificate, { code })
    const propose = () =>
      one.call(contests.proposeRevocation, { code, ground: 'wrong-details', reason: '姓名写错一个字' })
    const again = { code, names: ['郑壹'], reason: '更正姓名' }
    await expect(one.call(contests.reissueCertificate, again)).rejects.toMatchObject({ code: 'not-revoked' })
    const first = await propose()
    await expect(propose()).rejects.toMatchObject({ code: 'revocation-proposed' })
    expect([await movesOf(city.officer, first.caseId), await movesOf(city.second, first.caseId)]).toEqual([
      [],
      ['revoke', 'keep'],
    ])
    await two.call(review.act, { id: first.caseId, seq: 1, move: 'keep', reason: '再核对一次' })
    expect((await check()).revoked).toBe(null)
    const { caseId } = await propose()
    await two.call(review.act, { id: caseId, seq: 1, move: 'revoke' })
    expect(await check()).toMatchObject({ no, revoked: { ground: 'wrong-details', isReplaced: false } })
    // What was written for those who decide is not told to everybody.
    expect(JSON.stringify(await check())).not.toContain('写错')
    const holder = writers.find(({ name }) => name === names[0])!
    const held = async () =>
      (await world.as(holder).call(contests.listMyEntries, {})).rows[0]!.certificateCode
    expect(await held()).toBe(null)
    const given = await one.call(contests.reissueCertificate, again)
    await expect(one.call(contests.reissueCertificate, again)).rejects.toMatchObject({
      code: 'replaced-already',
    })
    expect(await check()).toMatchObject({ revoked: { isReplaced: true } })
    expect(await held()).toBe(given.code)
    expect(await world.nobody.call(contests.checkCertificate, { code: given.code })).toMatchObject({
      names: ['郑壹'],
      revoked: null,
    })
    await makeBatches(system(), new AbortController().signal)
    expect((await one.call(contests.getCertificateBatches, { contestId })).batches).toMatchObject([
      { count: 4 },
      { count: 1, state: 'made', from: given.no },
    ])
    const stranger = world.as(city.neighbour)
    const tried = await Promise.allSettled([
      stranger.call(contests.listCertificates, { contestId }),
      stranger.call(contests.proposeRevocation, { code, ground: 'wrong-details', reason: '试一试' }),
      stranger.call(contests.reissueCertificate, again),
    ])
    expect(
      tried.map((call) => call.status === 'rejected' && (call.reason as { status: number }).status),
    ).toEqual([403, 403, 403])
  })

  it('marks an award that was taken back on the result, whose line stays as the notice named it', async () => {
    const [one, two] = [world.as(city.officer), world.as(city.second)]
    const { rows } = await one.call(contests.listCertificates, { contestId })
    const { code, title } = rows.findLast((row) => row.title !== null && row.state === 'good')!
    const reason = '作品并非本人所作'
    const { caseId } = await one.call(contests.proposeRevocation, { code, ground: 'award-withdrawn', reason })
    await two.call(review.act, { id: caseId, seq: 1, move: 'revoke' })
    const { awards } = await world.nobody.call(contests.getPublicResult, { contestId })
    const marked = awards.flatMap((award) => award.rows.filter(({ isWithdrawn }) => isWithdrawn))
    expect(marked.map((row) => row.title)).toEqual([title])
  })

  it('shows an awarded work to everybody where all who are in it agreed, until they take it back', async () => {
    const { awards } = await world.nobody.call(contests.getPublicResult, { contestId })
    const { no, names } = awards[0]!.rows[0]!
    const winner = writers.find(({ name }) => name === names[0])!
    const work = () => world.nobody.call(contests.getPublicWork, { contestId, no })
    await expect(work()).rejects.toMatchObject({ status: 404 })
    const [entry] = (await world.as(winner).call(contests.listMyEntries, {})).rows
    const say = (as: Account, agrees: boolean) =>
      world.as(as).call(contests.setPublication, { id: entry!.id, agrees })
    for (const other of [somebody(), city.officer])
      await expect(say(other, true)).rejects.toMatchObject({ status: 404 })
    await say(winner, true)
    expect(await work()).toMatchObject({ body: '我在班组二十年', awardName: '一等奖', names: [winner.name] })
    expect(
      (await world.nobody.call(contests.getPublicResult, { contestId })).awards[0]!.rows[0]!.isShown,
    ).toBe(true)
    await say(winner, false)
    await expect(work()).rejects.toMatchObject({ status: 404 })
  })

  it('goes home as lists, each with its reason', async () => {
    const client = world.as(city.officer)
    const { units } = await client.call(contests.getResult, { contestId })
    const counts = { entries: 4, awards: 3, organisations: units.length, recommendation: 2 }
    for (const [list, rows] of Object.entries(counts))
      for (const format of ['xlsx', 'docx'] as const) {
        const wish = { contestId, list: list as keyof typeof counts, format, reason: '存档' }
        const call = client.call(contests.exportList, wish)
        if (list === 'entries' && format === 'docx') await expect(call).rejects.toMatchObject({ status: 422 })
        else expect((await call).rows).toBe(rows)
      }
  })
})
