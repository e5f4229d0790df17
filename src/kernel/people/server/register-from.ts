import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'

/**
 * The set-based door, for rosters whose rows were checked and sealed (`sealPerson`) and stand in a table: registers
 * everybody whom nobody knew. `source` is a SELECT of `bk, id, document_kind, blind_index, document_sealed, name,
 * phone_sealed, phone_index, home_organisation_id`. A document that is known already is left as it is, under its own
 * key: look people up by `(bk, blind_index)` afterwards. Answers how many were new.
 */
export async function registerFrom(ctx: Pick<Context, 'db'>, source: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into people.person
      (bk, id, document_kind, blind_index, document_sealed, name, phone_sealed, phone_index, home_organisation_id)
    select bk, id, document_kind, blind_index, document_sealed, name, phone_sealed, phone_index, home_organisation_id
    from (${source}) as source
    on conflict (bk, blind_index) do nothing`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}
