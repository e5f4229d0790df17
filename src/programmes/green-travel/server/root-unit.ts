import { ROOT_PATH } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import { tables } from './tables.ts'

/** The city federation: what holds for the whole city, such as terms and companies, is decided there. */
export async function rootUnit(ctx: Context): Promise<string> {
  const row = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select('id')
    .where('path', '=', ROOT_PATH)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '市总工会', en: 'city federation' })
  return row.id
}
