import { sql, type RawBuilder } from 'kysely'
import type { Outcome, Procedure } from '#kernel/review/index.ts'

/**
 * The newest case about a subject, to be joined laterally as `stood`. Lists filter and sort by where a case stands, so
 * that it cannot be asked of `review` row by row; what is read here is written by `review` alone.
 */
export const newestCase = (procedureId: string, subject: RawBuilder<unknown>) => sql`lateral (
  select filed.id as case_id, s.state, s.is_open, s.seq, s.due_on
  from review.case_file filed join review.standing s on s.case_id = filed.id
  where filed.procedure = ${procedureId} and filed.subject = ${subject}
  order by s.is_open desc, filed.opened_at desc, filed.id desc limit 1)`

/** Columns of `stood`, as `standingOf` takes them. */
export const stoodColumns = sql`stood.case_id as "caseId", stood.state, stood.due_on as "dueOn"`

export type Stood = { readonly caseId: string; readonly state: string; readonly dueOn: string | null }

export function standingOf(procedure: Procedure, { caseId, state, dueOn }: Stood) {
  const { title, terminal } = procedure.states[state]!
  return { caseId, state, stateTitle: title, outcome: terminal ?? (null as Outcome | null), dueOn }
}
