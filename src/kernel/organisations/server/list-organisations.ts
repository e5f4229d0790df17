import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import { organisationKind, type organisations } from '../contract.ts'
import { columns, tables } from './queries.ts'

export const listOrganisations: Handler<typeof organisations.listOrganisations> = async (ctx, input) => {
  const found = matching(ctx, input)
  const shown = found.select([...columns, depth, activeChildren])
  const sorted =
    input.sort === 'tree'
      ? shown.orderBy('depth').orderBy(kindOrder).orderBy('adcode')
      : shown.orderBy(input.sort)
  const rows = await sorted
    .orderBy('name')
    .orderBy('id')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

/** Counties before industries, unions before departments: the order in which the contract names the kinds. */
const kindOrder = sql`array_position(${organisationKind.options}::text[], kind)`

export const depth = sql<number>`nlevel(path) - 1`.as('depth')

export const activeChildren = sql<number>`(
  select count(*) from organisations.organisation child
  where child.parent_id = organisations.organisation.id and child.state = 'active')`.as('children')

type Filters = Parameters<typeof listOrganisations>[1]

function matching(ctx: Context, filters: Filters) {
  const reach = reachOf(ctx, 'organisations.read')
  let query = tables(ctx)
    .selectFrom('organisations.organisation')
    .where(sql<boolean>`path <@ any(${reach}::ltree[])`)
  if (filters.tops) query = query.where(sql<boolean>`path = any(${reach}::ltree[])`)
  if (filters.parentId !== undefined) query = query.where('parent_id', '=', filters.parentId)
  if (filters.kind !== undefined) query = query.where('kind', '=', filters.kind)
  if (filters.adcode !== undefined) query = query.where('adcode', '=', filters.adcode)
  if (filters.state !== undefined) query = query.where('state', '=', filters.state)
  const words = filters.search?.trim()
  if (words)
    query = query.where(sql<boolean>`(name ilike ${pattern(words)} or credit_code = ${words.toUpperCase()})`)
  return query
}

/** What a person typed is text, not a pattern. */
const pattern = (words: string) => `%${words.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`
