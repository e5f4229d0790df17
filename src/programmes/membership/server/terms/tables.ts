import type { Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { UnionForm } from '../../rules/founding/facts.ts'
import type { MatterContent, MatterKind, OfficeDuty, UnionTrade } from '../../shapes-unions.ts'
import type { FoundingTables } from '../founding/tables.ts'

type ProfileTable = {
  organisation_id: string
  form: UnionForm
  new_form: boolean
  trade: UnionTrade | null
  founded_on: string
  workers: number | null
  women_body: 'committee' | 'commissioner' | null
  version: Generated<number>
}

type ProfileHistoryTable = {
  organisation_id: string
  version: number
  valid_from: string
  recorded_at: Generated<Date>
  form: UnionForm
  new_form: boolean
  trade: UnionTrade | null
  founded_on: string
  made_by: string
}

type TermTable = {
  organisation_id: string
  no: number
  years: number
  from_day: string
  until_day: string
  recorded_at: Generated<Date>
  made_by: string
}

type ExtensionTable = {
  organisation_id: string
  term_no: number
  until_day: string
  document_number: string
  recorded_at: Generated<Date>
  made_by: string
}

type OfficerTable = {
  id: string
  organisation_id: string
  duty: OfficeDuty
  name: string
  term_no: number
  from_day: string
  until_day: string | null
  why_ended: string | null
  made_by: string
}

export type MatterOutcome = Record<string, string | number>

type MatterTable = {
  id: string
  organisation_id: string
  kind: MatterKind
  content: MatterContent
  reason: string
  proposed_at: Date
  made_by: string
  carried_out_at: Date | null
  outcome: MatterOutcome | null
}

type WishTable = {
  matter_id: string
  person_bk: number
  person_id: string
  to_organisation_id: string
  wished_at: Date
}

type WarningTable = {
  organisation_id: string
  until_day: string
  stage: 'due-6' | 'due-3' | 'due-1' | 'overdue' | 'vacant'
  told_at: Date
}

export type TermTables = {
  'membership.union_profile': ProfileTable
  'membership.union_profile_history': ProfileHistoryTable
  'membership.union_term': TermTable
  'membership.union_term_extension': ExtensionTable
  'membership.union_officer': OfficerTable
  'membership.union_matter': MatterTable
  'membership.dissolution_wish': WishTable
  'membership.term_warning': WarningTable
}

export const tables = (ctx: Pick<Context, 'db'>) =>
  ctx.db.withTables<TermTables & FoundingTables & OrganisationsReadable>()
