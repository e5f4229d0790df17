import type { Generated } from 'kysely'
import type { MembershipStatus } from '../contract.ts'

/** Read without those `voided`: written by mistake and taken back, which `void-from.ts` alone writes. */
type MembershipTable = {
  bk: number
  person_id: string
  id: string
  organisation_id: string
  from_day: string
  to_day: string | null
  status: MembershipStatus
  new_form: boolean
  version: Generated<number>
}

type HistoryTable = {
  bk: number
  person_id: string
  membership_id: string
  version: number
  valid_from: string
  recorded_at: Generated<Date>
  organisation_id: string
  status: MembershipStatus
  new_form: boolean
  made_by: string
}

type EndedByMergeTable = {
  bk: number
  person_id: string
  membership_id: string
  survivor_bk: number
  survivor_id: string
  taken_back_at: Date | null
  recorded_at: Generated<Date>
}

export type MembershipTables = {
  'memberships.membership': MembershipTable
  'memberships.membership_history': HistoryTable
  'memberships.ended_by_merge': EndedByMergeTable
}
