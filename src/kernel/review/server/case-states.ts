import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

export type CaseState = {
  readonly caseId: string
  readonly state: string
  readonly isOpen: boolean
  readonly since: Date
}

/** Where the newest case about each of these subjects stands; subjects without one are left out. */
export async function caseStates(
  ctx: Pick<Context, 'db'>,
  procedureId: string,
  subjects: readonly string[],
): Promise<Map<string, CaseState>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<CaseState & { subject: string }>`
    select distinct on (c.subject) c.subject, c.id as "caseId", s.state, s.is_open as "isOpen", s.since
    from review.case_file c join review.standing s on s.case_id = c.id
    where c.procedure = ${procedureId} and c.subject = any(${subjects})
    order by c.subject, s.is_open desc, c.opened_at desc`.execute(ctx.db)
  return new Map(rows.map(({ subject, ...state }) => [subject, state]))
}
