import type { ColumnType, Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'

/**
 * Rows as the migrations hold them. `month` is months since January 2020, days are words (`2026-11-23`), everything in fen
 * is a whole number. Bucketed tables are written by the owner's functions alone.
 */
type TermsTable = {
  id: number
  from_day: string
  member_fen: number
  union_fen: number
  rides_per_day: number
  rides_per_month: number
  voucher_days: number
  code_seconds: number
  clock_tolerance_seconds: number
  late_days: number
  retention_months: number
  made_by: string
  recorded_at: Generated<Date>
}

type BudgetTable = {
  id: number
  organisation_id: string
  name: string
  from_month: number
  to_month: number
  made_by: string
  recorded_at: Generated<Date>
}

type ReaderTable = {
  id: number
  company: number
  code: string
  public_key: Buffer
  registered_on: string
  retired_on: string | null
}

type RouteTable = { id: number; company: number; code: string; name: string; ended_on: string | null }

type VoucherTable = {
  bk: number
  id: number
  month: number
  rider: string
  union_id: string
  budget: number
  terms: number
  signing_key: number
  device_key: Buffer
  first_day: string
  rides_1: number
  rides_2: number
  rides_3: number
  void_due_on: string
  issued_at: Date
  refused_from: Date | null
  revoked_why: string | null
  voided_rides: number
  voided_at: Date | null
}

type DayPostingTable = {
  day: string
  company: number
  budget: number
  no: number
  rides: number
  member_fen: number
  union_fen: number
  transfer_id: string
  recorded_at: Generated<Date>
}

type EventTable = {
  budget: number
  no: number
  kind: 'paused' | 'resumed'
  reason: string
  made_by: string
  recorded_at: Generated<Date>
}

type Tables = {
  'green_travel.terms': TermsTable
  'green_travel.company': {
    id: number
    organisation_id: string
    made_by: string
    recorded_at: Generated<Date>
  }
  'green_travel.route': RouteTable
  'green_travel.reader': ReaderTable
  'green_travel.signing_key': {
    no: number
    public_key: Buffer
    private_sealed: Buffer
    recorded_at: Generated<Date>
  }
  'green_travel.pseudonym_key': { month: number; key_sealed: Buffer; recorded_at: Generated<Date> }
  'green_travel.budget': BudgetTable
  'green_travel.budget_event': EventTable
  'green_travel.budget_parent': {
    budget: number
    free_fen: ColumnType<number, never, never>
    paused: Generated<boolean>
    slices: Generated<number>
  }
  'green_travel.voucher': VoucherTable
  'green_travel.day_posting': DayPostingTable
  'green_travel.watermark': { name: string; up_to: Date }
}

/** This programme's tables, and the federation's tree to join. */
export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<Tables & OrganisationsReadable>()
