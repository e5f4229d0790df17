import pg from 'pg'
import { readConfig } from '#platform/config.ts'
import type { Text } from '#platform/text.ts'
import { openDatabase } from '../database.ts'
import { modules } from '../modules.ts'

/** Where persons lie; `zhenyi db check` proves that no column elsewhere names one that is not there. */
const PERSONS = 'people.person'

/** `zhenyi db check`: persons are bucketed, so columns that name one have no foreign key; this looks instead. */
export async function checkDatabase(say: (text: Text) => void): Promise<number> {
  const access = await openDatabase(readConfig(process.env), 'join-or-start', say)
  const client = new pg.Client(access.owner)
  try {
    await client.connect()
    let dangling = 0
    for (const column of modules.flatMap((module) => module.personColumns ?? [])) {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from ${column.table} t where t.${column.id} is not null
          and not exists (select from ${PERSONS} p where p.bk = t.${column.bk} and p.id = t.${column.id})`,
      )
      const count = rows[0]?.count ?? 0
      dangling += count
      if (count > 0)
        say({
          zh: `${column.table}.${column.id}：${count}行指向不存在的人`,
          en: `${column.table}.${column.id}: ${count} rows name nobody`,
        })
    }
    if (dangling === 0) say({ zh: '没有悬空的人员引用。', en: 'No column names a person who is not there.' })
    return dangling === 0 ? 0 : 1
  } finally {
    await client.end()
    await access.stop()
  }
}
