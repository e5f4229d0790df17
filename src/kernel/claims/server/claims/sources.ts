import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { tables } from '../tables.ts'
import { writingUnit, writtenBy } from '../written-by.ts'

export const recordSource: Handler<typeof claims.recordSource> = async (ctx, input) => {
  const organisationId = await writingUnit(ctx)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('claims.source')
    .values({
      id,
      organisation_id: organisationId,
      medium: input.medium,
      title: input.title,
      said_on: input.saidOn,
      href: input.href ?? null,
      ...writtenBy(ctx),
    })
    .execute()
  Object.assign(ctx.auditNote, { organisationId, subjects: [`source:${id}`] })
  return { id }
}

export const listSources: Handler<typeof claims.listSources> = async (ctx, input) => {
  const all = tables(ctx)
    .selectFrom('claims.source as source')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'source.organisation_id')
    .where(sql<boolean>`unit.path <@ any(${reachOf(ctx, 'claims.read')}::ltree[])`)
    // Numbers of our own texts are recorded with them, and by nobody's hand.
    .where('source.text_id', 'is', null)
  const { total } = await all.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .select(['source.id', 'source.medium', 'source.title', 'source.said_on as saidOn', 'source.href'])
    .select(
      sql<number>`(select count(distinct claim_id) from claims.claim_version c where c.source_id = source.id)`.as(
        'claims',
      ),
    )
    .orderBy('source.said_on', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  return { rows, total }
}
