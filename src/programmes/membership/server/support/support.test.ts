// Longer than most: one city and one budget, set up once, for money on its way out and back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figures } from '#kernel/figures/contract.ts'
import { ledger } from '#kernel/ledger/contract.ts'
import { admit } from '#kernel/memberships/index.ts'
import { createOrganisation } from '#kernel/organisations/index.ts'
import { plantPerson, systemContext } from '#kernel/people/server/testing/plant-person.ts'
import { review } from '#kernel/review/contract.ts'
import type { FileAnswer, InputOf } from '#platform/contract.ts'
import { membership } from '../../contract.ts'
import { makeUnionsCity, paper, seqOf, type UnionsCity } from '../testing/unions-city.ts'

let city: UnionsCity
let serial = 0
beforeAll(async () => void (city = await makeUnionsCity()))
afterAll(() => city.world.close())

const ctx = () => systemContext(city.world.app)
const milestones: InputOf<typeof membership.createPolicy>['milestones'] = [
  { id: 'founded', kind: 'founded', amountFen: 200_000 },
  { id: 'members', kind: 'members', atLeast: 2, perMemberFen: 1_000, limitFen: 50_000, newFormOnly: true },
  { id: 'kept', kind: 'kept', months: 6, atLeast: 2, amountFen: 100_000 },
]

const policy = (budgetFen: number) =>
  city.officer(city.tree.city).call(membership.createPolicy, {
    organisationId: city.tree.city.id,
    name: '新就业形态建会入会扶持',
    documentNumber: paper(),
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    milestones,
    budgetFen,
  })

async function project(policyId: string, members = 0): Promise<string> {
  const { id: unionId } = await createOrganisation(ctx(), {
    parentId: city.tree.xinhua.id,
    kind: 'joint-union',
    name: `受扶持工会${(serial += 1)}`,
    adcode: '410402',
    validFrom: '2026-10-01',
  })
  for (let count = 0; count < members; count += 1) {
    const person = await plantPerson(city.world.app, (serial += 1), null)
    await admit(ctx(), { person, organisationId: unionId, fromDay: '2026-10-10', newForm: true })
  }
  return (await city.home().call(membership.openProject, { policyId, unionId })).id
}

const claim = (projectId: string, milestone: string) =>
  city.home().call(membership.claimMilestone, { projectId, milestone })

const left = async (policyId: string) =>
  (await city.officer(city.tree.city).call(membership.listPolicies, {})).rows.find(
    ({ id }) => id === policyId,
  )!

test('what a milestone is worth is counted from the roll, claimed once, held, paid, and stands in the books', async () => {
  const { id: policyId } = await policy(1_000_000)
  const projectId = await project(policyId, 3)
  const { milestones: today } = await city.home().call(membership.getProject, { id: projectId })
  expect(
    today.map(({ today: { isReached, counted, amountFen } }) => [isReached, counted, amountFen]),
  ).toEqual([
    [true, 1, 200_000],
    [true, 3, 3_000],
    [false, 3, 0],
  ])
  await expect(claim(projectId, 'kept')).rejects.toMatchObject({ code: 'not-reached' })
  const made = await claim(projectId, 'members')
  expect(made.amountFen).toBe(3_000)
  await expect(claim(projectId, 'members')).rejects.toMatchObject({ code: 'claim-once' })
  await city.home().call(membership.approveClaim, { claimId: made.claimId, seq: 1 })
  expect(await left(policyId)).toMatchObject({ heldFen: 3_000, availableFen: 997_000, paidFen: 0 })
  await city.payer().call(membership.payClaim, { claimId: made.claimId, seq: 2, receipt: '凭证2026-001' })
  expect(await left(policyId)).toMatchObject({ heldFen: 0, paidFen: 3_000, availableFen: 997_000 })
  const paid = await city.home().call(membership.getClaim, { id: made.claimId })
  expect(paid).toMatchObject({ paidOn: '2026-11-23', receipt: '凭证2026-001', standing: { state: 'paid' } })
  expect((await city.nobody.call(figures.getFigure, { key: 'membership.supportPaid' })).value).toBe(3_000)
  expect((await city.world.system.call(ledger.verify, {})).intact).toBe(true)
})

