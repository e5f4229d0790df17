import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

export type CaseState = {
  readonly caseId: string
  readonly state: string
  readonly isOpen: boolean
  readonly since: Date
  /** The number of the last action. */
  readonly seq: number
  /** The last day of the deadline that runs now. */
  readonly dueOn: string | null
  /** How many levels above see it too, because those below were late. */
  readonly risen: number
  /** What the last action gave as its reason. */
  readonly reason: string | null
}

/** Where the newest case about each of these subjects stands; subjects without one are left out. */
export async function caseStates(
  ctx: Pick<Context, 'db'>,
  procedureId: string,
  subjects: readonly string[],
): Promise<Map<string, CaseState>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<CaseState & { subject: string }>`
    select distinct on (c.subject) c.subject, c.id as "caseId", s.state, s.is_open as "isOpen", s.since,
      s.seq, s.due_on as "dueOn", (select count(*) from review.reminder r
        where r.case_id = c.id and r.action_no = s.seq and r.kind = 'risen') as risen,
      a.reason
    from review.case_file c join review.standing s on s.case_id = c.id
      join review.action a on a.case_id = c.id and a.no = s.seq
    where c.procedure = ${procedureId} and c.subject = any(${subjects})
    order by c.subject, s.is_open desc, c.opened_at desc`.execute(ctx.db)
  return new Map(rows.map(({ subject, ...state }) => [subject, state]))
}
