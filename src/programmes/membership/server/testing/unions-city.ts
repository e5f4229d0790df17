import { bodyCheck, creditCheck } from '#kernel/organisations/index.ts'
import {
  officerAt,
  plantTree,
  type PlantedTree,
  type PlantedUnit,
} from '#kernel/organisations/server/testing/plant-tree.ts'
import { DEMO_REGION, residentIdCheck } from '#kernel/people/index.ts'
import { review } from '#kernel/review/contract.ts'
import type { Actor } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { makeWorld, type Client, type World } from '#tests/world.ts'
import { membership } from '../../contract.ts'
import { unionPermissions } from '../../contract-unions.ts'

export type ApplicationInput = InputOf<typeof membership.applyToFound>
export type Report = InputOf<typeof membership.reportElection>['report']

/** A city with two counties, and the people around a union that is founded. For tests only. */
export type UnionsCity = Awaited<ReturnType<typeof makeUnionsCity>>

export const TODAY = '2026-11-23'

export async function makeUnionsCity(options: Parameters<typeof makeWorld>[0] = {}) {
  const world = await makeWorld(options)
  const tree = await plantTree(world.owner.db)
  return { world, tree, ...people(world, tree) }
}

function people(world: World, tree: PlantedTree) {
  const all = Object.keys(unionPermissions)
  const without = (...left: string[]) => all.filter((permission) => !left.includes(permission))
  const officer = (unit: PlantedUnit, permissions = without('membership.pay-support')) =>
    world.as(officerAt(unit, permissions, { person: { bk: 3, id: newId() } }))
  return {
    officer,
    /** Of the county that decides, and of the one next door. */
    home: () => officer(tree.xinhua),
    nextDoor: () => officer(tree.ruzhou),
    payer: (unit: PlantedUnit = tree.city) =>
      officer(unit, ['membership.pay-support', 'membership.read-support']),
    member: () => world.as(officerAt(tree.xinhua, [], { person: { bk: 4, id: newId() } })),
    applicant: () => world.as(account()),
    nobody: world.nobody,
  }
}

/** Somebody who signed in by phone and of whom nothing more is known. */
export const account = (): Actor => ({
  kind: 'account',
  accountId: newId(),
  sessionId: null,
  person: null,
  name: '申请人',
  roles: [],
  grants: [],
})

let codes = 0

/** A code of nobody's employer: region 410499 was never assigned. */
export function unitCode(): string {
  codes += 1
  const body = `MA${String(codes).padStart(6, '0')}`
  const first17 = `91410499${body}${bodyCheck(body)}`
  return `${first17}${creditCheck(first17)}`
}

let numbers = 0

export function idNumber(): string {
  numbers += 1
  const first17 = `${DEMO_REGION}198502${String(1 + (numbers % 28)).padStart(2, '0')}${String(100 + (numbers % 800))}`
  return first17 + residentIdCheck(first17)
}

export const application = (
  levelAbove: PlantedUnit,
  over: Partial<ApplicationInput> = {},
): ApplicationInput => ({
  levelAboveId: levelAbove.id,
  unionName: '平顶山晨光物流有限公司工会',
  unitName: '平顶山晨光物流有限公司',
  unitCode: unitCode(),
  unitKind: 'enterprise',
  unitFoundedOn: '2026-02-01',
  adcode: '410402',
  scope: 'one-unit',
  form: 'committee',
  newForm: true,
  trade: 'courier',
  workers: 60,
  members: 3,
  womenMembers: 1,
  people: ['甲', '乙', '丙'].map((name) => ({ name, duty: 'preparer' as const })),
  contactName: '张三',
  contactPhone: '12000000001',
  grounds: '职工普遍愿意加入工会，公司支持成立工会。',
  ...over,
})

export const report = (entitled: number, over: Partial<Report> = {}): Report => ({
  heldOn: TODAY,
  meeting: 'members',
  entitled,
  present: entitled,
  termYears: 3,
  officers: [
    { name: '甲', duty: 'chair', votes: entitled },
    { name: '乙', duty: 'audit', votes: entitled },
  ],
  ...over,
})

/** The number of the last action of a case, as its page shows it. */
export const seqOf = async (client: Client, caseId: string): Promise<number> =>
  (await client.call(review.getCase, { id: caseId })).seq

let papers = 0
export const paper = (): string => `新工组〔2026〕${(papers += 1)}号`

/** Applies, is approved, puts three members down and reports: the case waits for its registration. */
export async function founded(
  city: UnionsCity,
  over: Partial<ApplicationInput> = {},
): Promise<{
  id: string
  caseId: string
  applicant: Client
  registered: OutputOf<typeof membership.registerUnion>
}> {
  const applicant = city.applicant()
  const officer = city.home()
  const { id, caseId } = await applicant.call(membership.applyToFound, application(city.tree.xinhua, over))
  await officer.call(membership.approveFounding, { id, seq: 1, documentNumber: paper() })
  await applicant.call(membership.addFoundingMembers, {
    id,
    people: ['王小明', '李小红', '赵小刚'].map((name) => ({ name, documentNumber: idNumber() })),
  })
  await applicant.call(membership.reportElection, { id, seq: 2, report: report(3) })
  const registered = await officer.call(membership.registerUnion, { id, seq: 3, documentNumber: paper() })
  return { id, caseId, applicant, registered }
}
