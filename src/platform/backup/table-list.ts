import type pg from 'pg'

export type BackedTable = {
  readonly name: string
  readonly columns: readonly string[]
  /** Where the table is a part of a partitioned one. */
  readonly part?: { readonly of: string; readonly bounds: string }
}

/** Every table of ours with its stored columns, each after the tables that it refers to, so that restoring needs no superuser. */
export async function listTables(client: pg.Client): Promise<BackedTable[]> {
  const { rows } = await client.query<BackedTable>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select json_build_object('of', format('%I.%I', wn.nspname, w.relname), 'bounds', pg_get_expr(c.relpartbound, c.oid))
        from pg_inherits i join pg_class w on w.oid = i.inhparent join pg_namespace wn on wn.oid = w.relnamespace
        where i.inhrelid = c.oid and c.relispartition) as part,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')
      and n.nspname not like 'pg_temp%'
    order by 1`)
  return afterWhatTheyReferTo(rows, await listReferences(client))
}

type Reference = { readonly from: string; readonly to: string }

async function listReferences(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select distinct format('%I.%I', fn.nspname, f.relname) as "from", format('%I.%I', tn.nspname, t.relname) as "to"
    from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid`)
  return rows
}

/** Throws where tables refer to each other in a circle, which no table of ours may. */
export function afterWhatTheyReferTo(
  tables: readonly BackedTable[],
  references: readonly Reference[],
): BackedTable[] {
  const placed = new Set<string>()
  const ordered: BackedTable[] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name }) =>
      references.every((one) => one.from !== name || placed.has(one.to)),
    )
    if (ready.length === 0)
      throw new Error(`tables refer in a circle: ${waiting.map(({ name }) => name).join(', ')}`)
    for (const table of ready) placed.add(table.name)
    ordered.push(...ready)
    waiting = waiting.filter(({ name }) => !placed.has(name))
  }
  return ordered
}
