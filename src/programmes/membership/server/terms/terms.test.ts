// Longer than most: one city, set up once, for all that may change about a union.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figures } from '#kernel/figures/contract.ts'
import { activeMembership, admit } from '#kernel/memberships/index.ts'
import { createOrganisation } from '#kernel/organisations/index.ts'
import { member } from '#kernel/organisations/server/testing/plant-tree.ts'
import { plantPerson, systemContext } from '#kernel/people/server/testing/plant-person.ts'
import { work } from '#kernel/work/contract.ts'
import type { InputOf } from '#platform/contract.ts'
import { membership } from '../../contract.ts'
import {
  makeUnionsCity,
  paper,
  report,
  seqOf,
  unitCode,
  type Report,
  type UnionsCity,
} from '../testing/unions-city.ts'
import { tellTerms } from './tell-terms.ts'

let city: UnionsCity
let serial = 0
beforeAll(async () => void (city = await makeUnionsCity()))
afterAll(() => city.world.close())

const ctx = () => systemContext(city.world.app)
type Content = InputOf<typeof membership.proposeMatter>['content']

async function union(name: string, heldOn?: string, over: Partial<Report> = {}): Promise<string> {
  const { id } = await createOrganisation(ctx(), {
    parentId: city.tree.xinhua.id,
    kind: 'joint-union',
    name,
    adcode: '410402',
    validFrom: '2020-01-01',
  })
  if (heldOn !== undefined)
    await city.home().call(membership.recordTerm, { id, report: report(9, { heldOn, ...over }) })
  return id
}

/** Proposed by one officer, granted by another. */
async function grant(id: string, content: Content) {
  const { matterId, caseId } = await city
    .home()
    .call(membership.proposeMatter, { id, content, reason: '按规定办理' })
  const decider = city.home()
  return decider.call(membership.grantMatter, {
    matterId,
    seq: await seqOf(decider, caseId),
    documentNumber: paper(),
  })
}

const getUnion = (id: string) => city.home().call(membership.getUnion, { id })

test('a term that ended shows as overdue, and a granted re-election begins the next', async () => {
  const id = await union('甲联合工会', '2023-11-20')
  expect(await getUnion(id)).toMatchObject({ stage: 'overdue', termUntil: '2026-11-19', chairName: '甲' })
  const officers = [{ name: '丙', duty: 'chair' as const, votes: 9 }]
  await grant(id, { kind: 're-election', report: report(9, { officers, termYears: 5 }) })
  const after = await getUnion(id)
  expect(after).toMatchObject({ stage: 'running', termUntil: '2031-11-22', chairName: '丙' })
  expect(after.terms.map(({ no }) => no)).toEqual([2, 1])
  expect(after.officers.find(({ name }) => name === '甲')).toMatchObject({ untilDay: '2026-11-23' })
  await expect(
    city.home().call(membership.recordTerm, { id, report: report(9, { heldOn: '2026-01-01' }) }),
  ).rejects.toMatchObject({ code: 'term-overlaps' })
})

test('a chair who leaves is followed within three months, and nobody is elected onto a chair that is taken', async () => {
  const id = await union('乙联合工会', '2025-01-10')
  const successor = report(9, { officers: [{ name: '丁', duty: 'chair', votes: 8 }] })
  await expect(grant(id, { kind: 'by-election', report: successor })).rejects.toMatchObject({
    code: 'chair-taken',
  })
  const chair = (await getUnion(id)).officers.find(({ duty }) => duty === 'chair')!
  const vacate = { officerId: chair.id, untilDay: '2026-11-20', why: '调离' }
  await expect(city.nextDoor().call(membership.vacateOffice, vacate)).rejects.toMatchObject({ status: 403 })
  expect(await city.home().call(membership.vacateOffice, vacate)).toEqual({ byElectionDueOn: '2027-02-20' })
  expect((await getUnion(id)).vacancy).toEqual({ since: '2026-11-20', dueOn: '2027-02-20' })
  const { rows } = await city.home().call(membership.listUnions, { vacantOnly: true })
  expect(rows.map((row) => row.id)).toContain(id)
  await grant(id, { kind: 'by-election', report: successor })
  expect(await getUnion(id)).toMatchObject({ vacancy: null, chairName: '丁', termUntil: '2028-01-09' })
})

