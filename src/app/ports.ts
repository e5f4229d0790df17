import { sql } from 'kysely'
import type { Ports } from '#platform/context.ts'
import { record } from '#kernel/audit/index.ts'

/** What platform needs from the kernel. */
export const ports: Ports = {
  identify: async (_at, credentials) =>
    credentials.named === 'system' ? { kind: 'system', name: 'operator' } : { kind: 'anonymous' },
  unitPath: async (ctx, organisationId) => {
    const { rows } = await sql<{ path: string }>`
      select path::text from organisations.organisation where id = ${organisationId}`.execute(ctx.db)
    return rows[0]?.path
  },
  record,
}
