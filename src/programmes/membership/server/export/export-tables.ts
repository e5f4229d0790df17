import type { Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'

type ExportTable = {
  id: string
  serial: string
  organisation_id: string
  form: 'masked' | 'full'
  format: 'xlsx' | 'csv'
  reason: string
  state: 'waiting' | 'approved' | 'refused' | 'made'
  file_id: string | null
  rows: number | null
  sha256: string | null
  sm3: string | null
  made_by: string
  made_by_bk: number | null
  made_by_id: string | null
  account_id: string | null
  created_at: Generated<Date>
  made_at: Date | null
}

export const exportTables = (ctx: Pick<Context, 'db'>) =>
  ctx.db.withTables<{ 'membership.roster_export': ExportTable } & OrganisationsReadable>()
