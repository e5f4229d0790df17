import { sql } from 'kysely'
import type { Actor } from '#platform/context.ts'
import type { At } from './known-account.ts'

type KeyRow = {
  id: string
  name: string
  organisationId: string
  unit: string
  operations: string[]
  stale: boolean
}

export async function identifyPartner(at: At, hash: Buffer): Promise<Actor> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.name, k.organisation_id as "organisationId", o.path::text as unit, k.operations,
      coalesce(k.last_used_at < ${at.now}::timestamptz - interval '1 minute', true) as stale
    from access.partner_key k join organisations.organisation o on o.id = k.organisation_id
    where k.key_hash = ${hash} and k.ended_at is null and k.expires_at > ${at.now}`.execute(at.db)
  const row = rows[0]
  if (row === undefined) return { kind: 'anonymous' }
  if (row.stale)
    await sql`update access.partner_key set last_used_at = ${at.now} where id = ${row.id}`.execute(at.db)
  const { id: keyId, name, organisationId, unit, operations } = row
  return { kind: 'partner', keyId, name, organisationId, unit, operations }
}
