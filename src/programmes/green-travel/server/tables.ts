import type { Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'

/** Rows as the migrations hold them; `month` is months since January 2020, everything in fen is a whole number. */
type Tables = {
  'green_travel.signing_key': {
    no: number
    public_key: Buffer
    private_sealed: Buffer
    recorded_at: Generated<Date>
  }
}

/** This programme's tables, and the federation's tree to join. */
export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<Tables & OrganisationsReadable>()
