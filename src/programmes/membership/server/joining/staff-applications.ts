import { sql } from 'kysely'
import { maskName, personKeyText, personNames } from '#kernel/people/index.ts'
import { caseStates } from '#kernel/review/index.ts'
import { reachOf } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { shortNumber } from '../../rules/short-number.ts'
import { tables } from '../members-tables.ts'
import { maskedApplicant, openApplicant } from './applicant.ts'
import { personOf, type Application } from './applications.ts'
import { escaped } from './places.ts'
import { joiningProcedure, subjectOf } from './procedure.ts'

export type ListedApplication = Pick<
  Application,
  | 'id'
  | 'organisationId'
  | 'personBk'
  | 'personId'
  | 'document_kind'
  | 'name_sealed'
  | 'document_sealed'
  | 'employment'
  | 'state'
  | 'appliedAt'
> & { readonly organisationName: string }

export const listApplications: Handler<typeof membership.listApplications> = async (ctx, input) => {
  const found = matching(ctx, input)
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select([
      'a.id',
      'a.organisation_id as organisationId',
      'o.name as organisationName',
      'a.person_bk as personBk',
      'a.person_id as personId',
      'a.document_kind',
      'a.name_sealed',
      'a.document_sealed',
      'a.employment',
      'a.state',
      'a.applied_at as appliedAt',
    ])
    .orderBy('a.applied_at', input.sort === 'oldest' ? 'asc' : 'desc')
    .orderBy('a.id')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  return { rows: await asRows(ctx, rows), total }
}

type Filters = Parameters<typeof listApplications>[1]

function matching(ctx: Context, filters: Filters) {
  let query = tables(ctx)
    .selectFrom('membership.application as a')
    .innerJoin('organisations.organisation as o', 'o.id', 'a.organisation_id')
    .where(sql<boolean>`o.path <@ any(${reachOf(ctx, 'membership.read')}::ltree[])`)
  if (filters.waitingOnly) query = query.where('a.state', 'in', ['checking', 'second-look'])
  if (filters.state !== undefined) query = query.where('a.state', '=', filters.state)
  if (filters.employment !== undefined) query = query.where('a.employment', '=', filters.employment)
  if (filters.organisationId !== undefined)
    query = query.where(
      sql<boolean>`o.path <@ (select path from organisations.organisation where id = ${filters.organisationId})`,
    )
  const search = filters.search ?? ''
  if (/^[0-9a-f]{6}$/i.test(search))
    query = query.where(sql<boolean>`right(replace(a.id::text, '-', ''), 6) = ${search.toLowerCase()}`)
  else if (search !== '') query = query.where('o.name', 'like', `%${escaped(search)}%`)
  return query
}

/** Applications as the list and the page show them: names masked, with where each case stands. */
export async function asRows(ctx: Context, rows: readonly ListedApplication[]) {
  const stands = await caseStates(
    ctx,
    joiningProcedure.id,
    rows.map(({ id }) => subjectOf(id)),
  )
  const known = rows.map(personOf).filter((person): person is PersonKey => person !== undefined)
  const names = await personNames(ctx, known)
  const today = cityDay(ctx.now)
  return rows.flatMap((row) => {
    const where = stands.get(subjectOf(row.id))
    if (where === undefined) return []
    const dueOn = where.isOpen ? where.dueOn : null
    return {
      id: row.id,
      number: shortNumber(row.id),
      organisationId: row.organisationId,
      organisationName: row.organisationName,
      maskedName: maskedNameOf(ctx, row, names),
      employment: row.employment,
      state: row.state,
      appliedAt: row.appliedAt,
      caseId: where.caseId,
      seq: where.seq,
      dueOn,
      isLate: dueOn !== null && dueOn < today,
      risen: where.risen > 0,
    }
  })
}

/** Nobody once the wish was taken back or its time to be kept is over. */
function maskedNameOf(ctx: Context, row: ListedApplication, names: ReadonlyMap<string, string>): string {
  const person = personOf(row)
  if (person !== undefined) return maskName(names.get(personKeyText(person)) ?? '')
  const applicant = openApplicant(ctx, row)
  return applicant === undefined ? '' : maskedApplicant(applicant).maskedName
}
