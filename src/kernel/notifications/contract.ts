import { z } from 'zod'
import { command, instant, operations, paging, query, signedIn } from '#platform/contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })

const messageRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: text,
  body: text,
  /** The page that it is about. */
  href: z.string().nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
})

/** Everybody reads their own messages and nobody else's. */
export const notifications = operations('notifications', {
  listMine: query({
    summary: { zh: '我的消息', en: "The caller's messages, newest first" },
    who: signedIn,
    input: z.object({ unreadOnly: z.boolean().default(false), ...paging }),
    output: z.object({ rows: z.array(messageRow), total: z.number().int(), unread: z.number().int() }),
  }),
  unreadCount: query({
    summary: { zh: '未读消息数', en: "How many of the caller's messages are unread" },
    who: signedIn,
    input: z.object({}),
    output: z.object({ unread: z.number().int() }),
  }),
  markRead: command({
    summary: { zh: '标为已读', en: 'Mark messages as read: these, or all' },
    who: signedIn,
    input: z.object({
      /** All unread ones where none are named. */
      ids: z.array(z.uuid()).min(1).max(200).optional(),
    }),
    output: z.object({ marked: z.number().int() }),
  }),
})
