import { sql, type RawBuilder } from 'kysely'
import { maskName, maskedDocuments } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { membership } from '../../../contract.ts'
import type { KeptWhy, RosterUndo } from '../../../contract-roster-undo.ts'
import { newestCase } from '../../case-standing.ts'
import { importsInReach, noSuchImport } from '../import-rows.ts'
import { undoProcedure } from './undo-procedure.ts'

/** The wish to take an import back, before those that were refused, as a column; null where nobody had it. */
export const undoOf = (
  importId: RawBuilder<unknown>,
): RawBuilder<RosterUndo | null> => sql<RosterUndo | null>`(
  select jsonb_build_object('state', u.state, 'reason', u.reason, 'madeBy', u.made_by, 'ended', u.ended,
    'restored', u.restored, 'kept', u.kept, 'lookedAt', u.rows_looked_at, 'caseId', stood.case_id)
  from membership.roster_undo u
  left join ${newestCase(undoProcedure.id, sql`'membership.roster-undo:' || u.id`)} as stood on true
  where u.import_id = ${importId} order by u.state = 'refused', u.created_at desc limit 1)`

/** Rows that could not be taken back, and what stands in the way. */
export const listRosterKept: Handler<typeof membership.listRosterKept> = async (ctx, input) => {
  const standing = await importsInReach(ctx)
    .select('import.id')
    .where('import.id', '=', input.importId)
    .executeTakeFirst()
  if (standing === undefined) throw noSuchImport()
  const kept = sql`membership.roster_trace t where t.import_id = ${input.importId}::uuid and t.outcome = 'kept'`
  const { rows } = await sql<Kept>`
    select t.row, t.bk, t.person_id as id, p.name, t.why, t.places
    from (select * from ${kept}) t join people.person p on p.bk = t.bk and p.id = t.person_id
    order by t.row limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize}`.execute(ctx.db)
  const total = await sql<{ total: number }>`select count(*) as total from ${kept}`.execute(ctx.db)
  const documents = await maskedDocuments(ctx, rows)
  return {
    total: total.rows[0]!.total,
    rows: rows.map(({ row, bk, id, name, why, places }) => ({
      row,
      person: { bk, id },
      maskedName: maskName(name),
      maskedDocument: documents.get(`${bk}:${id}`) ?? '',
      why,
      places: [...new Set((places ?? []).map((place) => titleOf(ctx, place)))],
    })),
  }
}

type Kept = {
  row: number
  bk: number
  id: string
  name: string
  why: KeptWhy
  places: string[] | null
}

/** A table as people know it: by the title of the module that it belongs to. */
function titleOf(ctx: Context, place: string): Text {
  const schema = place.split('.')[0]!
  return (
    ctx.modules.find(({ name }) => name.replaceAll('-', '_') === schema)?.title ?? { zh: schema, en: schema }
  )
}
