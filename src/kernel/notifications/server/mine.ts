import { sql, type ExpressionBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handlers } from '#platform/module.ts'
import type { notifications } from '../contract.ts'
import { accountBucket } from './account-bucket.ts'
import { tables, type NotificationTables } from './tables.ts'

type Build = ExpressionBuilder<NotificationTables, 'notifications.message'>

/** The caller's own: told to their account, or to the person they signed in as. Nobody's for anyone else. */
const isMine = (ctx: Context) => (build: Build) => {
  if (ctx.actor.kind !== 'account') return build.lit(false)
  const { accountId, person } = ctx.actor
  const toAccount = build.and([
    build('bk', '=', accountBucket(accountId)),
    build('account_id', '=', accountId),
  ])
  if (person === null) return toAccount
  return build.or([toAccount, build.and([build('bk', '=', person.bk), build('person_id', '=', person.id)])])
}

const mine = (ctx: Context) => tables(ctx).selectFrom('notifications.message').where(isMine(ctx))

async function countUnread(ctx: Context): Promise<number> {
  const { unread } = await mine(ctx)
    .where('read_at', 'is', null)
    .select((select) => select.fn.countAll<number>().as('unread'))
    .executeTakeFirstOrThrow()
  return unread
}

export const handlers: Handlers<typeof notifications> = {
  listMine: async (ctx, { unreadOnly, page, pageSize }) => {
    const listed = unreadOnly ? mine(ctx).where('read_at', 'is', null) : mine(ctx)
    const rows = await listed
      .select([
        'id',
        'kind',
        'title',
        'body',
        'href',
        'created_at as createdAt',
        'read_at as readAt',
        sql<number>`count(*) over ()`.as('total'),
      ])
      .orderBy('created_at', 'desc')
      .orderBy('recorded_at', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute()
    return { rows, total: rows[0]?.total ?? 0, unread: await countUnread(ctx) }
  },

  unreadCount: async (ctx) => ({ unread: await countUnread(ctx) }),

  markRead: async (ctx, { ids }) => {
    const unread = tables(ctx)
      .updateTable('notifications.message')
      .set({ read_at: ctx.now })
      .where(isMine(ctx))
      .where('read_at', 'is', null)
    const done = await (ids === undefined ? unread : unread.where('id', 'in', ids)).executeTakeFirstOrThrow()
    return { marked: Number(done.numUpdatedRows) }
  },
}
