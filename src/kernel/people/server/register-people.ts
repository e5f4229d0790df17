import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { bucketOf } from '#platform/keys.ts'
import { survivorOf } from './links.ts'
import { personKeyText, tables } from './queries.ts'
import { checkIdentity, refuseIdentity, type Identity, type ReadIdentity } from './read-identity.ts'
import { surroundings } from './surroundings.ts'
import { documentIndex, phoneIndex, sealDocument, sealPhone } from './sealing.ts'

export type NewPerson = Identity & {
  /** The organisation that keeps the record, where it is known already; memberships set it later otherwise. */
  readonly homeOrganisationId?: string | null
}

export type Registered = {
  /** The row that stands for the person now, following corrections and merges. */
  readonly person: PersonKey
  readonly created: boolean
  /** The name under which the person was known before; differs where the given one does not fit. */
  readonly knownAs: string
}

/**
 * The person behind a document: known, or made now. Throws `identity` (422) where name, document or phone is not
 * right, `name-differs` where the document is known under another name.
 */
export async function registerPerson(
  ctx: Context,
  identity: NewPerson,
): Promise<{ key: PersonKey; created: boolean }> {
  const verdict = checkIdentity(identity, await surroundings(ctx))
  if (verdict.good === undefined) throw refuseIdentity(verdict.problems)
  const [registered] = await registerPeople(ctx, [
    { ...verdict.good, homeOrganisationId: identity.homeOrganisationId ?? null },
  ])
  if (registered!.knownAs !== verdict.good.name) throw nameDiffers()
  return { key: registered!.person, created: registered!.created }
}

const nameDiffers = () =>
  conflict('name-differs', {
    zh: '这个证件号码已登记在另一个姓名下。请核对证件；确有更名的，请申请更正。',
    en: 'This document is known under another name. Compare the document; a changed name is a correction.',
  })

export type CheckedPerson = ReadIdentity & { readonly homeOrganisationId?: string | null }

type Row = CheckedPerson & { readonly index: Buffer; readonly key: PersonKey }

const BATCH_ROWS = 5_000

/**
 * The bulk door, for rosters whose rows went through `checkIdentity`: answers in the order given, a person for
 * each. A document that stands twice is one person. Names that differ are answered, not refused.
 */
export async function registerPeople(ctx: Context, people: readonly CheckedPerson[]): Promise<Registered[]> {
  const answers: Registered[] = []
  for (let from = 0; from < people.length; from += BATCH_ROWS) {
    answers.push(...(await registerBatch(ctx, people.slice(from, from + BATCH_ROWS))))
  }
  return answers
}

async function registerBatch(ctx: Context, people: readonly CheckedPerson[]): Promise<Registered[]> {
  const rows = people.map((person) => withKey(ctx, person))
  // Sorted, so that two imports that share people take their locks in one order.
  const once = [...new Map(rows.map((row) => [row.index.toString('hex'), row])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, row]) => row)
  const created = await insertPeople(ctx, once)
  const known = await knownPeople(ctx, once)
  return rows.map((row) => {
    const { name, ...person } = known.get(row.index.toString('hex'))!
    return { person, created: created.has(personKeyText(person)), knownAs: name }
  })
}

function withKey(ctx: Context, person: CheckedPerson): Row {
  const index = documentIndex(ctx.config.keys, person.document)
  return { ...person, index, key: { bk: bucketOf(index), id: newId(ctx.now.getTime()) } }
}

/** Answers the keys of the rows that were new. */
export async function insertPeople(
  ctx: Pick<Context, 'db' | 'config'>,
  rows: readonly Row[],
): Promise<Set<string>> {
  const { keys } = ctx.config
  const made = await sql<PersonKey>`
    insert into people.person
      (bk, id, document_kind, blind_index, document_sealed, name, phone_sealed, phone_index, home_organisation_id)
    select * from unnest(
      ${rows.map((row) => row.key.bk)}::smallint[],
      ${rows.map((row) => row.key.id)}::uuid[],
      ${rows.map((row) => row.document.kind)}::text[],
      ${rows.map((row) => row.index)}::bytea[],
      ${rows.map((row) => sealDocument(keys, row.document.number))}::bytea[],
      ${rows.map((row) => row.name)}::text[],
      ${rows.map((row) => (row.phone === null ? null : sealPhone(keys, row.phone)))}::bytea[],
      ${rows.map((row) => (row.phone === null ? null : phoneIndex(keys, row.phone)))}::bytea[],
      ${rows.map((row) => row.homeOrganisationId ?? null)}::uuid[])
    on conflict (bk, blind_index) do nothing
    returning bk, id`.execute(ctx.db)
  return new Set(made.rows.map(personKeyText))
}

type Known = PersonKey & { readonly name: string }

async function knownPeople(ctx: Context, rows: readonly Row[]): Promise<Map<string, Known>> {
  const found = await sql<Known & { index: Buffer; linked: boolean }>`
    select p.bk, p.id, p.name, p.blind_index as index, l.bk is not null as linked
    from unnest(
      ${rows.map((row) => row.key.bk)}::smallint[], ${rows.map((row) => row.index)}::bytea[]) as wanted (bk, index)
    join people.person p on p.bk = wanted.bk and p.blind_index = wanted.index
    left join people.person_link l on l.bk = p.bk and l.person_id = p.id`.execute(ctx.db)
  const known = new Map<string, Known>()
  for (const { index, linked, ...row } of found.rows) {
    known.set(index.toString('hex'), linked ? await followLink(ctx, row) : row)
  }
  return known
}

async function followLink(ctx: Context, row: Known): Promise<Known> {
  const survivor = await survivorOf(ctx, row)
  const { name } = await tables(ctx)
    .selectFrom('people.person')
    .select('name')
    .where('bk', '=', survivor.bk)
    .where('id', '=', survivor.id)
    .executeTakeFirstOrThrow()
  return { ...survivor, name }
}
