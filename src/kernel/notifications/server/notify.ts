import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { sendSms, type SmsMessage } from '#platform/sms.ts'
import type { Text } from '#platform/text.ts'
import { accountBucket } from './account-bucket.ts'
import { tables } from './tables.ts'

/** A person wherever they sign in, or an account behind which no person is known (a keeper known by phone). */
export type Recipient = { readonly person: PersonKey } | { readonly accountId: string }

export type NewMessage = {
  readonly to: Recipient
  /** Stable, such as `stations.report-answered`. */
  readonly kind: string
  readonly title: Text
  readonly body: Text
  /** The page that it is about: a path of ours. */
  readonly href?: string
  /** Sent besides, once the command is committed; a gateway that fails is logged and undoes nothing. */
  readonly sms?: SmsMessage
}

/** Tells somebody something, in the command's own transaction: no commit, no message. Answers the message's id. */
export async function notify(ctx: Context, message: NewMessage): Promise<string> {
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('notifications.message')
    .values({
      id,
      ...recipientColumns(message.to),
      kind: message.kind,
      title: JSON.stringify(message.title),
      body: JSON.stringify(message.body),
      href: message.href ?? null,
      created_at: ctx.now,
    })
    .execute()
  const { sms } = message
  if (sms !== undefined) ctx.afterCommit(() => sendSms(ctx, sms))
  return id
}

/** The same words to many people, in one statement: a whole union, not a page of it. Never by SMS. */
export async function notifyMany(
  ctx: Context,
  people: readonly PersonKey[],
  { kind, title, body, href }: Omit<NewMessage, 'to' | 'sms'>,
): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into notifications.message (bk, id, person_id, kind, title, body, href, created_at)
    select bk, id, person_id, ${kind}, ${JSON.stringify(title)}::jsonb, ${JSON.stringify(body)}::jsonb, ${href ?? null}, ${ctx.now}
    from unnest(
      ${people.map(({ bk }) => bk)}::smallint[], ${people.map(() => newId(ctx.now.getTime()))}::uuid[],
      ${people.map(({ id }) => id)}::uuid[]) as told (bk, id, person_id)`.execute(ctx.db)
}

function recipientColumns(to: Recipient) {
  return 'person' in to
    ? { bk: to.person.bk, person_id: to.person.id, account_id: null }
    : { bk: accountBucket(to.accountId), person_id: null, account_id: to.accountId }
}