test('an election is postponed once, within the limit, on a paper', async () => {
  const id = await union('丙联合工会', '2023-12-01')
  await expect(grant(id, { kind: 'extension', untilDay: '2027-06-01' })).rejects.toMatchObject({
    code: 'beyond-extension',
  })
  await grant(id, { kind: 'extension', untilDay: '2027-05-30' })
  expect(await getUnion(id)).toMatchObject({
    termUntil: '2027-05-30',
    terms: [{ untilDay: '2026-11-30', extendedTo: '2027-05-30' }],
  })
  await expect(grant(id, { kind: 'extension', untilDay: '2027-05-15' })).rejects.toMatchObject({
    code: 'extended-already',
  })
})

test('a new name and another level above, each on its paper', async () => {
  const id = await union('丁联合工会')
  await grant(id, { kind: 'rename', name: '丁行业联合工会' })
  expect((await getUnion(id)).name).toBe('丁行业联合工会')
  const move: Content = { kind: 'move', toParentId: city.tree.ruzhou.id }
  await expect(grant(id, move)).rejects.toMatchObject({ status: 403 })
  const open = (await getUnion(id)).matters.find(({ kind }) => kind === 'move')!
  expect(open.standing.state).toBe('checking')
  const above = city.officer(city.tree.city)
  await above.call(membership.grantMatter, {
    matterId: open.id,
    seq: await seqOf(above, open.standing.caseId),
    documentNumber: paper(),
  })
  await expect(getUnion(id)).rejects.toMatchObject({ status: 404 })
  expect((await city.nextDoor().call(membership.getUnion, { id })).parentName).toBe('汝州市总工会')
})

test('whatever members say or do not say, none is lost when their union ends or merges', async () => {
  const wish = fc.record({ says: fc.boolean(), joinedToday: fc.boolean(), merges: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 4 }), async (plan) => {
      const merges = plan[0]!.merges
      const [old, next] = [await union('将撤工会'), await union('接收工会')]
      const people = []
      for (const { joinedToday } of plan) {
        const person = await plantPerson(city.world.app, (serial += 1), null)
        const fromDay = joinedToday ? '2026-11-23' : '2025-03-01'
        await admit(ctx(), { person, organisationId: old, fromDay, newForm: true })
        people.push(person)
      }
      const content: Content = merges
        ? { kind: 'merge', intoId: next }
        : { kind: 'dissolve', unitEnded: true, unitEndedOn: '2026-11-01' }
      const { matterId, caseId } = await city
        .home()
        .call(membership.proposeMatter, { id: old, content, reason: '单位已经终止' })
      if (!merges)
        for (const [at, person] of people.entries()) {
          const mine = city.world.as(member(person))
          const { pending } = await mine.call(membership.myDissolution, {})
          expect(pending?.matterId).toBe(matterId)
          if (plan[at]!.says)
            await mine.call(membership.wishOnDissolution, { matterId, toOrganisationId: next })
        }
      const decider = city.home()
      const { outcome } = await decider.call(membership.grantMatter, {
        matterId,
        seq: await seqOf(decider, caseId),
        documentNumber: paper(),
      })
      expect(Number(outcome['moved']) + Number(outcome['retained'])).toBe(plan.length)
      for (const [at, person] of people.entries()) {
        const { says, joinedToday } = plan[at]!
        const moves = (merges || says) && !joinedToday
        expect(await activeMembership(ctx(), person)).toMatchObject({
          organisationId: moves ? next : old,
          status: moves ? 'active' : 'retained',
        })
      }
      expect((await getUnion(old)).state).toBe('dissolved')
      // Each was told once that it may end, where it could be chosen, and once where they belong now.
      const told = await city.world.owner.pool.query<{ count: number }>(
        `select count(*) from notifications.message where kind = 'membership.union-ends' and person_id = any($1) group by person_id`,
        [people.map(({ id }) => id)],
      )
      expect(told.rows.map(({ count }) => count)).toEqual(people.map(() => (merges ? 1 : 2)))
    }),
    { numRuns: 6 },
  )
}, 60_000)

