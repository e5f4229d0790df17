import { sql, type SelectQueryBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'
import { invalid, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import type { Place } from '../../shapes-members.ts'
import { tables } from '../members-tables.ts'

/** Members belong to grassroots unions, alone or joint, and to associations that take them directly (工会法 article 11). */
const TAKERS = ['grassroots-union', 'joint-union', 'union-association'] as const

const unions = (ctx: Pick<Context, 'db'>) =>
  tables(ctx)
    .selectFrom('organisations.organisation as o')
    .where('o.kind', 'in', TAKERS)
    .where('o.state', '=', 'active')

const asPlace = [
  'o.id as organisationId',
  'o.name',
  'o.kind',
  sql<string | null>`(select d.name from organisations.organisation d
    where d.kind = 'county-federation' and d.path @> o.path limit 1)`.as('districtName'),
] as const

/** Throws `not-a-union` for whatever takes no members. */
export async function requirePlace(ctx: Context, organisationId: string): Promise<Place> {
  const found = await unions(ctx).select(asPlace).where('o.id', '=', organisationId).executeTakeFirst()
  if (found !== undefined) return found
  throw invalid('not-a-union', {
    field: 'organisationId',
    reason: {
      zh: '这里现在不接收会员，请换一家工会。',
      en: 'No members are taken here now; choose another union.',
    },
  })
}

/** Unions by id, dissolved ones included: for what was wished some time ago. */
export async function placesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('organisations.organisation as o')
    .select(asPlace)
    .where('o.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.organisationId, row]))
}

export const joinPlace: Handler<typeof membership.joinPlace> = async (ctx, { code }) => {
  const found = await tables(ctx)
    .selectFrom('membership.join_code')
    .select('organisation_id')
    .where('code', '=', code)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (found === undefined) throw notFound({ zh: '入会码', en: 'join code' })
  return requirePlace(ctx, found.organisation_id)
}

/** Associations first, since whoever searches has mostly no union at work; nothing here says who belongs where. */
export const findUnions: Handler<typeof membership.findUnions> = async (ctx, input) => {
  let found = unions(ctx)
  if (input.organisationId !== undefined) found = found.where('o.id', '=', input.organisationId)
  if (input.search) found = found.where('o.name', 'like', `%${escaped(input.search)}%`)
  if (input.adcode !== undefined) found = found.where('o.adcode', '=', input.adcode)
  if (input.associationsOnly) found = found.where('o.kind', 'in', ['union-association', 'joint-union'])
  return pageOf(found, input, (query) => query.select(asPlace))
}

/** For a LIKE that means what was typed. */
export const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

async function pageOf<DB, TB extends keyof DB, Row>(
  found: SelectQueryBuilder<DB, TB, object>,
  { page, pageSize }: { page: number; pageSize: number },
  select: (query: SelectQueryBuilder<DB, TB, object>) => SelectQueryBuilder<DB, TB, Row>,
): Promise<{ rows: Row[]; total: number }> {
  const { total } = (await (found as SelectQueryBuilder<any, any, object>)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()) as { total: number }
  const rows = await (select(found) as SelectQueryBuilder<any, any, Row>)
    .orderBy(sql`case o.kind when 'union-association' then 0 when 'joint-union' then 1 else 2 end`)
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { rows: rows as Row[], total }
}
