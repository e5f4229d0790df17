import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { partnerOperations } from './rules/partner-operations.ts'

type KeyRow = {
  id: string
  name: string
  organisationId: string
  organisationName: string
  operations: string[]
  hint: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  endedAt: Date | null
  replaces: string | null
  total: number
}

/** Working keys first. The keys themselves were shown once and are known to nobody here. */
export const listPartnerKeys: Handler<typeof access.listPartnerKeys> = async (ctx, input) => {
  const { organisationId = null, page, pageSize } = input
  const { rows } = await sql<KeyRow>`
    select k.id, k.name, k.organisation_id as "organisationId", o.name as "organisationName", k.operations, k.hint,
      k.created_at as "createdAt", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt",
      k.ended_at as "endedAt", k.replaces, count(*) over () as total
    from access.partner_key k join organisations.organisation o on o.id = k.organisation_id
    where o.path <@ any(${[...reachOf(ctx, 'access.partner-keys')]}::ltree[])
      and (${organisationId}::uuid is null or k.organisation_id = ${organisationId})
    order by (k.ended_at is null and k.expires_at > ${ctx.now}) desc, k.created_at desc, k.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db)
  return {
    rows: rows.map(({ total: _total, ...row }) => ({ ...row, state: stateOf(row, ctx.now) })),
    total: rows[0]?.total ?? 0,
    operations: partnerOperations(ctx.modules).map(({ id, summary }) => ({
      id,
      zh: summary.zh,
      en: summary.en,
    })),
  }
}

function stateOf(row: Pick<KeyRow, 'endedAt' | 'expiresAt'>, now: Date): 'active' | 'expired' | 'ended' {
  if (row.endedAt !== null) return 'ended'
  return row.expiresAt > now ? 'active' : 'expired'
}
