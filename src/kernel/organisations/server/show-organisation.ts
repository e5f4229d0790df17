import { sql } from 'kysely'
import { holdsAt, reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { organisations } from '../contract.ts'
import { activeChildren, depth } from './list-organisations.ts'
import { columns, noSuchOrganisation, tables } from './queries.ts'

export const showOrganisation: Handler<typeof organisations.getOrganisation> = async (ctx, input) => {
  const row = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select([...columns, depth, activeChildren])
    .where('id', '=', input.id)
    .where(sql<boolean>`path <@ any(${reachOf(ctx, 'organisations.read')}::ltree[])`)
    .executeTakeFirst()
  if (row === undefined) throw noSuchOrganisation()
  const [lineage, history, mayEdit] = await Promise.all([
    lineageOf(ctx, row.path),
    historyOf(ctx, row.id),
    holdsAt(ctx, 'organisations.edit', row.id),
  ])
  return { ...row, lineage, history, mayEdit: mayEdit && row.state === 'active' }
}

/** From the city federation down to the one above. */
const lineageOf = (ctx: Context, path: string) =>
  tables(ctx)
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where(sql<boolean>`path @> ${path}::ltree and path <> ${path}::ltree`)
    .orderBy(sql`nlevel(path)`)
    .execute()

const historyOf = (ctx: Context, id: string) =>
  tables(ctx)
    .selectFrom('organisations.organisation_history')
    .select([
      'version',
      'valid_from as validFrom',
      'recorded_at as recordedAt',
      'name',
      'adcode',
      'credit_code as creditCode',
      'state',
      'made_by as madeBy',
    ])
    .where('organisation_id', '=', id)
    .orderBy('version')
    .limit(1_000)
    .execute()
