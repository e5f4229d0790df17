import { sql } from 'kysely'
import { ensureAccount } from '#kernel/access/index.ts'
import type { DemoUnion } from '#kernel/organisations/index.ts'
import { DEMO_REGION, residentIdCheck, type DemoPerson } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { contextOfDemo } from '#platform/demo.ts'
import { newId, randomCode } from '#platform/ids.ts'
import type { DemoContext, Module } from '#platform/module.ts'
import { JOIN_CODE_LETTERS } from '../rules/join-code.ts'
import type { Employment } from '../rules/employment.ts'
import { openApplication } from './joining/apply.ts'
import { reviewedJoining } from './joining/reviewed.ts'
import { openTransfer } from './transfers/open-transfer.ts'
import { acceptanceProcedure, releaseProcedure } from './transfers/procedures.ts'

/** Invented; their numbers have the region that was never assigned, and a month's end that no other demo person has. */
const applicants: readonly (readonly [name: string, employment: Employment, hoursAgo: number])[] = [
  ['蒲小舟', 'delivery-rider', 100],
  ['尤长河', 'courier', 50],
  ['纪春生', 'delivery-rider', 26],
  ['阿依努尔·买买提', 'ride-hailing-driver', 22],
  ['翟望山', 'truck-driver', 5],
  ['祝青禾', 'delivery-rider', 3],
  ['闵一凡', 'courier', 1],
]

/** Every union has its join code; at the riders' union of one district people wait, and some are on their way. */
export async function demo(context: DemoContext): Promise<void> {
  await giveJoinCodes(context)
  const unions = context.shared.get('unions') as readonly DemoUnion[]
  const riders = unions.find(({ newForm, adcode }) => newForm && adcode === '410402')!
  const next = unions.find(({ newForm, adcode }) => newForm && adcode === '410403')!
  for (const [index, [name, employment, hours]] of applicants.entries()) {
    const phone = `120${String(88_000_001 + index)}`
    const ctx = at(context, hours)
    const accountId = await ensureAccount(ctx, phone)
    await openApplication(actingAs(ctx, accountId, null), {
      organisationId: riders.id,
      accountId,
      person: null,
      applicant: { name, documentKind: 'resident-id', documentNumber: demoNumber(index) },
      employment,
      source: 'poster',
      consents: ['sms-notices'],
    })
  }
  const people = context.shared.get('people') as readonly DemoPerson[]
  await move(context, membersOf(people, riders, 3), riders, next, 30)
  await move(context, membersOf(people, next, 2), next, riders, 60)
  context.progress({
    zh: `入会申请：${applicants.length}份，会籍转移：5件`,
    en: `${applicants.length} applications, 5 transfers`,
  })
}

async function giveJoinCodes(context: DemoContext): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from organisations.organisation
    where kind in ('grassroots-union', 'joint-union', 'union-association') and state = 'active'`.execute(
    context.db,
  )
  await sql`insert into membership.join_code (code, organisation_id, issued_at, issued_by)
    select code, id, ${context.today}, '演示数据' from unnest(
      ${rows.map(() => randomCode(JOIN_CODE_LETTERS))}::text[], ${rows.map(({ id }) => id)}::uuid[]) as w (code, id)`.execute(
    context.db,
  )
}

const membersOf = (people: readonly DemoPerson[], union: DemoUnion, count: number) =>
  people
    .filter((person) => person.union.id === union.id)
    .slice(-count)
    .map(({ key }) => key)

async function move(
  context: DemoContext,
  people: readonly PersonKey[],
  from: DemoUnion,
  to: DemoUnion,
  hoursAgo: number,
): Promise<void> {
  const ctx = at(context, hoursAgo)
  for (const person of people)
    await openTransfer(actingAs(ctx, newId(), person), {
      person,
      from: from.id,
      to: { organisationId: to.id },
      newForm: true,
    })
}

/** What is applied for is applied for by whom it is about. */
const actingAs = (ctx: Context, accountId: string, person: PersonKey | null): Context => ({
  ...ctx,
  actor: { kind: 'account', accountId, sessionId: null, person, name: '', roles: [], grants: [] },
})

/** So many hours ago; cases are of these procedures. */
function at(context: DemoContext, hoursAgo: number): Context {
  const ctx = contextOfDemo(context, 'membership')
  const procedures = [reviewedJoining, { procedure: releaseProcedure }, { procedure: acceptanceProcedure }]
  return {
    ...ctx,
    now: new Date(context.today.getTime() - hoursAgo * 3_600_000),
    modules: [{ permissions: {}, procedures } as unknown as Module],
  }
}

function demoNumber(index: number): string {
  const first17 = `${DEMO_REGION}1992${String(1 + (index % 12)).padStart(2, '0')}29${String(700 + index)}`
  return first17 + residentIdCheck(first17)
}
