import type { Context, PersonKey } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { findInstallation } from '#platform/installation.ts'
import { blindIndex, decrypt, encrypt, type Keys } from '#platform/keys.ts'
import { forgetActors } from './session-cache.ts'
import { tables } from './tables.ts'

type At = Pick<Context, 'db' | 'config' | 'now'>

export const phoneIndex = (keys: Keys, phone: string): Buffer => blindIndex(keys, 'phone', phone)

/** Numbers from 120 belong to the demo city's invented people; a real city refuses them. */
export async function requireFittingPhone(at: At, phone: string): Promise<void> {
  if (!phone.startsWith('120') || (await findInstallation(at.db))?.kind === 'demo') return
  throw invalid('demo-phone', {
    field: 'phone',
    reason: {
      zh: '这是演示用的号码，不能使用。',
      en: 'This number is of the demo range and cannot be used.',
    },
  })
}

/** The account of a phone, made on first use; its id. Two first uses at once make one account. */
export async function ensureAccount(at: At, phone: string): Promise<string> {
  const index = phoneIndex(at.config.keys, phone)
  await tables(at)
    .insertInto('access.account')
    .values({
      id: newId(at.now.getTime()),
      phone_sealed: encrypt(at.config.keys, 'phone', phone),
      phone_index: index,
      created_at: at.now,
    })
    .onConflict((clash) => clash.constraint('account_phone_key').doNothing())
    .execute()
  const account = await tables(at)
    .selectFrom('access.account')
    .select('id')
    .where('phone_index', '=', index)
    .executeTakeFirstOrThrow()
  return account.id
}

/**
 * From now on this phone leads to this person, besides whomever it led to. The caller has made sure that the
 * phone is the person's. Answers the account's id.
 */
export async function linkPhone(at: At, person: PersonKey, phone: string): Promise<string> {
  await requireFittingPhone(at, phone)
  const accountId = await ensureAccount(at, phone)
  await linkAccount(at, person, accountId)
  return accountId
}

/** Links the account that is signed in to a person whose document has just become known. */
export async function linkAccount(at: At, person: PersonKey, accountId: string): Promise<void> {
  await tables(at)
    .insertInto('access.account_person')
    .values({ account_id: accountId, person_bk: person.bk, person_id: person.id, since: at.now })
    .onConflict((clash) => clash.columns(['account_id', 'person_id']).doUpdateSet({ until: null }))
    .execute()
}

/**
 * The same once somebody has compared the document with its holder: sessions of the account that are open without a
 * person go on as this one, so that nobody has to sign in again.
 */
export async function linkAccountNow(ctx: Context, person: PersonKey, accountId: string): Promise<void> {
  await linkAccount(ctx, person, accountId)
  await tables(ctx)
    .updateTable('access.session')
    .set({ person_bk: person.bk, person_id: person.id })
    .where('account_id', '=', accountId)
    .where('person_id', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  forgetActors(ctx)
}

/** The phone by which a person is reached: of their newest link. Undefined where none is known. */
export async function findPhone(at: At, person: PersonKey): Promise<string | undefined> {
  const row = await tables(at)
    .selectFrom('access.account_person as link')
    .innerJoin('access.account as account', 'account.id', 'link.account_id')
    .select('account.phone_sealed')
    .where('link.person_bk', '=', person.bk)
    .where('link.person_id', '=', person.id)
    .where('link.until', 'is', null)
    .where('account.phone_sealed', 'is not', null)
    .orderBy('link.since', 'desc')
    .executeTakeFirst()
  return row?.phone_sealed == null ? undefined : decrypt(at.config.keys, 'phone', row.phone_sealed)
}

/** The blind index of the phone that the caller signed in with; undefined where there is none. */
export async function callersPhoneIndex(ctx: Context): Promise<Buffer | undefined> {
  if (ctx.actor.kind !== 'account') return undefined
  const account = await tables(ctx)
    .selectFrom('access.account')
    .select('phone_index')
    .where('id', '=', ctx.actor.accountId)
    .executeTakeFirst()
  return account?.phone_index ?? undefined
}

/** The phone that an account proved; undefined for one that signs in by other means only. */
export async function phoneOfAccount(at: At, accountId: string): Promise<string | undefined> {
  const account = await tables(at)
    .selectFrom('access.account')
    .select('phone_sealed')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return account?.phone_sealed == null ? undefined : decrypt(at.config.keys, 'phone', account.phone_sealed)
}

/**
 * The accounts of phones that a register keeps as blind indexes, such as keepers': index in hexadecimal → account's
 * id. Phones that nobody has signed in with yet have none.
 */
export async function accountsByPhoneIndex(
  ctx: Pick<Context, 'db'>,
  indexes: readonly Buffer[],
): Promise<ReadonlyMap<string, string>> {
  if (indexes.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('access.account')
    .select(['id', 'phone_index as index'])
    .where('phone_index', 'in', [...indexes])
    .execute()
  return new Map(rows.map(({ id, index }) => [index!.toString('hex'), id]))
}

const ACCOUNTS_OF_A_PERSON_MAX = 50

/** The accounts that lead or led to a person. */
export async function accountsOf(ctx: Context, person: PersonKey): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('access.account_person')
    .select('account_id')
    .distinct()
    .where('person_bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .limit(ACCOUNTS_OF_A_PERSON_MAX)
    .execute()
  return rows.map((row) => row.account_id)
}
