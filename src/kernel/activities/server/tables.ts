import type { Generated } from 'kysely'
import type { OrganisationsReadable, ReadOnlyTable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { CheckInSource } from '../shapes.ts'

type Tables = {
  'activities.activity': {
    id: string
    organisation_id: string
    about: string | null
    title: string
    summary: string
    place: string
    starts_at: Date
    ends_at: Date
    sign_up_from: Date
    sign_up_until: Date
    capacity: number | null
    code: string
    version: Generated<number>
    made_by: string
    made_at: Date
    cancelled_at: Date | null
    cancel_reason: string | null
  }
  'activities.sign_up': {
    activity_id: string
    no: number
    person_bk: number
    person_id: string
    signed_up_at: Date
    withdrawn_at: Date | null
  }
  'activities.attendance': {
    activity_id: string
    person_bk: number
    person_id: string
    no: number
    kind: 'came' | 'taken-back'
    source: CheckInSource
    at: Date
    reason: string | null
    made_by: string
  }
  'activities.standing': ReadOnlyTable<{
    activity_id: string
    no: number
    person_bk: number
    person_id: string
    signed_up_at: Date
    place_in_order: number
    seated: boolean
  }>
  'activities.present': ReadOnlyTable<{
    activity_id: string
    person_bk: number
    person_id: string
    kind: 'came' | 'taken-back'
    source: CheckInSource
    at: Date
  }>
}

export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<Tables & OrganisationsReadable>()
