import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { randomCode } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { JOIN_CODE_LETTERS } from '../../rules/join-code.ts'
import { tables } from '../members-tables.ts'
import { escaped, placesOf, requirePlace } from './places.ts'

export const listJoinPlaces: Handler<typeof membership.listJoinPlaces> = async (ctx, input) => {
  let found = tables(ctx)
    .selectFrom('organisations.organisation as o')
    .leftJoin('membership.join_code as c', (join) =>
      join.onRef('c.organisation_id', '=', 'o.id').on('c.ended_at', 'is', null),
    )
    .where('o.kind', 'in', ['grassroots-union', 'joint-union', 'union-association'])
    .where('o.state', '=', 'active')
    .where(sql<boolean>`o.path <@ any(${reachOf(ctx, 'membership.join-codes')}::ltree[])`)
  if (input.search) found = found.where('o.name', 'like', `%${escaped(input.search)}%`)
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['o.id', 'c.code', 'c.issued_at as issuedAt'])
    .orderBy('o.path')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const places = await placesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return { rows: rows.map(({ id, code, issuedAt }) => ({ ...places.get(id)!, code, issuedAt })), total }
}

/** A new code ends the one before: a poster that was copied, or hangs where it should not, opens nothing. */
export const issueJoinCode: Handler<typeof membership.issueJoinCode> = async (ctx, { organisationId }) => {
  await requireAt(ctx, 'membership.join-codes', organisationId)
  await requirePlace(ctx, organisationId)
  await tables(ctx)
    .updateTable('membership.join_code')
    .set({ ended_at: ctx.now })
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .execute()
  const code = randomCode(JOIN_CODE_LETTERS)
  await tables(ctx)
    .insertInto('membership.join_code')
    .values({
      code,
      organisation_id: organisationId,
      issued_at: ctx.now,
      issued_by: madeBy(ctx),
      ended_at: null,
    })
    .execute()
  ctx.auditNote.organisationId = organisationId
  return { code }
}

export async function findJoinCode(ctx: Context, organisationId: string): Promise<string | undefined> {
  const found = await tables(ctx)
    .selectFrom('membership.join_code')
    .select('code')
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return found?.code
}
