import type { Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Milestone } from '../../rules/support/measure.ts'

type PolicyTable = {
  id: string
  organisation_id: string
  name: string
  document_number: string
  valid_from: string
  valid_until: string
  milestones: Milestone[]
  made_at: Date
  made_by: string
  fund_account_id: string
  cash_account_id: string
  closed_at: Date | null
  closed_reason: string | null
}

type ProjectTable = {
  id: string
  policy_id: string
  organisation_id: string
  opened_on: string
  made_by: string
}

type ClaimTable = {
  id: string
  project_id: string
  milestone: string
  measured_on: string
  counted: number
  amount_fen: number
  note: string
  files: string[]
  claimed_at: Date
  made_by: string
  held_id: string | null
  posted_id: string | null
  receipt: string | null
  is_standing: Generated<boolean>
}

type ReclaimTable = {
  id: string
  claim_id: string
  amount_fen: number
  reason: string
  proposed_at: Date
  made_by: string
  reversal_id: string | null
}

export type SupportTables = {
  'membership.support_policy': PolicyTable
  'membership.support_project': ProjectTable
  'membership.support_claim': ClaimTable
  'membership.support_reclaim': ReclaimTable
}

export const tables = (ctx: Pick<Context, 'db'>) => ctx.db.withTables<SupportTables & OrganisationsReadable>()
