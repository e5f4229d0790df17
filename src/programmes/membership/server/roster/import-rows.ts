import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import { tables } from './tables.ts'

/** Imports within the caller's reach; nobody sees another's. */
export const importsInReach = (ctx: Context) =>
  tables(ctx)
    .selectFrom('membership.roster_import as import')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'import.organisation_id')
    .where(sql<boolean>`organisation.path <@ any(${reachOf(ctx, 'membership.import')}::ltree[])`)

/** Throws `not-found` outside the caller's reach; held until the transaction ends. */
export async function lockImport(ctx: Context, id: string) {
  const row = await importsInReach(ctx)
    .selectAll('import')
    .where('import.id', '=', id)
    .forUpdate('import')
    .executeTakeFirst()
  if (row === undefined) throw noSuchImport()
  return row
}

export type StandingImport = Awaited<ReturnType<typeof lockImport>>

/** For the job, which acts for whoever ordered it; undefined where nothing is to be done any more. */
export async function lockWaitingImport(
  ctx: Pick<Context, 'db'>,
  id: string,
): Promise<StandingImport | undefined> {
  const row = await tables(ctx)
    .selectFrom('membership.roster_import')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const isWaiting = row !== undefined && WAITING.includes(row.state) && !row.is_paused
  return isWaiting ? row : undefined
}

const WAITING: readonly string[] = ['checking', 'comparing', 'writing']

export const noSuchImport = () => notFound({ zh: '名册导入', en: 'import' })

export const otherState = () =>
  conflict('import-moved-on', {
    zh: '这次导入已经到了另一步，请刷新后再看。',
    en: 'This import has moved on meanwhile; look at it again.',
  })
