import type { ColumnType, Generated } from 'kysely'
import type { MembershipsReadable } from '#kernel/memberships/index.ts'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { PeopleReadable } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { Problem } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import type { ImportState, RowVerdictWord } from '../../shapes-roster-import.ts'
import type { Employment } from '../../rules/employment.ts'
import type { Education, Household, Skill } from '../../shapes-roster.ts'
import type { RosterColumn } from './checker-words.ts'
import type { RowProblem } from './verdict.ts'

/** Written as JSON text, read as what it says. */
type Json<Value> = ColumnType<Value, string | undefined, string>
type JsonOrNull<Value> = ColumnType<Value | null, string | null | undefined, string | null>

export type ImportFailure = { readonly text: Text; readonly problems: readonly Problem[] }

type ImportTable = {
  id: string
  organisation_id: string
  file_id: string
  file_name: string
  file_format: 'xlsx' | 'csv'
  file_sha256: string
  default_day: string
  default_employment: Employment
  state: Generated<ImportState>
  is_paused: Generated<boolean>
  rows_expected: number | null
  rows_checked: Generated<number>
  checked_through: Generated<number>
  written_through: Generated<number>
  rows_written: Generated<number>
  rows_updated: Generated<number>
  tally: Json<Partial<Record<RowVerdictWord, number>>>
  faults: Json<Record<string, number>>
  columns: JsonOrNull<readonly RosterColumn[]>
  header_row: number | null
  failure: JsonOrNull<ImportFailure>
  with_changes: Generated<boolean>
  purged_at: Date | null
  made_by: string
  made_by_bk: number | null
  made_by_id: string | null
  created_at: Generated<Date>
  checked_at: Date | null
  ordered_at: Date | null
  ended_at: Date | null
}

type RowTable = {
  import_id: string
  row: number
  verdict: RowVerdictWord
  bk: number | null
  person_id: string | null
  membership_id: string | null
  organisation_id: string | null
  from_day: string | null
  new_form: boolean | null
  document_kind: 'resident-id' | 'passport' | 'hk-macao-permit' | 'taiwan-permit' | null
  blind_index: Buffer | null
  document_sealed: Buffer | null
  name: string | null
  phone_sealed: Buffer | null
  phone_index: Buffer | null
  employment: Employment | null
  ethnicity: string | null
  education: Education | null
  skill: Skill | null
  household: Household | null
  known_bk: number | null
  known_id: string | null
  transfer_asked: Generated<boolean>
  shown_name: string | null
  shown_document: string | null
  problems: JsonOrNull<readonly RowProblem[]>
}

type ParticularsTable = {
  bk: number
  person_id: string
  employment: Employment
  ethnicity: string | null
  education: Education | null
  skill: Skill | null
  household: Household | null
  recorded_at: Generated<Date>
}

export type RosterTables = {
  'membership.roster_import': ImportTable
  'membership.roster_row': RowTable
  'membership.particulars': ParticularsTable
}

export const tables = (ctx: Pick<Context, 'db'>) =>
  ctx.db.withTables<RosterTables & OrganisationsReadable & PeopleReadable & MembershipsReadable>()
