import type { ColumnType, Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { DraftMove, DraftState } from '../../rules/drafts/draft-moves.ts'
import type { DraftContent } from '../../shapes-drafts.ts'

type Content = ColumnType<DraftContent, string, string>

type DraftTables = {
  'claims.draft': {
    id: string
    organisation_id: string
    revision: number
    state: DraftState
    title: string
    content: Content
    begun_by_bk: number
    begun_by_id: string
    begun_by_name: string
    begun_at: Generated<Date>
    saved_by_bk: number
    saved_by_id: string
    saved_by_name: string
    saved_at: ColumnType<Date, Date | undefined, Date>
  }
  'claims.draft_version': {
    draft_id: string
    revision: number
    content: Content
    saved_by_bk: number
    saved_by_id: string
    saved_by_name: string
    saved_at: ColumnType<Date, Date | undefined, never>
  }
  'claims.draft_move': {
    draft_id: string
    no: number
    move: DraftMove
    revision: number
    reason: string
    made_by_bk: number
    made_by_id: string
    made_by_name: string
    made_at: ColumnType<Date, Date | undefined, never>
  }
}

export const draftTables = (at: Pick<Context, 'db'>) =>
  at.db.withTables<DraftTables & OrganisationsReadable>()
