import { sql } from 'kysely'
import { organisationNames } from '#kernel/organisations/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { bucketOf } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import type { people } from '../contract.ts'
import { withinReach } from './home.ts'
import { columns, peopleByKeys, personKeyText, tables, type Person } from './queries.ts'
import { wrongPhone } from './read-identity.ts'
import { requireDocument } from './surroundings.ts'
import { maskDocument, maskName } from './rules/masks.ts'
import { readPhone } from './rules/phone.ts'
import { documentIndex, openDocument, phoneIndex } from './sealing.ts'

/** Living rows only: one that another survives is reached through it. */
const notReplaced = sql<boolean>`not exists (
  select 1 from people.person_link link where link.bk = p.bk and link.person_id = p.id)`

export const listPeople: Handler<typeof people.listPeople> = async (ctx, input) => {
  const found = matching(ctx, input)
  const sorted =
    input.sort === 'name'
      ? found.select(columns).orderBy('name')
      : found.select(columns).orderBy('created_at', 'desc')
  const rows = await sorted
    .orderBy('id')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: await asPersonRows(ctx, rows), total }
}

type Filters = Parameters<typeof listPeople>[1]

function matching(ctx: Context, filters: Filters) {
  let query = tables(ctx)
    .selectFrom('people.person as p')
    .where(withinReach(ctx, 'people.read'))
    .where(notReplaced)
    .where('erased_at', 'is', null)
  if (filters.search) query = query.where('name', 'like', `${filters.search.replaceAll(/[\\%_]/g, '\\$&')}%`)
  if (filters.organisationId !== undefined) {
    query = query.where(
      sql<boolean>`exists (
        select 1 from organisations.organisation home
        join organisations.organisation top on top.id = ${filters.organisationId} and home.path <@ top.path
        where home.id = p.home_organisation_id)`,
    )
  }
  return query
}

/** By an exact number or phone; a caller learns nothing of people out of reach, not even that they exist. */
export const lookUpPerson: Handler<typeof people.lookUpPerson> = async (ctx, input) => {
  let query = tables(ctx)
    .selectFrom('people.person as p')
    .select(columns)
    .where(withinReach(ctx, 'people.read'))
    .where(notReplaced)
  if (input.documentNumber !== undefined) {
    const document = await requireDocument(ctx, input.documentKind, input.documentNumber)
    const index = documentIndex(ctx.config.keys, document)
    query = query.where('bk', '=', bucketOf(index)).where('blind_index', '=', index)
  } else {
    query = query.where('phone_index', '=', phoneIndex(ctx.config.keys, requirePhone(input.phone)))
  }
  const rows = await query.limit(50).execute()
  ctx.auditNote.subjects = rows.map((row) => `person:${row.bk}:${row.id}`)
  ctx.auditNote.detail = { found: rows.length }
  return { rows: await asPersonRows(ctx, rows) }
}

function requirePhone(typed: string | undefined): string {
  const phone = readPhone(typed ?? '')
  if (phone === undefined) throw invalid('phone', wrongPhone)
  return phone
}

/** Masked before it leaves the server. */
export async function asPersonRows(ctx: Context, rows: readonly Person[]) {
  const homes = rows.flatMap((row) => row.homeOrganisationId ?? [])
  const names = await organisationNames(ctx, homes)
  return rows.map((row) => ({
    bk: row.bk,
    id: row.id,
    maskedName: maskName(row.name),
    documentKind: row.documentKind,
    maskedDocument: maskedDocumentOf(ctx, row),
    homeOrganisationId: row.homeOrganisationId,
    homeOrganisationName: names.get(row.homeOrganisationId ?? '') ?? null,
    createdAt: row.createdAt,
  }))
}

export function maskedDocumentOf(
  ctx: Context,
  row: Pick<Person, 'documentKind' | 'documentSealed'>,
): string | null {
  return row.documentSealed === null
    ? null
    : maskDocument(row.documentKind, openDocument(ctx, row.documentSealed))
}

/** Masked document numbers by `personKeyText`, for other parts' lists; erased people are left out. */
export async function maskedDocuments(
  ctx: Context,
  keys: readonly PersonKey[],
): Promise<Map<string, string>> {
  const found = await peopleByKeys(ctx, keys)
  return new Map(
    found.flatMap((row) => {
      const masked = maskedDocumentOf(ctx, row)
      return masked === null ? [] : [[personKeyText(row), masked] as const]
    }),
  )
}
