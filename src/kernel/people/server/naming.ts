import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'

type Place = { readonly table: string; readonly bk: string; readonly id: string }

/**
 * A SELECT of `bk, person_id, place, count`: how many records of which tables name each of many people, for whoever has to
 * know whether anything hangs on them. `asked` names a relation with `bk` and `person_id`. Tables are those whose
 * foreign key leads to persons, and those that manifests list (decision record 0003); `isAsked` chooses among them.
 */
export async function namingOf(
  ctx: Context,
  asked: RawBuilder<unknown>,
  isAsked: (table: string) => boolean,
): Promise<RawBuilder<unknown>> {
  const listed = ctx.modules.flatMap(({ personColumns }) => personColumns ?? [])
  const places = [...(await keyedPlaces(ctx)), ...listed].filter(({ table }) => isAsked(table))
  const counts = places.map(
    ({ table, bk, id }) => sql`
      select a.bk, a.person_id, ${sql.lit(table)}::text as place, count(*) as count
      from ${asked} a join ${sql.table(table)} t on t.${sql.ref(bk)} = a.bk and t.${sql.ref(id)} = a.person_id
      group by a.bk, a.person_id`,
  )
  return sql.join(counts, sql` union all `)
}

/** Tables whose foreign key leads to a person's row, with the columns that do. */
async function keyedPlaces(ctx: Pick<Context, 'db'>): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select c.conrelid::regclass::text as table, bk.attname as bk, id.attname as id
    from pg_constraint c
    join pg_attribute bk on bk.attrelid = c.conrelid and bk.attnum = c.conkey[1]
    join pg_attribute id on id.attrelid = c.conrelid and id.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = 'people.person'::regclass and c.conparentid = 0
    order by 1, 2`.execute(ctx.db)
  return rows
}
