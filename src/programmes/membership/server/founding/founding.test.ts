// Longer than most: one city, set up once, from the wish for a union to its registration.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memberships } from '#kernel/memberships/contract.ts'
import { organisations } from '#kernel/organisations/contract.ts'
import { officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { review } from '#kernel/review/contract.ts'
import type { FileAnswer } from '#platform/contract.ts'
import { membership } from '../../contract.ts'
import {
  application,
  founded,
  idNumber,
  makeUnionsCity,
  paper,
  report,
  unitCode,
  type UnionsCity,
} from '../testing/unions-city.ts'

let city: UnionsCity
beforeAll(async () => void (city = await makeUnionsCity()))
afterAll(() => city.world.close())

test('a workplace applies, the level above approves, the union stands with its roll, term and officers', async () => {
  const { id, registered } = await founded(city)
  expect(registered).toMatchObject({ state: 'registered', members: 3 })
  const union = await city.home().call(membership.getUnion, { id: registered.organisationId })
  expect(union).toMatchObject({
    name: '平顶山晨光物流有限公司工会',
    form: 'committee',
    newForm: true,
    members: 3,
    newFormMembers: 3,
    chairName: '甲',
    foundedOn: '2026-11-23',
    termUntil: '2029-11-22',
    women: 'commissioner',
    vacancy: null,
  })
  expect(union.documents.map(({ kind }) => kind)).toEqual(['preparation', 'election'])
  const tree = city.world.as(officerAt(city.tree.xinhua, ['organisations.read', 'memberships.read']))
  const shown = await tree.call(organisations.getOrganisation, { id: registered.organisationId })
  expect(shown.lineage.at(-1)?.name).toBe('新华区总工会')
  const { total } = await tree.call(memberships.listMembers, { organisationId: registered.organisationId })
  expect(total).toBe(3)
  expect((await city.home().call(membership.getFounding, { id })).organisationId).toBe(
    registered.organisationId,
  )
})

describe('what is not right is said at its field, with its source', () => {
  const refusal = async (over: Parameters<typeof application>[1]) =>
    city
      .applicant()
      .call(membership.applyToFound, application(city.tree.xinhua, over))
      .then(
        () => [],
        (failure: { problems: { field: string; accepted?: { zh: string } }[] }) => failure.problems,
      )

  test.each([
    ['unitCode', { unitCode: '91410499MA0000013X' }],
    ['form', { members: 25, womenMembers: 0, form: 'organiser' as const }],
    ['womenMembers', { womenMembers: 4 }],
    ['members', { members: 61 }],
    ['people', { people: [{ name: '甲', duty: 'preparer' as const }] }],
    ['contactPhone', { contactPhone: '123' }],
    ['unitFoundedOn', { unitFoundedOn: '2026-11-24' }],
  ])('%s', async (field, over) => {
    expect((await refusal(over)).map((problem) => problem.field)).toContain(field)
  })

  test('a relative of the head, with the article', async () => {
    const people = [...application(city.tree.xinhua).people]
    people.push({ name: '丁', duty: 'committee', isRelativeOfHead: true })
    const [problem] = await refusal({ people })
    expect(problem).toMatchObject({ field: 'people', accepted: { zh: '《中华人民共和国工会法》第十条' } })
  })

  test('one letter misread in the code is offered back', async () => {
    const good = unitCode()
    const [problem] = await refusal({ unitCode: good.replace('000', 'O00') })
    expect(problem?.accepted?.zh).toContain(good)
  })
})

test('a second application for the same unit is refused until the first has ended', async () => {
  const wish = application(city.tree.xinhua)
  const first = city.applicant()
  const { caseId } = await first.call(membership.applyToFound, wish)
  await expect(city.applicant().call(membership.applyToFound, wish)).rejects.toMatchObject({
    code: 'unit-has-founding',
  })
  await first.call(review.act, { id: caseId, seq: 1, move: 'withdraw' })
  await city.applicant().call(membership.applyToFound, wish)
})

test('it goes back with what is missing, and is sent again', async () => {
  const applicant = city.applicant()
  const wish = application(city.tree.xinhua)
  const { id } = await applicant.call(membership.applyToFound, wish)
  await city.home().call(membership.returnFounding, {
    id,
    seq: 1,
    missing: ['营业执照复印件', '职工意愿书'],
    reason: '材料不全',
  })
  const seen = await applicant.call(membership.getFounding, { id })
  expect(seen).toMatchObject({ isMine: true, missing: ['营业执照复印件', '职工意愿书'] })
  expect(seen.application.contactPhone).toBe('12000000001')
  await applicant.call(membership.refileFounding, {
    id,
    seq: 2,
    application: { ...wish, members: 24, womenMembers: 10 },
  })
  const again = await city.home().call(membership.getFounding, { id })
  expect(again).toMatchObject({ filings: 2, members: 24, standing: { state: 'checking' } })
  expect(again.advice.find(({ rule }) => rule === 'women')?.article).toBe('law-11-women')
})

test('each line of a roll is judged by itself, and nobody is put on two rolls', async () => {
  const { applicant, id } = await preparing()
  const [mine, again] = [idNumber(), idNumber()]
  const { rows, members } = await applicant.call(membership.addFoundingMembers, {
    id,
    people: [
      { name: '周小燕', documentNumber: mine },
      { name: '吴小海', documentNumber: '41049919850229001X' },
      { name: '周小燕', documentNumber: mine },
      { name: '郑小川', documentNumber: again },
    ],
  })
  expect(rows.map(({ outcome }) => outcome)).toEqual(['added', 'refused', 'known', 'added'])
  expect(members).toBe(2)
  const { roll } = await applicant.call(membership.getFounding, { id })
  expect(JSON.stringify(roll)).not.toContain(mine)
  await applicant.call(membership.reportElection, { id, seq: 2, report: report(2) })
  await city.home().call(membership.registerUnion, { id, seq: 3, documentNumber: paper() })
  const other = await preparing()
  const answer = await other.applicant.call(membership.addFoundingMembers, {
    id: other.id,
    people: [{ name: '周小燕', documentNumber: mine }],
  })
  expect(answer.rows[0]).toMatchObject({ outcome: 'member-elsewhere' })
  expect(JSON.stringify(answer)).not.toContain('晨光')
})

test('an election without a quorum or majority, or not of the whole roll, does not stand', async () => {
  const { applicant, id } = await preparing()
  await applicant.call(membership.addFoundingMembers, {
    id,
    people: ['钱小冬', '孙小夏', '韩小秋'].map((name) => ({ name, documentNumber: idNumber() })),
  })
  const send = (over: Parameters<typeof report>[1], entitled = 3) =>
    applicant.call(membership.reportElection, { id, seq: 2, report: report(entitled, over) })
  await expect(send({ present: 1 })).rejects.toMatchObject({ status: 422 })
  await expect(send({ officers: [{ name: '甲', duty: 'chair', votes: 1 }] })).rejects.toMatchObject({
    status: 422,
  })
  await expect(send({}, 4)).rejects.toMatchObject({ code: 'entitled-differs' })
  await expect(send({ heldOn: '2026-11-24' })).rejects.toMatchObject({ status: 422 })
  expect(await send({})).toMatchObject({ state: 'result-checking' })
})

test('nobody approves what they applied for, and a number is given once', async () => {
  const officer = city.home()
  const wish = application(city.tree.xinhua)
  const { id } = await officer.call(membership.applyToFound, wish)
  const approve = { id, seq: 1, documentNumber: paper() }
  await expect(officer.call(membership.approveFounding, approve)).rejects.toMatchObject({
    code: 'own-proposal',
  })
  await city.home().call(membership.approveFounding, approve)
  const other = await city.applicant().call(membership.applyToFound, application(city.tree.xinhua))
  await expect(
    city.home().call(membership.approveFounding, { ...approve, id: other.id }),
  ).rejects.toMatchObject({ code: 'number-taken' })
  const { suggestedNumber } = await city.home().call(membership.getFounding, { id: other.id })
  expect(suggestedNumber).toMatch(/^新工组〔2026〕\d+号$/)
})

test('the dossier: each paper once its step is done, for Word and as PDF', async () => {
  const { id, applicant } = await founded(city)
  const { dossier } = await applicant.call(membership.getFounding, { id })
  expect(dossier).toHaveLength(6)
  for (const document of dossier) {
    const docx = (await applicant.call(membership.dossierFile, {
      id,
      document,
      format: 'docx',
    })) as FileAnswer
    expect(Buffer.from(docx.content.subarray(0, 2)).toString()).toBe('PK')
  }
  const pdf = (await city.home().call(membership.dossierFile, {
    id,
    document: 'election-reply',
    format: 'pdf',
  })) as FileAnswer
  expect(pdf.fileName).toBe('平顶山晨光物流有限公司工会-选举结果批复.pdf')
  expect(Buffer.from(pdf.content.subarray(0, 5)).toString()).toBe('%PDF-')
  const early = await preparing()
  await expect(
    early.applicant.call(membership.dossierFile, { id: early.id, document: 'result', format: 'pdf' }),
  ).rejects.toMatchObject({ code: 'paper-not-yet' })
})

describe('who may', () => {
  test('decide: the level above and those over it; next door, members and strangers not', async () => {
    const commands = [
      (id: string) => [membership.approveFounding, { id, seq: 1, documentNumber: paper() }] as const,
      (id: string) =>
        [membership.returnFounding, { id, seq: 1, missing: ['证件'], reason: '补' + '正' }] as const,
    ]
    for (const command of commands) {
      const { id } = await city.applicant().call(membership.applyToFound, application(city.tree.xinhua))
      const [operation, input] = command(id) as [typeof membership.approveFounding, never]
      await expect(city.nextDoor().call(operation, input)).rejects.toMatchObject({ status: 403 })
      await expect(city.member().call(operation, input)).rejects.toMatchObject({ status: 403 })
      await expect(city.nobody.call(operation, input)).rejects.toMatchObject({ status: 401 })
      await city.officer(city.tree.city).call(operation, input)
    }
    const { applicant, id } = await preparing()
    await applicant.call(membership.addFoundingMembers, {
      id,
      people: [{ name: '冯小雪', documentNumber: idNumber() }],
    })
    const chair = [{ name: '甲', duty: 'chair' as const, votes: 1 }]
    await applicant.call(membership.reportElection, { id, seq: 2, report: report(1, { officers: chair }) })
    const register = { id, seq: 3, documentNumber: paper() }
    await expect(city.nextDoor().call(membership.registerUnion, register)).rejects.toMatchObject({
      status: 403,
    })
    await expect(city.member().call(membership.registerUnion, register)).rejects.toMatchObject({
      status: 403,
    })
    await city.home().call(membership.registerUnion, register)
  })

  test('what is the applicant’s own is nobody else’s', async () => {
    const { id } = await preparing()
    const stranger = city.applicant()
    const people = [{ name: '陈小风', documentNumber: idNumber() }]
    const calls = [
      () => stranger.call(membership.addFoundingMembers, { id, people }),
      () => stranger.call(membership.reportElection, { id, seq: 2, report: report(1) }),
      () => stranger.call(membership.getFounding, { id }),
      () => stranger.call(membership.dossierFile, { id, document: 'request', format: 'pdf' }),
      () =>
        stranger.call(membership.refileFounding, { id, seq: 2, application: application(city.tree.xinhua) }),
      () => stranger.call(membership.removeFoundingMember, { id, person: { bk: 1, id } }),
    ]
    for (const call of calls) await expect(call()).rejects.toMatchObject({ status: 404 })
    await expect(city.home().call(membership.addFoundingMembers, { id, people })).rejects.toMatchObject({
      status: 403,
    })
    expect((await stranger.call(membership.myFoundings, {})).rows).toEqual([])
  })

  test('lists hold what lies within reach', async () => {
    const list = await city.home().call(membership.listFoundings, { view: 'all', pageSize: 1 })
    expect(list.total).toBeGreaterThan(3)
    expect(list.counts.map(({ state }) => state)).toContain('registered')
    expect((await city.nextDoor().call(membership.listFoundings, { view: 'all' })).total).toBe(0)
    const { rows } = await city
      .applicant()
      .call(membership.listLevelsAbove, { adcode: '410402', form: 'committee' })
    expect(rows.map(({ name }) => name)).toEqual(['新华区总工会'])
  })
})

async function preparing() {
  const applicant = city.applicant()
  const { id } = await applicant.call(membership.applyToFound, application(city.tree.xinhua))
  await city.home().call(membership.approveFounding, { id, seq: 1, documentNumber: paper() })
  return { applicant, id }
}