test('the union’s face is kept with its versions, its own code begins with 81', async () => {
  const id = await union('戊联合工会')
  const face = {
    id,
    version: 0,
    form: 'joint' as const,
    newForm: true,
    trade: 'rider' as const,
    foundedOn: '2022-05-01',
    workers: 300,
    women: null,
  }
  expect(await city.home().call(membership.keepUnion, face)).toEqual({ version: 1 })
  await expect(city.home().call(membership.keepUnion, face)).rejects.toMatchObject({ code: 'stale-version' })
  await expect(
    city.home().call(membership.keepUnion, { ...face, version: 1, form: 'committee' }),
  ).rejects.toMatchObject({ code: 'wrong-form' })
  const code = (creditCode: string) => city.home().call(membership.recordLegalPerson, { id, creditCode })
  await expect(code(unitCode())).rejects.toMatchObject({ code: 'credit-code' })
  await code('81410400mc0000012n')
  expect((await getUnion(id)).creditCode).toBe('81410400MC0000012N')
})

test('the clock tells once, and the desk shows what is late', async () => {
  const id = await union('己联合工会', '2023-11-01')
  await city.world.app.database.db.transaction().execute(async (db) => tellTerms({ ...ctx(), db }))
  const { rows } = await city.home().call(work.listWork, {})
  expect(rows.find(({ href }) => href === `/staff/unions/${id}`)?.kind).toBe('membership.term-overdue')
  const warned = () =>
    city.world.owner.pool.query('select stage from membership.term_warning where organisation_id = $1', [id])
  expect((await warned()).rows).toEqual([{ stage: 'overdue' }])
  await city.world.app.database.db.transaction().execute(async (db) => tellTerms({ ...ctx(), db }))
  expect((await warned()).rowCount).toBe(1)
})

test('figures count unions, those in new forms and terms that are over, as of a day', async () => {
  const value = async (key: string, asOf?: string) =>
    (await city.nobody.call(figures.getFigure, { key, ...(asOf && { asOf }) })).value
  const now = await value('membership.unions')
  expect(now).toBeGreaterThan((await value('membership.unions', '2019-12-31')) ?? 0)
  expect(await value('membership.newFormUnions')).toBeGreaterThanOrEqual(1)
  const { stages } = await city.officer(city.tree.city).call(membership.listUnions, {})
  const overdue = stages.find(({ stage }) => stage === 'overdue')?.count
  expect(await value('membership.termsOverdue')).toBe(overdue)
})

describe('who may', () => {
  const calls: Record<string, (id: string) => readonly [{ id: string }, object]> = {
    keepUnion: (id) => [
      membership.keepUnion,
      {
        id,
        version: 0,
        form: 'joint',
        newForm: false,
        trade: null,
        foundedOn: '2020-01-01',
        workers: null,
        women: null,
      },
    ],
    recordTerm: (id) => [membership.recordTerm, { id, report: report(9) }],
    recordLegalPerson: (id) => [membership.recordLegalPerson, { id, creditCode: '81410400MC0000012N' }],
    proposeMatter: (id) => [
      membership.proposeMatter,
      { id, content: { kind: 'rename', name: '新的名称工会' }, reason: '单位更名' },
    ],
  }
  test.each(Object.entries(calls))('%s: next door, members and strangers not', async (_name, call) => {
    const id = await union('某联合工会')
    const [operation, input] = call(id) as [typeof membership.keepUnion, never]
    await expect(city.nextDoor().call(operation, input)).rejects.toMatchObject({ status: 403 })
    await expect(city.member().call(operation, input)).rejects.toMatchObject({ status: 403 })
    await expect(city.nobody.call(operation, input)).rejects.toMatchObject({ status: 401 })
  })

  test('nobody grants what they proposed', async () => {
    const id = await union('自批联合工会')
    const officer = city.home()
    const { matterId, caseId } = await officer.call(membership.proposeMatter, {
      id,
      content: { kind: 'rename', name: '自己批的名称工会' },
      reason: '单位更名',
    })
    const wish = { matterId, seq: await seqOf(officer, caseId), documentNumber: paper() }
    await expect(officer.call(membership.grantMatter, wish)).rejects.toMatchObject({ code: 'own-proposal' })
    for (const other of [city.nextDoor(), city.member()])
      await expect(other.call(membership.grantMatter, wish)).rejects.toMatchObject({ status: 403 })
    await expect(city.nobody.call(membership.grantMatter, wish)).rejects.toMatchObject({ status: 401 })
  })
})
