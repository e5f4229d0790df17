import type { Context, PersonKey } from '#platform/context.ts'
import { bucketOf } from '#platform/keys.ts'
import type { DocumentKind } from '../contract.ts'
import { survivorOf } from './links.ts'
import { tables } from './queries.ts'
import { requireDocument } from './surroundings.ts'
import { documentIndex, phoneIndex } from './sealing.ts'

/** The person behind an exact document number, following corrections; throws `identity` for a number that is none. */
export async function findPersonByDocument(
  ctx: Context,
  kind: DocumentKind,
  number: string,
): Promise<PersonKey | undefined> {
  const index = documentIndex(ctx.config.keys, await requireDocument(ctx, kind, number))
  const found = await tables(ctx)
    .selectFrom('people.person')
    .select(['bk', 'id'])
    .where('bk', '=', bucketOf(index))
    .where('blind_index', '=', index)
    .executeTakeFirst()
  return found === undefined ? undefined : survivorOf(ctx, found)
}

const PEOPLE_PER_PHONE_MAX = 20

/** The persons who gave this phone (11 digits); those who were replaced or erased are left out. */
export async function findPeopleByPhone(ctx: Context, phone: string): Promise<PersonKey[]> {
  return tables(ctx)
    .selectFrom('people.person as p')
    .leftJoin('people.person_link as l', (join) =>
      join.onRef('l.bk', '=', 'p.bk').onRef('l.person_id', '=', 'p.id'),
    )
    .select(['p.bk', 'p.id'])
    .where('p.phone_index', '=', phoneIndex(ctx.config.keys, phone))
    .where('l.bk', 'is', null)
    .limit(PEOPLE_PER_PHONE_MAX)
    .execute()
}
