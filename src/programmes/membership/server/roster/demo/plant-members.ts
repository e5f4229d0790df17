import { sql } from 'kysely'
import { plantMemberships, type Membership } from '#kernel/memberships/index.ts'
import { registerFrom, sealPerson } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import { bytesArray, textArray } from '#platform/database/array-literal.ts'
import { newId } from '#platform/ids.ts'
import type { DemoContext } from '#platform/module.ts'
import { lifeOf, type Life } from './invented-lives.ts'
import { inventedName, inventedNumber, inventedParticulars, inventedPhone } from './invented-members.ts'
import type { MemberUnion } from './plant-unions.ts'

const CHUNK = 4_000

/**
 * Everybody of the planted unions. The next people are sealed while the database takes the ones before, so that
 * neither waits for the other.
 */
export async function plantMembers(
  context: DemoContext,
  unions: readonly MemberUnion[],
  sizes: readonly number[],
  random: () => number,
): Promise<number> {
  const known = await knownIndexes(context)
  let serial = 0
  let members = 0
  let taking: Promise<void> = Promise.resolve()
  let chunk: Invented[] = []
  const flush = async () => {
    const people = chunk
    chunk = []
    await taking
    taking = take(context, people)
    // A refusal is told by the await above; until then nobody may call it unhandled.
    taking.catch(() => undefined)
  }
  for (const [at, union] of unions.entries()) {
    for (let left = sizes[at]!; left > 0;) {
      const person = invent(context, union, unions[(at + 7) % unions.length]!, serial, random)
      serial += 1
      if (known.has(person.sealed.blindIndex.toString('hex'))) continue
      if (person.life.isMember) {
        left -= 1
        members += 1
      }
      chunk.push(person)
      if (chunk.length === CHUNK) await flush()
    }
  }
  await flush()
  await taking
  return members
}

type Invented = ReturnType<typeof invent>

function invent(
  context: DemoContext,
  union: MemberUnion,
  neighbour: MemberUnion,
  serial: number,
  random: () => number,
) {
  const isWoman = random() < 1 / 7
  const number = inventedNumber(context.today, serial, isWoman)
  const phone = inventedPhone(serial)
  const name = inventedName(random)
  const sealed = sealPerson(context.config.keys, { name, phone, document: { kind: 'resident-id', number } })
  const id = newId(context.today.getTime())
  const life: Life = lifeOf({ bk: sealed.bk, id }, union, neighbour, cityDay(context.today), random)
  return { id, name, sealed, union, life, particulars: inventedParticulars(random) }
}

/** People of the kernel's demo have numbers of the same region; nobody may be somebody twice. */
async function knownIndexes(context: DemoContext): Promise<Set<string>> {
  const { rows } = await sql<{ known: string }>`
    select encode(blind_index, 'hex') as known from people.person`.execute(context.db)
  return new Set(rows.map(({ known }) => known))
}

async function take(context: DemoContext, people: readonly Invented[]): Promise<void> {
  if (people.length === 0) return
  const texts = (value: (person: Invented) => string | null) => textArray(people.map(value))
  const bytes = (value: (person: Invented) => Buffer | null) => bytesArray(people.map(value))
  const bk = texts(({ sealed }) => String(sealed.bk))
  const id = texts((person) => person.id)
  await registerFrom(
    context,
    sql`select * from unnest(${bk}::smallint[], ${id}::uuid[],
      ${texts(() => 'resident-id')}::text[], ${bytes(({ sealed }) => sealed.blindIndex)}::bytea[],
      ${bytes(({ sealed }) => sealed.documentSealed)}::bytea[], ${texts(({ name }) => name)}::text[],
      ${bytes(({ sealed }) => sealed.phoneSealed)}::bytea[], ${bytes(({ sealed }) => sealed.phoneIndex)}::bytea[],
      ${texts(({ union }) => union.id)}::uuid[])
      as p (bk, id, document_kind, blind_index, document_sealed, name, phone_sealed, phone_index, home_organisation_id)`,
  )
  const memberships: Membership[] = people.flatMap(({ life }) => life.memberships)
  await plantMemberships(
    context,
    memberships,
    people.flatMap(({ life }) => life.history),
  )
  await sql`
    insert into membership.particulars (bk, person_id, employment, ethnicity, education, skill, household)
    select * from unnest(${bk}::smallint[], ${id}::uuid[], ${texts(({ union }) => union.trade)}::text[],
      ${texts(({ particulars }) => particulars.ethnicity)}::text[],
      ${texts(({ particulars }) => particulars.education)}::text[],
      ${texts(({ particulars }) => particulars.skill)}::text[],
      ${texts(({ particulars }) => particulars.household)}::text[])`.execute(context.db)
}
