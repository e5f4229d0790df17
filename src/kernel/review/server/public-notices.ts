import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { review } from '../contract.ts'
import { counted } from './counting.ts'
import {
  certificateOf,
  getNoticeRow,
  noticeRowOf,
  readNotices,
  takesObjections,
  type NoticeRow,
} from './notices.ts'

export const listNotices: Handler<typeof review.listNotices> = async (ctx, { view, page, pageSize }) => {
  const where = { running: sql`e.notice_id is null`, ended: sql`e.notice_id is not null`, all: sql`true` }[
    view
  ]
  const tail = sql`order by n.opened_at desc, n.id limit ${pageSize} offset ${(page - 1) * pageSize}`
  const rows = await readNotices(ctx, where, tail)
  const counting = await sql<{ total: number }>`select count(*) as total
    from review.notice n left join review.notice_end e on e.notice_id = n.id where ${where}`.execute(ctx.db)
  return { rows: rows.map((row) => shownRow(ctx, row)), total: counting.rows[0]?.total ?? 0 }
}

/** A notice that was broken off keeps its place and its dates; what it showed is shown no more. */
export const getNotice: Handler<typeof review.getNotice> = async (ctx, { id }) => {
  const row = await getNoticeRow(ctx, id)
  const isShown = row.outcome !== 'broken-off'
  return {
    ...shownRow(ctx, row),
    body: isShown ? row.body : '',
    subjects: isShown ? row.subjects : [],
    counting: await counted(ctx, row.fromDay, row.untilDay, { workingDays: row.workingDays }),
    objections: row.objections,
    takesObjections: takesObjections(ctx, row),
    certificate: certificateOf(row),
  }
}

/** Why it was broken off may be its very title. */
function shownRow(ctx: Context, row: NoticeRow) {
  const shown = noticeRowOf(ctx, row)
  return row.outcome === 'broken-off' ? { ...shown, title: '（已中止的公示）' } : shown
}
