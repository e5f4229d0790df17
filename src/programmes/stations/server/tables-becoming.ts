import type { ColumnType } from 'kysely'
import type { z } from 'zod'
import type { honourLevel } from '../contract-honours.ts'
import type { applicationDraft, photoKind } from '../shapes-becoming.ts'

/** Written as JSON text, read as what it says. */
type Json<Value> = ColumnType<Value, string, never>
/** Null until it comes; then it stays. */
type Later<Value> = ColumnType<Value | null, undefined, Value>

export type ApplicationDraft = z.output<typeof applicationDraft>
export type ApplicationPhoto = {
  readonly fileId: string
  readonly thumbnailFileId: string
  readonly kind: z.output<typeof photoKind>
  readonly takenAt: string | null
}

export type BecomingTables = {
  'stations.application': {
    id: string
    organisation_id: string
    applicant_account: string
    applicant_bk: number | null
    applicant_id: string | null
    case_id: string
    applied_at: Date
  }
  'stations.application_version': {
    application_id: string
    no: number
    draft: Json<ApplicationDraft>
    confirmed: string[]
    keeper_name: string
    keeper_phone_index: Buffer
    keeper_phone_sealed: Buffer
    photos: Json<ApplicationPhoto[]>
    submitted_at: Date
  }
  'stations.application_keeper': { application_id: string; no: number; account_id: string; agreed_at: Date }
  'stations.application_grant': { application_id: string; station_id: string; granted_at: Date }
  'stations.handover': {
    id: string
    station_id: string
    keeper_id: string
    successor_name: string
    successor_phone_index: Buffer
    successor_phone_sealed: Buffer
    offered_by: string
    offered_at: Date
    expires_at: Date
    keeper_agreed_at: ColumnType<Date | null, Date | null, Date>
    successor_agreed_at: Later<Date>
    ended_at: Later<Date>
    outcome: Later<'handed-over' | 'declined' | 'taken-back'>
  }
  'stations.leaving_wish': {
    case_id: string
    station_id: string
    merged_into: string | null
    reason: string
    proposed_at: Date
  }
  'stations.leaving': {
    station_id: string
    kind: 'voluntary' | 'merged' | 'withdrawn'
    merged_into: string | null
    reason: string
    case_id: string
    decided_on: string
    recorded_at: ColumnType<Date, undefined, never>
    plate_returned_at: Later<Date>
    plate_returned_to: Later<string>
  }
  'stations.honour': {
    id: string
    station_id: string
    level: z.output<typeof honourLevel>
    title: string
    document_no: string
    issuer: string
    named_on: string
    file_id: string | null
    recorded_at: ColumnType<Date, undefined, never>
    made_by: string
    revoked_on: Later<string>
    revoked_at: Later<Date>
    revoked_by: Later<string>
    revoked_reason: Later<string>
  }
  'stations.honour_watch': {
    id: string
    honour_id: string
    since: Date
    why: string
    answered_at: Later<Date>
    answer: Later<'keeps' | 'reported-up' | 'revoked'>
    answered_by: Later<string>
    reason: Later<string>
  }
}
