import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import { organisationNames } from '#kernel/organisations/index.ts'
import { maskedDocuments, requirePerson } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { memberships } from '../contract.ts'
import { membershipsOf, tables } from './queries.ts'

export const listMembers: Handler<typeof memberships.listMembers> = async (ctx, input) => {
  const found = matching(ctx, input)
  const sorted = found.select([
    'm.bk',
    'm.person_id as personId',
    'm.id',
    'm.organisation_id as organisationId',
    'o.name as organisationName',
    'm.from_day as fromDay',
    'm.to_day as toDay',
    'm.status',
    'm.new_form as newForm',
    'p.name',
  ])
  const rows = await orderedBy(sorted, input.sort)
    .orderBy('m.id')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const documents = await maskedDocuments(
    ctx,
    rows.map((row) => ({ bk: row.bk, id: row.personId })),
  )
  return {
    total,
    rows: rows.map(({ bk, personId, ...row }) => ({
      ...row,
      person: { bk, id: personId },
      maskedDocument: documents.get(`${bk}:${personId}`) ?? null,
    })),
  }
}

type Filters = Parameters<typeof listMembers>[1]

function matching(ctx: Context, filters: Filters) {
  let query = tables(ctx)
    .selectFrom('memberships.membership as m')
    .innerJoin('people.person as p', (join) =>
      join.onRef('p.bk', '=', 'm.bk').onRef('p.id', '=', 'm.person_id'),
    )
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .where('m.to_day', 'is', null)
    .where(sql<boolean>`o.path <@ any(${reachOf(ctx, 'memberships.read')}::ltree[])`)
  if (filters.organisationId !== undefined) {
    query = query.where(
      sql<boolean>`o.path <@ (select path from organisations.organisation where id = ${filters.organisationId})`,
    )
  }
  if (filters.search)
    query = query.where('p.name', 'like', `${filters.search.replaceAll(/[\\%_]/g, '\\$&')}%`)
  if (filters.newForm !== undefined) query = query.where('m.new_form', '=', filters.newForm)
  if (filters.status !== undefined) query = query.where('m.status', '=', filters.status)
  return query
}

type Sortable<Self> = { orderBy(column: any, direction?: 'asc' | 'desc'): Self }

function orderedBy<Query extends Sortable<Query>>(query: Query, sort: Filters['sort']): Query {
  if (sort === 'name') return query.orderBy('p.name')
  if (sort === 'organisation') return query.orderBy('o.name')
  return query.orderBy('m.from_day', 'desc')
}

export const myMembership: Handler<typeof memberships.myMembership> = async (ctx) => {
  const all = await membershipsOf(ctx, requirePerson(ctx))
  const names = await organisationNames(
    ctx,
    all.map((row) => row.organisationId),
  )
  const rows = all.map((row) => ({ ...row, organisationName: names.get(row.organisationId) ?? '' }))
  return {
    current: rows.find((row) => row.toDay === null) ?? null,
    earlier: rows.filter((row) => row.toDay !== null),
  }
}
