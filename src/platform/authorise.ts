import type { Operation } from './contract.ts'
import type { Actor, Context } from './context.ts'
import { forbidden, notFound, unauthenticated } from './failures.ts'

/** The first of the two checks: may this actor call the operation at all? Throws 401 or 403. */
export function requireMayCall(actor: Actor, operation: Operation): void {
  if (actor.kind === 'system' || operation.who.kind === 'anyone') return
  if (actor.kind === 'partner') return requirePartnerMayCall(actor, operation)
  if (operation.who.kind === 'operator') throw forbidden('operator')
  if (actor.kind === 'anonymous') throw unauthenticated()
  if (operation.who.kind === 'person' && actor.person === null) throw forbidden('person')
  if (operation.who.kind === 'holding' && !holdsSomewhere(actor, operation.who.permission)) {
    throw forbidden(operation.who.permission)
  }
}

function requirePartnerMayCall(actor: Actor & { kind: 'partner' }, operation: Operation): void {
  if (operation.forPartners !== true || !actor.operations.includes(operation.id))
    throw forbidden(operation.id)
}

const holdsSomewhere = (actor: Actor, permission: string) =>
  actor.kind === 'account' && actor.grants.some((grant) => grant.permission === permission)

/**
 * The second check: does the caller hold the permission at this unit? Unknown units answer 404, so that a
 * stranger cannot learn which ids exist.
 */
export async function requireAt(ctx: Context, permission: string, organisationId: string): Promise<void> {
  const path = await ctx.ports.unitPath(ctx, organisationId)
  if (path === undefined) throw notFound({ zh: '组织', en: 'organisation' })
  if (!reachOf(ctx, permission).some((unit) => path === unit || path.startsWith(`${unit}.`))) {
    throw forbidden(permission)
  }
}

export async function holdsAt(ctx: Context, permission: string, organisationId: string): Promise<boolean> {
  const path = await ctx.ports.unitPath(ctx, organisationId)
  return (
    path !== undefined &&
    reachOf(ctx, permission).some((unit) => path === unit || path.startsWith(`${unit}.`))
  )
}

/**
 * The tree paths below which the caller holds the permission; lists filter by them:
 * `where path <@ any(reach)`. Everything for the system itself.
 */
export function reachOf(ctx: Context, permission: string): readonly string[] {
  const { actor } = ctx
  if (actor.kind === 'system') return ['root']
  if (actor.kind === 'partner') return [actor.unit]
  if (actor.kind === 'anonymous') return []
  return actor.grants.filter((grant) => grant.permission === permission).map((grant) => grant.unit)
}
