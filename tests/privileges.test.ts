import { afterAll, beforeAll, expect, test } from 'vitest'
import { SERVER_ROLE } from '#platform/database/migrate.ts'
import { makeWorld, type World } from './world.ts'

/**
 * What the server's role may change and take away, table by table. Kept as a snapshot, so that history that became
 * rewritable is a visible diff; whatever is not named here refuses UPDATE and DELETE.
 */
let world: World
beforeAll(async () => void (world = await makeWorld()))
afterAll(() => world.close())

const TABLES = `select c.oid, format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')`

type Table = { name: string; update: boolean; columns: string[] | null; delete: boolean; truncate: boolean }

async function listTables(): Promise<Table[]> {
  const { rows } = await world.owner.pool.query<Table>(
    `select t.name, has_table_privilege($1, t.oid, 'update') as update,
      has_table_privilege($1, t.oid, 'delete') as delete, has_table_privilege($1, t.oid, 'truncate') as truncate,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
          and has_column_privilege($1, t.oid, a.attnum, 'update')) as columns
    from (${TABLES}) t order by t.name collate "C"`,
    [SERVER_ROLE],
  )
  return rows
}

const rightsOf = (table: Table): string[] => [
  ...(table.update ? ['update'] : table.columns === null ? [] : [`update (${table.columns.join(', ')})`]),
  ...(table.delete ? ['delete'] : []),
]

test('what the server may rewrite is what is listed', async () => {
  const lines = (await listTables())
    .map((table) => ({ name: table.name, rights: rightsOf(table) }))
    .filter(({ rights }) => rights.length > 0)
    .map(({ name, rights }) => `${name}: ${rights.join(', ')}`)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./privileges.snap')
})

test('the rest refuses, and nothing at all may be truncated', async () => {
  const tables = await listTables()
  expect(tables.filter(({ truncate }) => truncate)).toEqual([])
  const appendOnly = tables.filter((table) => rightsOf(table).length === 0)
  expect(appendOnly.map(({ name }) => name)).toContain('audit.line')
  for (const { name } of appendOnly) {
    const { rows } = await world.owner.pool.query<{ column: string }>(
      `select attname::text as column from pg_attribute where attrelid = $1::regclass and attnum = 1`,
      [name],
    )
    const column = rows[0]!.column
    const update = world.app.database.pool.query(`update ${name} set "${column}" = "${column}"`)
    await expect(update, name).rejects.toThrow('permission denied')
    await expect(world.app.database.pool.query(`delete from ${name}`), name).rejects.toThrow(
      'permission denied',
    )
  }
})