test('the budget is never overdrawn, counting what is held; a void frees it', async () => {
  const { id: policyId } = await policy(300_000)
  const [one, two] = [await project(policyId), await project(policyId)]
  const [first, second] = [await claim(one, 'founded'), await claim(two, 'founded')]
  await city.home().call(membership.approveClaim, { claimId: first.claimId, seq: 1 })
  const approveSecond = () => city.home().call(membership.approveClaim, { claimId: second.claimId, seq: 1 })
  await expect(approveSecond()).rejects.toMatchObject({ code: 'overdraft' })
  // Refused, and nothing of it was written: the case still waits to be checked.
  expect((await city.home().call(membership.getClaim, { id: second.claimId })).standing.state).toBe(
    'checking',
  )
  await city.payer().call(membership.voidClaim, { claimId: first.claimId, seq: 2, reason: '重复申领作废' })
  await approveSecond()
  expect(await left(policyId)).toMatchObject({ heldFen: 200_000, availableFen: 100_000 })
  // The voided milestone may be claimed again.
  expect((await claim(one, 'founded')).amountFen).toBe(200_000)
})

test('money that came back is a reversal, at most what was paid, booked by another hand', async () => {
  const { id: policyId } = await policy(500_000)
  const { claimId } = await claim(await project(policyId), 'founded')
  await city.home().call(membership.approveClaim, { claimId, seq: 1 })
  const payer = city.payer()
  await payer.call(membership.payClaim, { claimId, seq: 2, receipt: '凭证2' })
  const demand = (amountFen: number) =>
    city.home().call(membership.proposeReclaim, { claimId, amountFen, reason: '会员虚报，收回差额' })
  await expect(demand(200_001)).rejects.toMatchObject({ code: 'beyond-paid' })
  const { caseId } = await demand(150_000)
  await expect(demand(50_001)).rejects.toMatchObject({ code: 'beyond-paid' })
  await city.payer().call(membership.bookReclaim, { caseId, seq: 1 })
  expect(await city.home().call(membership.getClaim, { id: claimId })).toMatchObject({
    reclaimedFen: 150_000,
  })
  expect((await left(policyId)).availableFen).toBe(450_000)
})

describe('three hands', () => {
  test('nobody checks what they claimed, nobody pays what they approved', async () => {
    const { id: policyId } = await policy(500_000)
    const both = city.officer(city.tree.city, [
      'membership.claim-support',
      'membership.check-support',
      'membership.pay-support',
      'membership.read-support',
    ])
    const projectId = await project(policyId)
    const mine = await both.call(membership.claimMilestone, { projectId, milestone: 'founded' })
    const approve = { claimId: mine.claimId, seq: 1 }
    await expect(both.call(membership.approveClaim, approve)).rejects.toMatchObject({ code: 'own-proposal' })
    await city.home().call(membership.approveClaim, approve)
    const pay = { claimId: mine.claimId, seq: 2, receipt: '凭证3' }
    await expect(both.call(membership.payClaim, pay)).rejects.toMatchObject({ code: 'own-proposal' })
    const other = await claim(await project(policyId), 'founded')
    await both.call(membership.approveClaim, { claimId: other.claimId, seq: 1 })
    await expect(
      both.call(membership.payClaim, { claimId: other.claimId, seq: 2, receipt: '凭证4' }),
    ).rejects.toMatchObject({ code: 'earlier-actor' })
  })

  test('a county’s finance officer does not pay out of the city’s fund', async () => {
    const { id: policyId } = await policy(500_000)
    const { claimId } = await claim(await project(policyId), 'founded')
    await city.home().call(membership.approveClaim, { claimId, seq: 1 })
    const pay = { claimId, seq: 2, receipt: '凭证5' }
    await expect(city.payer(city.tree.xinhua).call(membership.payClaim, pay)).rejects.toMatchObject({
      status: 403,
    })
    await city.payer().call(membership.payClaim, pay)
  })
})

test('a refused claim lets go of its milestone', async () => {
  const { id: policyId } = await policy(500_000)
  const projectId = await project(policyId)
  const { caseId } = await claim(projectId, 'founded')
  const officer = city.home()
  await officer.call(review.act, {
    id: caseId,
    seq: await seqOf(officer, caseId),
    move: 'refuse',
    reason: '材料不实',
  })
  expect((await claim(projectId, 'founded')).amountFen).toBe(200_000)
})

