import { sql } from 'kysely'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { grantIsActive } from './known-account.ts'
import { ownRole, requireMayGive } from './grant-role.ts'
import { findGrants, type FoundGrant } from './list-grants.ts'
import { callingPerson } from './calling-person.ts'
import { rowsOf } from './one-person.ts'
import { forgetActors } from './session-cache.ts'
import { tables } from './tables.ts'
import { takeTurn } from './take-turn.ts'

export const endGrant: Handler<typeof access.endGrant> = async (ctx, { id, reason }) => {
  const [grant] = await findGrants(ctx, sql`g.id = ${id}`, sql`limit 1`)
  if (grant === undefined) throw notFound({ zh: '授权', en: 'grant' })
  await requireAt(ctx, 'access.grant', grant.organisationId)
  const [holder] = await rowsOf(ctx, { bk: grant.bk, id: grant.personId })
  if (callingPerson(ctx)?.id === holder?.id) throw ownRole()
  requireMayGive(ctx, grant.role, grant.path)
  if (!grant.active) throw alreadyEnded()
  await endGrants(ctx, [grant], reason)
  ctx.auditNote.organisationId = grant.organisationId
  ctx.auditNote.subjects = [`person:${grant.bk}:${grant.personId}`, `grant:${id}`]
  ctx.auditNote.reason = reason
  return {}
}

/** Ends active grants at once. Throws `last-city-officer` where nobody would be left to give roles. */
export async function endGrants(ctx: Context, grants: readonly FoundGrant[], reason: string): Promise<void> {
  if (grants.length === 0) return
  await requireCityOfficerLeft(ctx, grants)
  const by = callingPerson(ctx)
  await tables(ctx)
    .insertInto('access.role_grant_end')
    .values(
      grants.map((grant) => ({
        grant_id: grant.id,
        ended_at: ctx.now,
        ended_by_bk: by?.bk ?? null,
        ended_by_id: by?.id ?? null,
        reason,
      })),
    )
    .execute()
  forgetActors(ctx)
}

/** Counted one after another, so that two city officers cannot end each other at once. */
async function requireCityOfficerLeft(ctx: Context, grants: readonly FoundGrant[]): Promise<void> {
  if (!grants.some((grant) => grant.role === 'city-officer')) return
  await takeTurn(ctx, 'officers', 'city-officer')
  const left = await findGrants(
    ctx,
    sql`g.role = 'city-officer' and o.path = 'root' and g.id <> all(${grants.map((grant) => grant.id)}::uuid[])
      and ${grantIsActive(ctx.now)}`,
    sql`limit 1`,
  )
  if (left.length > 0) return
  throw conflict('last-city-officer', {
    zh: '这是最后一位市总工会管理员，请先授予另一位。',
    en: 'This is the last city officer; give the role to somebody else first.',
  })
}

export const alreadyEnded = () =>
  conflict('grant-ended', { zh: '这项授权已经结束。', en: 'This role has ended already.' })
