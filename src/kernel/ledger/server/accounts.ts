import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Text } from '#platform/text.ts'
import type { AccountKind, Currency } from '../shapes.ts'
import { orRefused } from './refusals.ts'
import { tables } from './tables.ts'

export type NewAccount = {
  readonly organisationId: string
  readonly programme: string
  /** The programme's own name of it, unique with organisation and programme. */
  readonly key: string
  readonly name: Text
  readonly currency: Currency
  readonly kind: AccountKind
  /** Counting what is pending: held by the database, from every interleaving. */
  readonly forbidsOverdraft: boolean
}

export type Account = NewAccount & {
  readonly id: string
  readonly normalSide: 'debit' | 'credit'
  readonly openedAt: Date
  readonly closedAt: Date | null
}

export const accountColumns = [
  'account.id',
  'account.organisation_id as organisationId',
  'account.programme',
  'account.key',
  sql<Text>`json_build_object('zh', account.name_zh, 'en', account.name_en)`.as('name'),
  'account.currency',
  'account.kind',
  'account.normal_side as normalSide',
  'account.forbids_overdraft as forbidsOverdraft',
  'account.opened_at as openedAt',
  'account.closed_at as closedAt',
] as const

/** Opens an account, or answers the one with this key. Throws `key-reused` where that one is another. */
export async function openAccount(ctx: Context, wish: NewAccount): Promise<Account> {
  const row = {
    id: newId(ctx.now.getTime()),
    organisation_id: wish.organisationId,
    programme: wish.programme,
    key: wish.key,
    name_zh: wish.name.zh,
    name_en: wish.name.en,
    currency: wish.currency,
    kind: wish.kind,
    forbids_overdraft: wish.forbidsOverdraft,
    opened_by: madeBy(ctx),
  }
  await orRefused(sql`select from ledger.open_account(${JSON.stringify(row)}::jsonb)`.execute(ctx.db))
  return (await findAccount(ctx, wish))!
}

export async function findAccount(
  ctx: Context,
  { organisationId, programme, key }: Pick<NewAccount, 'organisationId' | 'programme' | 'key'>,
): Promise<Account | undefined> {
  return tables(ctx)
    .selectFrom('ledger.account as account')
    .select(accountColumns)
    .where('organisation_id', '=', organisationId)
    .where('programme', '=', programme)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** Nothing more moves there; what it holds stays readable. Throws `account-has-pending`, `account-closed`. */
export async function closeAccount(ctx: Context, accountId: string, reason: string): Promise<void> {
  await orRefused(sql`select ledger.close_account(${accountId}, ${madeBy(ctx)}, ${reason})`.execute(ctx.db))
}
