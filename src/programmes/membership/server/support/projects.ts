import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { holdsAt, reachOf, requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { measure } from '../../rules/support/measure.ts'
import { getStandingUnion } from '../terms/get-union-row.ts'
import { claimRows } from './claim-rows.ts'
import { factsOf } from './facts-of.ts'
import { getPolicy, policyClosed } from './policies.ts'
import { tables } from './tables.ts'

/** A union has one project a policy; the payer stands above it in the tree. */
export const openProject: Handler<typeof membership.openProject> = async (ctx, { policyId, unionId }) => {
  await requireAt(ctx, 'membership.claim-support', unionId)
  const union = await getStandingUnion(ctx, unionId)
  const policy = await getPolicy(ctx, policyId)
  const payerPath = await ctx.ports.unitPath(ctx, policy.organisationId)
  if (!`${union.path}.`.startsWith(`${payerPath}.`)) throw notBelowPayer()
  const today = cityDay(ctx.now)
  if (policy.closedAt !== null) throw policyClosed()
  if (today < policy.validFrom || today > policy.validUntil) throw notInForce(policy)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('membership.support_project')
    .values({ id, policy_id: policyId, organisation_id: unionId, opened_on: today, made_by: madeBy(ctx) })
    .execute()
  ctx.auditNote.organisationId = unionId
  return { id }
}

const columns = sql`j.id, j.policy_id as "policyId", p.name as "policyName", j.organisation_id as "unionId",
  o.name as "unionName", j.opened_on as "openedOn",
  (select count(*) from membership.support_claim c where c.project_id = j.id and c.is_standing) as claims,
  (select coalesce(sum(c.amount_fen), 0)::bigint from membership.support_claim c
    where c.project_id = j.id and c.posted_id is not null) as "paidFen"`

const joined = sql`membership.support_project j
  join membership.support_policy p on p.id = j.policy_id
  join organisations.organisation o on o.id = j.organisation_id`

type Row = Awaited<ReturnType<typeof listProjects>>['rows'][number]

export const listProjects: Handler<typeof membership.listProjects> = async (ctx, input) => {
  const conditions = [sql`o.path <@ any(${reachOf(ctx, 'membership.read-support')}::ltree[])`]
  if (input.policyId !== undefined) conditions.push(sql`j.policy_id = ${input.policyId}`)
  if (input.unionId !== undefined) conditions.push(sql`j.organisation_id = ${input.unionId}`)
  if (input.search)
    conditions.push(sql`o.name ilike ${`%${input.search.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`}`)
  const { rows } = await sql<Row & { total: number }>`
    select ${columns}, count(*) over () as total from ${joined} where ${sql.join(conditions, sql` and `)}
    order by j.opened_on desc, o.name limit ${sql.lit(input.pageSize)}
    offset ${sql.lit((input.page - 1) * input.pageSize)}`.execute(ctx.db)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** Each milestone as it is counted today, whether claimed or not. */
export const getProject: Handler<typeof membership.getProject> = async (ctx, { id }) => {
  const { rows } = await sql<Row>`select ${columns} from ${joined}
    where j.id = ${id} and o.path <@ any(${reachOf(ctx, 'membership.read-support')}::ltree[])`.execute(ctx.db)
  const [project] = rows
  if (project === undefined) throw noSuchProject()
  const policy = await getPolicy(ctx, project.policyId)
  const facts = await factsOf(ctx, project.unionId, cityDay(ctx.now))
  const claims = (await claimRows(ctx, sql`c.project_id = ${id}`, sql`order by c.claimed_at desc limit 50`))
    .rows
  return {
    ...project,
    milestones: policy.milestones.map((milestone) => ({
      milestone,
      today: measure(milestone, facts),
      claimId: claims.find((claim) => claim.milestone.id === milestone.id && isStanding(claim))?.id ?? null,
    })),
    claimRows: claims,
    mayClaim: policy.closedAt === null && (await holdsAt(ctx, 'membership.claim-support', project.unionId)),
  }
}

const isStanding = ({ standing }: { standing: { outcome: string | null } }) =>
  standing.outcome === null || standing.outcome === 'granted'

export async function getProjectRow(ctx: Context, id: string) {
  const found = await tables(ctx)
    .selectFrom('membership.support_project')
    .select(['id', 'policy_id as policyId', 'organisation_id as unionId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw noSuchProject()
  return found
}

const noSuchProject = () => notFound({ zh: '扶持项目', en: 'project' })

const notBelowPayer = () =>
  invalid('not-below-payer', {
    field: 'unionId',
    reason: {
      zh: '这项政策由另一个总工会支付，不适用于这个工会。',
      en: 'This policy is paid by a federation that the union does not stand below.',
    },
  })

const notInForce = ({ validFrom, validUntil }: { validFrom: string; validUntil: string }) =>
  invalid('not-in-force', {
    field: 'policyId',
    reason: {
      zh: `这项政策自${validFrom}至${validUntil}执行。`,
      en: `This policy runs from ${validFrom} to ${validUntil}.`,
    },
  })
