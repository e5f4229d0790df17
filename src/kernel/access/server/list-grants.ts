import { sql } from 'kysely'
import { personKeyText, personNames } from '#kernel/people/index.ts'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import { inLanguage } from '#platform/text.ts'
import type { access } from '../contract.ts'
import type { GrantRow } from '../shapes.ts'
import { grantIsActive } from './known-account.ts'
import { roleWords } from './me.ts'
import { missingToGive } from './missing-to-give.ts'
import { covers } from './rules/may-give.ts'

export const listGrants: Handler<typeof access.listGrants> = async (ctx, input) => {
  const { organisationId = null, role = null, personId = null, page, pageSize } = input
  const state = { active: grantIsActive(ctx.now), ended: sql`not ${grantIsActive(ctx.now)}`, all: sql`true` }[
    input.state
  ]
  const rows = await findGrants(
    ctx,
    sql`o.path <@ any(${[...reachOf(ctx, 'access.read-grants')]}::ltree[]) and ${state}
      and (${organisationId}::uuid is null or g.organisation_id = ${organisationId})
      and (${role}::text is null or g.role = ${role})
      and (${personId}::uuid is null or g.person_id = ${personId})`,
    sql`limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return { rows: await asGrantRows(ctx, rows), total: rows[0]?.total ?? 0 }
}

export type FoundGrant = {
  readonly id: string
  readonly bk: number
  readonly personId: string
  readonly role: string
  readonly organisationId: string
  readonly organisationName: string
  readonly path: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly byBk: number | null
  readonly byId: string | null
  readonly reason: string
  readonly endedAt: Date | null
  readonly endedByBk: number | null
  readonly endedById: string | null
  readonly endReason: string | null
  readonly active: boolean
  readonly total: number
}

/** Roles given, newest first, with their ends. `where` speaks of `g` (grant) and `o` (organisation). */
export async function findGrants(
  ctx: Context,
  where: ReturnType<typeof sql>,
  limit: ReturnType<typeof sql>,
): Promise<FoundGrant[]> {
  const { rows } = await sql<FoundGrant>`
    select g.id, g.person_bk as bk, g.person_id as "personId", g.role, o.id as "organisationId",
      o.name as "organisationName", o.path::text as path, g.valid_from as "validFrom", g.valid_to as "validTo",
      g.granted_by_bk as "byBk", g.granted_by_id as "byId", g.reason, ended.ended_at as "endedAt",
      ended.ended_by_bk as "endedByBk", ended.ended_by_id as "endedById", ended.reason as "endReason",
      ${grantIsActive(ctx.now)} as active, count(*) over () as total
    from access.role_grant g
    join organisations.organisation o on o.id = g.organisation_id
    left join access.role_grant_end ended on ended.grant_id = g.id
    where ${where}
    order by g.recorded_at desc, g.id desc ${limit}`.execute(ctx.db)
  return rows
}

/** Whoever appointed by the command line, where nobody is signed in. */
const operator = { zh: '系统管理', en: 'The operator' }

/** With names, and with whether the caller may end each. */
export async function asGrantRows(ctx: Context, rows: readonly FoundGrant[]): Promise<GrantRow[]> {
  const names = await personNames(ctx, rows.flatMap(personsNamed))
  const nameOf = (bk: number | null, id: string | null) =>
    id === null ? inLanguage(operator, ctx.language) : (names.get(personKeyText({ bk: bk!, id })) ?? '')
  const reach = reachOf(ctx, 'access.grant')
  const caller = ctx.actor.kind === 'account' ? ctx.actor.person?.id : undefined
  return rows.map((row) => ({
    id: row.id,
    person: { bk: row.bk, id: row.personId },
    personName: nameOf(row.bk, row.personId),
    role: row.role,
    ...roleWords(row.role),
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    validFrom: row.validFrom,
    validTo: row.validTo,
    grantedBy: nameOf(row.byBk, row.byId),
    reason: row.reason,
    active: row.active,
    endedAt: row.endedAt,
    endedBy: row.endedAt === null ? null : nameOf(row.endedByBk, row.endedById),
    endReason: row.endReason,
    mayEnd:
      row.active &&
      row.personId !== caller &&
      reach.some((unit) => covers(unit, row.path)) &&
      missingToGive(ctx, row.role, row.path).length === 0,
  }))
}

const personsNamed = (row: FoundGrant) =>
  [
    [row.bk, row.personId],
    [row.byBk, row.byId],
    [row.endedByBk, row.endedById],
  ].flatMap(([bk, id]) => (id === null ? [] : [{ bk: bk as number, id: id as string }]))
