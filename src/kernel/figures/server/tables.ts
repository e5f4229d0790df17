import type { ColumnType, Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import type { Counted, Dimension, OpensTo } from '../figure.ts'

/** A figure's words when it was frozen. */
export type Declared = {
  readonly title: Text
  readonly definition: Text
  readonly unit: Text
  readonly chapter: Text
  readonly dimension: Dimension
  readonly counted: Counted
  readonly opensTo: OpensTo
}

type FigureTables = {
  'figures.proposal': {
    id: string
    organisation_id: string
    title: string
    as_of: string
    figure_keys: string[]
    note: string
    corrects: string | null
    proposed_by_bk: number
    proposed_by_id: string
    proposed_by_name: string
    proposed_at: Generated<Date>
  }
  'figures.decision': {
    proposal_id: string
    outcome: 'approved' | 'declined' | 'withdrawn'
    proposed_by_bk: number
    proposed_by_id: string
    decided_by_bk: number
    decided_by_id: string
    decided_by_name: string
    decided_at: Generated<Date>
    reason: Generated<string>
  }
  'figures.publication': {
    id: string
    proposal_id: string
    title: string
    as_of: string
    recorded_up_to: Date
    published_at: Generated<Date>
    note: string
    corrects: string | null
    seal_no: number | null
    seal_digest: string | null
    digest: string
  }
  'figures.published_value': {
    publication_id: string
    position: number
    figure_key: string
    declared: ColumnType<Declared, string, never>
    value: number | null
    numerator: number | null
    denominator: number | null
    records: number
    digest: string
  }
  'figures.purge': {
    id: string
    figure_key: string
    until_day: string
    ground: string
    made_by: string
    recorded_at: Generated<Date>
  }
}

export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<FigureTables & OrganisationsReadable>()
