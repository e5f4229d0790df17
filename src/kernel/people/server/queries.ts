import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import { forbidden, notFound } from '#platform/failures.ts'
import type { DocumentKind } from '../contract.ts'
import { openDocument } from './sealing.ts'
import type { PeopleTables } from './tables.ts'

export type Person = PersonKey & {
  readonly name: string
  readonly documentKind: DocumentKind
  readonly homeOrganisationId: string | null
  readonly version: number
  readonly erasedAt: Date | null
  readonly createdAt: Date
  readonly documentSealed: Buffer | null
  readonly phoneSealed: Buffer | null
}

export const tables = (ctx: Pick<Context, 'db'>) => ctx.db.withTables<PeopleTables>()

export const columns = [
  'bk',
  'id',
  'name',
  'document_kind as documentKind',
  'home_organisation_id as homeOrganisationId',
  'version',
  'erased_at as erasedAt',
  'created_at as createdAt',
  'document_sealed as documentSealed',
  'phone_sealed as phoneSealed',
] as const

export async function findPerson(ctx: Context, key: PersonKey): Promise<Person | undefined> {
  return tables(ctx)
    .selectFrom('people.person')
    .select(columns)
    .where('bk', '=', key.bk)
    .where('id', '=', key.id)
    .executeTakeFirst()
}

/** Throws `not-found`. Answers the row that is named, also where another survives it. */
export async function getPerson(ctx: Context, key: PersonKey): Promise<Person> {
  const found = await findPerson(ctx, key)
  if (found === undefined) throw noSuchPerson()
  return found
}

/** Holds the row until the transaction ends; throws `not-found`. */
export async function lockPerson(ctx: Context, key: PersonKey): Promise<Person> {
  const row = await tables(ctx)
    .selectFrom('people.person')
    .select(columns)
    .where('bk', '=', key.bk)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw noSuchPerson()
  return row
}

export const noSuchPerson = () => notFound({ zh: '人员', en: 'person' })

/** The person who calls; throws `forbidden` for everybody without one. */
export function requirePerson(ctx: Context): PersonKey {
  if (ctx.actor.kind === 'account' && ctx.actor.person !== null) return ctx.actor.person
  throw forbidden('person')
}

/** `3:0192…`: a key as text, for maps and audit subjects. */
export const personKeyText = (key: PersonKey): string => `${key.bk}:${key.id}`

/** The rows of these keys, in no order; unknown keys are left out. */
export async function peopleByKeys(ctx: Pick<Context, 'db'>, keys: readonly PersonKey[]): Promise<Person[]> {
  if (keys.length === 0) return []
  return tables(ctx)
    .selectFrom('people.person')
    .select(columns)
    .where(
      sql<boolean>`(bk, id) in (select * from unnest(
        ${keys.map((key) => key.bk)}::smallint[], ${keys.map((key) => key.id)}::uuid[]))`,
    )
    .execute()
}

/** Full names by `personKeyText`; unknown keys are left out. */
export async function personNames(
  ctx: Pick<Context, 'db'>,
  keys: readonly PersonKey[],
): Promise<Map<string, string>> {
  const rows = await peopleByKeys(ctx, keys)
  return new Map(rows.map((row) => [personKeyText(row), row.name]))
}

/** Whether the last characters of the person's document are these; false for a person erased or unknown. */
export async function documentTailMatches(ctx: Context, key: PersonKey, tail: string): Promise<boolean> {
  const found = await findPerson(ctx, key)
  const wanted = tail.normalize('NFKC').trim().toUpperCase()
  if (found?.documentSealed == null || wanted.length < 4) return false
  return openDocument(ctx, found.documentSealed).endsWith(wanted)
}
