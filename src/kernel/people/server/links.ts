import { madeBy } from '#kernel/organisations/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { personKeyText, tables } from './queries.ts'

/** A chain longer than this is a mistake, not a life. */
const LINKS_MAX = 20

/** The row that stands for this person now: itself, or the end of its links. */
export async function survivorOf(ctx: Pick<Context, 'db'>, key: PersonKey): Promise<PersonKey> {
  let current = key
  for (let step = 0; step < LINKS_MAX; step += 1) {
    const next = await linkFrom(ctx, current)
    if (next === undefined) return current
    current = next
  }
  throw new Error(`the links of person ${key.bk}/${key.id} do not end`)
}

async function linkFrom(ctx: Pick<Context, 'db'>, key: PersonKey): Promise<PersonKey | undefined> {
  return tables(ctx)
    .selectFrom('people.person_link')
    .select(['survivor_bk as bk', 'survivor_id as id'])
    .where('bk', '=', key.bk)
    .where('person_id', '=', key.id)
    .executeTakeFirst()
}

/** Every row that is this person, the one given first: records may hang on any of them, since no row moves. */
export async function sameAs(ctx: Pick<Context, 'db'>, key: PersonKey): Promise<PersonKey[]> {
  const found: PersonKey[] = [key]
  for (let at = 0; at < found.length && found.length <= LINKS_MAX; at += 1) {
    const { bk, id } = found[at]!
    const earlier = await tables(ctx)
      .selectFrom('people.person_link')
      .select(['bk', 'person_id as id'])
      .where('survivor_bk', '=', bk)
      .where('survivor_id', '=', id)
      .execute()
    found.push(...earlier)
  }
  return found
}

const LINKS_KNOWN_MAX = 200_000

export type LinkedPerson = PersonKey & { readonly survivor: PersonKey }

/** Every row that was replaced, with the one that stands for it now: for set-based work over many people. */
export async function linkedPeople(ctx: Pick<Context, 'db'>): Promise<LinkedPerson[]> {
  const links = await tables(ctx)
    .selectFrom('people.person_link')
    .select(['bk', 'person_id as id', 'survivor_bk as survivorBk', 'survivor_id as survivorId'])
    .limit(LINKS_KNOWN_MAX)
    .execute()
  const next = new Map(
    links.map((link) => [personKeyText(link), { bk: link.survivorBk, id: link.survivorId }] as const),
  )
  const end = (key: PersonKey): PersonKey => {
    let current = key
    for (let step = 0; step < LINKS_MAX; step += 1) current = next.get(personKeyText(current)) ?? current
    return current
  }
  return links.map(({ bk, id }) => ({ bk, id, survivor: end({ bk, id }) }))
}

export async function linkPerson(
  ctx: Context,
  from: PersonKey,
  into: PersonKey,
  why: 'number-corrected' | 'same-person',
  reason: string,
): Promise<void> {
  await tables(ctx)
    .insertInto('people.person_link')
    .values({
      bk: from.bk,
      person_id: from.id,
      survivor_bk: into.bk,
      survivor_id: into.id,
      why,
      reason,
      made_by: madeBy(ctx),
    })
    .execute()
}
