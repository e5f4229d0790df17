import type { Generated } from 'kysely'
import type { MembershipsReadable } from '#kernel/memberships/index.ts'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { PeopleReadable } from '#kernel/people/index.ts'
import type { DocumentKind } from '#kernel/people/contract.ts'
import type { Context } from '#platform/context.ts'
import type { Employment } from '../rules/employment.ts'
import type { ApplicationState, TransferState } from '../shapes-members.ts'

type JoinCodeTable = {
  code: string
  organisation_id: string
  issued_at: Date
  issued_by: string
  ended_at: Date | null
}

type ApplicationTable = {
  id: string
  organisation_id: string
  account_id: string
  person_bk: number | null
  person_id: string | null
  document_kind: DocumentKind | null
  name_sealed: Buffer | null
  document_sealed: Buffer | null
  document_index: Buffer | null
  employment: Employment
  source: 'poster' | 'search'
  consents: string[]
  state: ApplicationState
  applied_at: Date
  recorded_at: Generated<Date>
  letter_from: string | null
  letter_number: string | null
  letter_on: string | null
  identity_check: 'card-seen' | 'known-to-us' | null
  forgotten_at: Date | null
}

type TransferTable = {
  id: string
  person_bk: number
  person_id: string
  from_organisation_id: string
  to_organisation_id: string | null
  to_city: string | null
  new_form: boolean
  asked_by: 'member' | 'application' | 'union'
  application_id: string | null
  state: TransferState
  asked_at: Date
  released_at: Date | null
  accepted_at: Date | null
  ended_at: Date | null
  last_day: string | null
  certificate_no: string | null
  recorded_at: Generated<Date>
}

export type EndingState =
  | 'asked'
  | 'left'
  | 'taken-back'
  | 'hearing'
  | 'heard'
  | 'expelled'
  | 'dropped'
  | 'appealed'

type EndingTable = {
  id: string
  kind: 'leaving' | 'expulsion'
  person_bk: number
  person_id: string
  organisation_id: string
  state: EndingState
  opened_at: Date
  recorded_at: Generated<Date>
}

type CardTable = {
  bk: number
  person_id: string
  id: string
  serial: string
  secret_sealed: Buffer
  issued_at: Date
  ended_at: Date | null
}

type MembersTables = {
  'membership.join_code': JoinCodeTable
  'membership.application': ApplicationTable
  'membership.transfer': TransferTable
  'membership.ending': EndingTable
  'membership.card': CardTable
}

/** The members' tables to read and write; the tree, the people and the rolls to join. */
export const tables = (at: Pick<Context, 'db'>) =>
  at.db.withTables<MembersTables & OrganisationsReadable & PeopleReadable & MembershipsReadable>()
