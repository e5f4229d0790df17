import { sql } from 'kysely'
import type { Actor, Context, Grant, PersonKey } from '#platform/context.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { isRole, roles } from '../permissions.ts'
import { candidates } from './candidates.ts'
import { grantIsActive } from './known-account.ts'
import { belongsTo, rowsOf } from './one-person.ts'
import { personsBehind } from './persons-behind.ts'
import { personasAreOpen } from './personas.ts'

export const me: Handler<typeof access.me> = async (ctx) => {
  const actor = ctx.actor.kind === 'account' ? ctx.actor : undefined
  const installation = (await findInstallation(ctx.db))?.kind ?? 'real'
  return {
    signedIn: actor !== undefined,
    name: actor?.name || null,
    person: actor?.person ?? null,
    personsToChoose: actor === undefined ? [] : await toChoose(ctx, actor),
    roles: actor?.person == null ? [] : await rolesOf(ctx, actor.person),
    permissions: byPermission(actor?.grants ?? []),
    language: ctx.language,
    installation,
    demo: installation === 'demo',
    personasOpen: personasAreOpen(ctx, installation),
    smsIsLoggedOnly: ctx.config.sms.adapter === 'log',
    oidcIsConfigured: ctx.config.oidc !== undefined,
  }
}

async function toChoose(ctx: Context, actor: Actor & { kind: 'account' }) {
  if (actor.person !== null) return []
  const behind = await personsBehind(ctx, actor.accountId)
  return candidates(
    ctx,
    behind.map(({ person }) => person),
  )
}

async function rolesOf(ctx: Context, person: PersonKey) {
  const { rows } = await sql<{ role: string; organisationId: string; organisationName: string }>`
    select distinct g.role, o.id as "organisationId", o.name as "organisationName", o.path
    from access.role_grant g join organisations.organisation o on o.id = g.organisation_id
    where ${belongsTo(await rowsOf(ctx, person), 'g')} and ${grantIsActive(ctx.now)}
    order by o.path, g.role limit 100`.execute(ctx.db)
  return rows.map(({ role, organisationId, organisationName }) => ({
    role,
    ...roleWords(role),
    organisationId,
    organisationName,
  }))
}

/** A role that an earlier version knew keeps its own name. */
export function roleWords(role: string): { zh: string; en: string } {
  if (!isRole(role)) return { zh: role, en: role }
  const { zh, en } = roles[role]
  return { zh, en }
}

function byPermission(grants: readonly Grant[]) {
  const units = new Map<string, string[]>()
  for (const { permission, unit } of grants) units.set(permission, [...(units.get(permission) ?? []), unit])
  return [...units].map(([permission, held]) => ({ permission, units: held }))
}
