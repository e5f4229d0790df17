import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { NoticePurpose, NoticeState } from '../shapes.ts'
import type { ShownSubject } from './tables.ts'

export type NoticeRow = {
  readonly id: string
  readonly caseId: string
  /** The action that opened it. */
  readonly actionNo: number
  readonly purpose: NoticePurpose
  readonly title: string
  readonly body: string
  readonly subjects: ShownSubject[]
  readonly organisationId: string
  readonly organisationName: string
  readonly workingDays: number
  readonly fromDay: string
  readonly untilDay: string
  readonly beyondPublished: boolean
  readonly objections: number
  readonly answered: number
  readonly upheld: number
  readonly outcome: 'completed' | 'broken-off' | null
  readonly endReason: string | null
  readonly endedAt: Date | null
}

type Where = ReturnType<typeof sql>

/** Notices with what came of them; a list is bounded by its caller. */
export async function readNotices(ctx: Context, where: Where, tail: Where): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.id, n.case_id as "caseId", n.action_no as "actionNo", n.purpose, n.title, n.body, n.subjects,
      c.organisation_id as "organisationId", o.name as "organisationName", n.working_days as "workingDays",
      n.from_day as "fromDay", n.until_day as "untilDay", n.beyond_published as "beyondPublished",
      q.objections, q.answered, q.upheld, e.outcome, e.reason as "endReason", e.at as "endedAt"
    from review.notice n
    join review.case_file c on c.id = n.case_id
    join organisations.organisation o on o.id = c.organisation_id
    left join review.notice_end e on e.notice_id = n.id
    cross join lateral (
      select count(*) as objections, count(a.no) as answered, count(*) filter (where a.is_upheld) as upheld
      from review.objection b left join review.objection_answer a using (notice_id, no)
      where b.notice_id = n.id) q
    where ${where} ${tail}`.execute(ctx.db)
  return rows
}

export async function latestNotice(ctx: Context, caseId: string): Promise<NoticeRow | undefined> {
  const rows = await readNotices(ctx, sql`n.case_id = ${caseId}`, sql`order by n.action_no desc limit 1`)
  return rows[0]
}

export async function getNoticeRow(ctx: Context, id: string): Promise<NoticeRow> {
  const [row] = await readNotices(ctx, sql`n.id = ${id}`, sql`limit 1`)
  if (row === undefined) throw noSuchNotice()
  return row
}

export const noSuchNotice = () => notFound({ zh: '公示', en: 'notice' })

/** Running while its days last; after them it waits for answers, or for the job that writes its certificate. */
export function stateOfNotice(
  ctx: Context,
  { outcome, untilDay, objections, answered }: NoticeRow,
): NoticeState {
  if (outcome !== null) return outcome
  return cityDay(ctx.now) > untilDay && answered < objections ? 'awaiting-answers' : 'running'
}

export const takesObjections = (ctx: Context, { outcome, untilDay }: NoticeRow): boolean =>
  outcome === null && cityDay(ctx.now) <= untilDay

export const certificateOf = (row: NoticeRow) =>
  row.outcome === null || row.endedAt === null
    ? null
    : {
        fromDay: row.fromDay,
        untilDay: row.untilDay,
        workingDays: row.workingDays,
        objections: row.objections,
        upheld: row.upheld,
        outcome: row.outcome,
        reason: row.endReason,
        at: row.endedAt,
      }

export const noticeRowOf = (ctx: Context, row: NoticeRow) => ({
  id: row.id,
  purpose: row.purpose,
  title: row.title,
  organisationName: row.organisationName,
  fromDay: row.fromDay,
  untilDay: row.untilDay,
  workingDays: row.workingDays,
  beyondPublished: row.beyondPublished,
  state: stateOfNotice(ctx, row),
})
