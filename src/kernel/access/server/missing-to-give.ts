import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { covers, permissionsNotHeld } from './rules/may-give.ts'
import { permissionsOfRoles } from './rules/permissions-of-roles.ts'

/**
 * What the caller lacks at a unit to give or end this role there: the role's permissions must be their own, unless
 * they may appoint independent roles. Or those who are audited could send their auditor away.
 */
export function missingToGive(ctx: Context, role: string, path: string): readonly string[] {
  if (ctx.actor.kind !== 'account') return []
  if (reachOf(ctx, 'access.grant-independent').some((unit) => covers(unit, path))) return []
  return permissionsNotHeld(permissionsOfRoles(ctx.modules).get(role) ?? [], ctx.actor.grants, path)
}
