import type { Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { UnionForm } from '../../rules/founding/facts.ts'
import type { Line } from '../../rules/founding/line.ts'
import type { Application } from '../../shapes-founding.ts'
import type { ElectionReport, UnionTrade } from '../../shapes-unions.ts'

type FoundingTable = {
  id: string
  level_above_id: string
  account_id: string
  union_name: string
  unit_name: string
  unit_code: string | null
  unit_kind: Application['unitKind']
  adcode: string
  scope: Application['scope']
  form: UnionForm
  new_form: boolean
  trade: UnionTrade | null
  workers: number
  members: number
  women_members: number
  contact_name: string
  contact_phone_sealed: Buffer
  /** Without the contact's phone, which is sealed beside it. */
  content: Application
  filed_at: Date
  filings: Generated<number>
  organisation_id: string | null
}

type FilingTable = {
  founding_id: string
  no: number
  content: Application
  advice: Line[]
  filed_at: Date
  made_by: string
}

type ReturnTable = { founding_id: string; at: Date; missing: string[]; made_by: string }

type MemberTable = { founding_id: string; person_bk: number; person_id: string; added_at: Date }

type ElectionTable = {
  id: string
  founding_id: string | null
  organisation_id: string | null
  held_on: string
  meeting: ElectionReport['meeting']
  entitled: number
  present: number
  term_years: number
  officers: ElectionReport['officers']
  reported_at: Date
  made_by: string
}

type DocumentTable = {
  issuer_id: string
  number: string
  kind: 'preparation' | 'election' | 'matter'
  subject: string
  issued_on: string
  made_by: string
}

export type FoundingTables = {
  'membership.founding': FoundingTable
  'membership.founding_unit': { unit_code: string; founding_id: string }
  'membership.founding_filing': FilingTable
  'membership.founding_return': ReturnTable
  'membership.founding_member': MemberTable
  'membership.election_report': ElectionTable
  'membership.issued_document': DocumentTable
}

export const tables = (ctx: Pick<Context, 'db'>) =>
  ctx.db.withTables<FoundingTables & OrganisationsReadable>()
