import type { ColumnType, Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { NoticePurpose } from '../shapes.ts'

/** Written once: a row of an append-only table. */
type Fixed<T> = ColumnType<T, T, never>
type Computed<T> = ColumnType<T, never, never>
type Recorded = Computed<Date>

type CaseFileTable = {
  id: Fixed<string>
  procedure: Fixed<string>
  subject: Fixed<string>
  organisation_id: Fixed<string>
  summary: Fixed<string>
  href: Fixed<string | null>
  applicant_href: Fixed<string | null>
  applicant_bk: Fixed<number | null>
  applicant_id: Fixed<string | null>
  applicant_account: Fixed<string | null>
  proposer_bk: Fixed<number | null>
  proposer_id: Fixed<string | null>
  proposer_account: Fixed<string | null>
  applicant: Computed<string>
  proposer: Computed<string>
  opened_at: Fixed<Date>
  recorded_at: Recorded
}

type ActionTable = {
  case_id: Fixed<string>
  no: Fixed<number>
  move: Fixed<string>
  from_state: Fixed<string | null>
  to_state: Fixed<string>
  applicant: Fixed<string>
  proposer: Fixed<string>
  actor_bk: Fixed<number | null>
  actor_id: Fixed<string | null>
  actor_account: Fixed<string | null>
  actor_name: Fixed<string>
  actor: Computed<string>
  decides: Fixed<boolean>
  ground: Fixed<string | null>
  reason: Fixed<string | null>
  note: Fixed<string | null>
  data: ColumnType<Record<string, unknown> | null, string | null, never>
  at: Fixed<Date>
  recorded_at: Recorded
}

type StandingTable = {
  case_id: Fixed<string>
  procedure: Fixed<string>
  subject: Fixed<string>
  state: string
  seq: number
  is_open: boolean
  since: Date
  due_on: string | null
  due_beyond_published: Generated<boolean>
  assignee_bk: number | null
  assignee_id: string | null
}

type AssignmentTable = {
  case_id: Fixed<string>
  no: Fixed<number>
  assignee_bk: Fixed<number | null>
  assignee_id: Fixed<string | null>
  made_by_bk: Fixed<number | null>
  made_by_id: Fixed<string | null>
  reason: Fixed<string>
  at: Fixed<Date>
  recorded_at: Recorded
}

type ReminderTable = {
  case_id: Fixed<string>
  action_no: Fixed<number>
  kind: Fixed<'near' | 'passed' | 'risen'>
  level: Fixed<number>
  at: Fixed<Date>
  recorded_at: Recorded
}

type CalendarYearTable = {
  year: Fixed<number>
  version: Fixed<number>
  notice_no: Fixed<string | null>
  source: Fixed<string>
  made_by_bk: Fixed<number | null>
  made_by_id: Fixed<string | null>
  made_by: Fixed<string>
  at: Fixed<Date>
  recorded_at: Recorded
}

type CalendarDayTable = {
  year: Fixed<number>
  version: Fixed<number>
  day: Fixed<string>
  kind: Fixed<'day-off' | 'make-up'>
  name_zh: Fixed<string>
  name_en: Fixed<string>
}

export type ShownSubject = {
  readonly label: { readonly zh: string; readonly en: string }
  readonly value: string
}

type NoticeTable = {
  id: Fixed<string>
  case_id: Fixed<string>
  action_no: Fixed<number>
  purpose: Fixed<NoticePurpose>
  title: Fixed<string>
  body: Fixed<string>
  subjects: ColumnType<ShownSubject[], string, never>
  working_days: Fixed<number>
  from_day: Fixed<string>
  until_day: Fixed<string>
  beyond_published: Fixed<boolean>
  opened_by_bk: Fixed<number | null>
  opened_by_id: Fixed<string | null>
  opened_at: Fixed<Date>
  recorded_at: Recorded
}

type ObjectionTable = {
  notice_id: Fixed<string>
  no: Fixed<number>
  objector_bk: Fixed<number | null>
  objector_id: Fixed<string | null>
  objector_account: Fixed<string>
  objector: Computed<string>
  text: Fixed<string>
  at: Fixed<Date>
  recorded_at: Recorded
}

type ObjectionAnswerTable = {
  notice_id: Fixed<string>
  no: Fixed<number>
  objector: Fixed<string>
  is_upheld: Fixed<boolean>
  answer: Fixed<string>
  answered_by_bk: Fixed<number | null>
  answered_by_id: Fixed<string | null>
  answered_by_name: Fixed<string>
  at: Fixed<Date>
  recorded_at: Recorded
}

type NoticeEndTable = {
  notice_id: Fixed<string>
  outcome: Fixed<'completed' | 'broken-off'>
  reason: Fixed<string | null>
  objections: Fixed<number>
  upheld: Fixed<number>
  answered: Fixed<number>
  at: Fixed<Date>
  recorded_at: Recorded
}

export type ReviewTables = {
  'review.case_file': CaseFileTable
  'review.action': ActionTable
  'review.standing': StandingTable
  'review.assignment': AssignmentTable
  'review.reminder': ReminderTable
  'review.calendar_year': CalendarYearTable
  'review.calendar_day': CalendarDayTable
  'review.notice': NoticeTable
  'review.objection': ObjectionTable
  'review.objection_answer': ObjectionAnswerTable
  'review.notice_end': NoticeEndTable
}

/** This part's tables to read and write, and the federation's tree to join. */
export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<ReviewTables & OrganisationsReadable>()
