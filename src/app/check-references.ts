import { sql } from 'kysely'
import type { Db } from '#platform/context.ts'

type Reference = { readonly name: string; readonly dangling: string }

/**
 * Until the answer is called, the database looks up no foreign key row by row, which for a million new rows is a third of
 * its work; the answer proves every one of them by sets and throws where a row refers to nothing. For a transaction
 * that fills an empty database. Where the owner is no superuser, rows are looked up as ever.
 */
export async function checkReferencesLater(db: Db): Promise<() => Promise<void>> {
  const { rows } = await sql<{
    may: boolean
  }>`select rolsuper as may from pg_roles where rolname = current_user`.execute(db)
  if (rows[0]?.may !== true) return async () => {}
  await sql`set local session_replication_role = replica`.execute(db)
  return async () => {
    await sql`set local session_replication_role = origin`.execute(db)
    for (const { name, dangling } of await references(db)) {
      const found = await sql.raw(dangling).execute(db)
      if (found.rows.length > 0) throw new Error(`a row of the demo refers to nothing: ${name}`)
    }
  }
}

/** Each foreign key with the query that finds a row for which it does not hold; one with an empty column refers to nothing. */
async function references(db: Db): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select format('%s on %s', k.conname, k.conrelid::regclass) as name,
      format('select 1 from %s c where (%s) and not exists (select from %s p where %s) limit 1',
        k.conrelid::regclass, string_agg(format('c.%I is not null', a.attname), ' and '), k.confrelid::regclass,
        string_agg(format('p.%I = c.%I', b.attname, a.attname), ' and ')) as dangling
    from pg_constraint k cross join lateral unnest(k.conkey, k.confkey) as pair (own, other)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other
    where k.contype = 'f' and k.conparentid = 0
    group by k.oid, k.conname, k.conrelid, k.confrelid`.execute(db)
  return rows
}
