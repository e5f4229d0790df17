import { sql } from 'kysely'
import type { Persona } from '#kernel/access/index.ts'
import { cityDay } from '#platform/city-time.ts'
import { newId } from '#platform/ids.ts'
import type { Actor } from '#platform/context.ts'
import type { DemoContext } from '#platform/module.ts'
import type { Milestone } from '../../rules/support/measure.ts'
import { approveClaim, claimMilestone, payClaim } from '../support/claims.ts'
import { createPolicy } from '../support/policies.ts'
import { openProject } from '../support/projects.ts'
import { acting, officer } from './acting.ts'

const milestones: Milestone[] = [
  { id: 'founded', kind: 'founded', amountFen: 200_000 },
  { id: 'members', kind: 'members', atLeast: 25, perMemberFen: 2_000, limitFen: 400_000, newFormOnly: true },
  { id: 'kept', kind: 'kept', months: 6, atLeast: 25, amountFen: 100_000 },
]

const PROJECTS = 18

/** One policy of the city, and projects of the newest unions in new forms: paid, waiting to be paid, being checked. */
export async function plantSupport(demo: DemoContext): Promise<number> {
  const levels = demo.shared.get('organisations') as ReadonlyMap<string, string>
  const personas = demo.shared.get('personas') as ReadonlyMap<string, Persona>
  const year = demo.today.getFullYear()
  const city = personas.get('city-officer')!
  const checker = officer('沈振声', city.person, city.accountId)
  // Whoever may pay comes into the story later: another hand than who claims and who checks.
  const payer = officer('市总工会财务', null, newId())
  const adcode = (demo.shared.get('city') as { adcode: string }).adcode
  const { id: policyId } = await createPolicy(acting(demo, checker, 150), {
    organisationId: levels.get(adcode)!,
    name: `${year}年新就业形态建会入会扶持`,
    documentNumber: `平工组〔${year}〕6号`,
    validFrom: `${year}-01-01`,
    validUntil: `${year + 1}-12-31`,
    milestones,
    budgetFen: 30_000_000,
  })
  const unions = await newest(demo)
  for (const [index, union] of unions.entries()) {
    const claimer = officer('工会主席', null, newId())
    await plantProject(demo, { policyId, unionId: union.id, index, claimer, checker, payer })
  }
  return unions.length
}

/** Those that stood before the policy, with members enough for its second milestone; the youngest first. */
async function newest({ db, today }: DemoContext): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select p.organisation_id as id from membership.union_profile p
    join organisations.organisation o on o.id = p.organisation_id and o.adcode in ('410402', '410403', '410411')
    where p.new_form and p.founded_on <= ${cityDay(today)}::date - 160 and (select count(*) from memberships.membership m where m.organisation_id = p.organisation_id
      and m.to_day is null and m.status = 'active') >= 25
    order by p.founded_on desc, p.organisation_id limit ${sql.lit(PROJECTS)}`.execute(db)
  return rows
}

type Plan = {
  readonly policyId: string
  readonly unionId: string
  readonly index: number
  readonly claimer: Actor
  readonly checker: Actor
  readonly payer: Actor
}

/** Of six projects one is only opened, one is being checked, one waits to be paid, three are paid. */
async function plantProject(demo: DemoContext, plan: Plan): Promise<void> {
  const { policyId, unionId, index, claimer, checker, payer } = plan
  const daysAgo = 100 - index * 4
  const at = (actor: Actor, later: number) => acting(demo, actor, Math.max(0, daysAgo - later))
  const { id: projectId } = await openProject(at(claimer, 0), { policyId, unionId })
  const kind = index % 6
  if (kind === 0) return
  const wish = { projectId, milestone: 'founded', note: '', fileIds: [] }
  const { claimId } = await claimMilestone(
    acting(demo, claimer, kind === 1 ? 2 : Math.max(1, daysAgo - 5)),
    wish,
  )
  if (kind === 1) return
  await approveClaim(at(checker, 9), { claimId, seq: 1 })
  if (kind === 2) return
  const receipt = `扶持支〔${demo.today.getFullYear()}〕${String(index + 1).padStart(3, '0')}`
  await payClaim(at(payer, 14), { claimId, seq: 2, receipt })
}