test('a budget grows by its paper once, a closed policy takes no more claims, payments are exported', async () => {
  const { id } = await policy(1_000_000)
  const projectId = await project(id)
  const above = city.officer(city.tree.city)
  const more = { id, amountFen: 5_000, documentNumber: paper() }
  expect(await above.call(membership.addBudget, more)).toEqual({ availableFen: 1_005_000 })
  expect(await above.call(membership.addBudget, more)).toEqual({ availableFen: 1_005_000 })
  const { claimId } = await claim(projectId, 'founded')
  await city.home().call(membership.approveClaim, { claimId, seq: 1 })
  await city.payer().call(membership.payClaim, { claimId, seq: 2, receipt: '凭证6' })
  for (const format of ['xlsx', 'pdf'] as const) {
    const file = (await above.call(membership.exportPayments, {
      policyId: id,
      format,
      reason: '年终核对',
    })) as FileAnswer
    expect(file).toMatchObject({ rows: 1 })
    expect(file.fileName).toContain('支付清单')
  }
  await above.call(membership.closePolicy, { id, reason: '政策到期停止' })
  await expect(claim(projectId, 'members')).rejects.toMatchObject({ code: 'policy-closed' })
})

describe('who may', () => {
  test('policies are the payer’s, projects and claims the union’s; next door, members and strangers not', async () => {
    const { id: policyId } = await policy(500_000)
    const projectId = await project(policyId)
    const { claimId } = await claim(projectId, 'founded')
    const organisationId = city.tree.xinhua.id
    const calls: readonly (readonly [unknown, object])[] = [
      [
        membership.createPolicy,
        {
          organisationId,
          name: '某项扶持',
          documentNumber: paper(),
          validFrom: '2026-01-01',
          validUntil: '2026-12-31',
          milestones,
          budgetFen: 1,
        },
      ],
      [membership.addBudget, { id: policyId, amountFen: 1, documentNumber: paper() }],
      [membership.closePolicy, { id: policyId, reason: '停止执行' }],
      [membership.claimMilestone, { projectId, milestone: 'founded' }],
      [membership.approveClaim, { claimId, seq: 1 }],
      [membership.proposeReclaim, { claimId, amountFen: 1, reason: '收回资金' }],
      [membership.openProject, { policyId, unionId: city.tree.xinhuaUnion.id }],
    ]
    for (const [operation, input] of calls as [typeof membership.approveClaim, never][]) {
      await expect(city.nextDoor().call(operation, input)).rejects.toMatchObject({ status: 403 })
      await expect(city.member().call(operation, input)).rejects.toMatchObject({ status: 403 })
      await expect(city.nobody.call(operation, input)).rejects.toMatchObject({ status: 401 })
    }
    expect((await city.nextDoor().call(membership.listClaims, { view: 'all' })).total).toBe(0)
    await expect(city.nextDoor().call(membership.getClaim, { id: claimId })).rejects.toMatchObject({
      status: 404,
    })
    await expect(city.nextDoor().call(membership.getProject, { id: projectId })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('claims are paid, voided and reclaims booked where the money lies: not next door, nor by members or strangers', async () => {
    const { id: policyId } = await policy(500_000)
    const approved = async () => {
      const { claimId } = await claim(await project(policyId), 'founded')
      await city.home().call(membership.approveClaim, { claimId, seq: 1 })
      return claimId
    }
    const refusedToOthers = async (operation: typeof membership.payClaim, input: never) => {
      for (const client of [city.payer(city.tree.ruzhou), city.payer(city.tree.xinhua), city.member()])
        // A case out of sight is answered like one that does not exist.
        await expect(client.call(operation, input)).rejects.toSatisfy(({ status }) =>
          [403, 404].includes(status),
        )
      await expect(city.nobody.call(operation, input)).rejects.toMatchObject({ status: 401 })
    }
    const [paid, voided] = [await approved(), await approved()]
    const pay = { claimId: paid, seq: 2, receipt: '凭证7' }
    await refusedToOthers(membership.payClaim, pay as never)
    await city.payer().call(membership.payClaim, pay)
    const release = { claimId: voided, seq: 2, reason: '重复申领作废' }
    await refusedToOthers(membership.voidClaim as never, release as never)
    await city.payer().call(membership.voidClaim, release)
    const { caseId } = await city
      .home()
      .call(membership.proposeReclaim, { claimId: paid, amountFen: 100, reason: '收回差额' })
    await refusedToOthers(membership.bookReclaim as never, { caseId, seq: 1 } as never)
    await city.payer().call(membership.bookReclaim, { caseId, seq: 1 })
  })
})
