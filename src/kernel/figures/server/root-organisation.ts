import { sql } from 'kysely'
import { ROOT_PATH } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import { tables } from './tables.ts'

/** The city federation: figures are the whole city's. Throws where the database holds no city yet. */
export const rootOrganisation = (ctx: Context): Promise<string> => organisationAt(ctx, ROOT_PATH)

export async function organisationAt(ctx: Context, path: string): Promise<string> {
  const row = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select('id')
    .where(sql<boolean>`path = ${path}::ltree`)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '组织', en: 'organisation' })
  return row.id
}
