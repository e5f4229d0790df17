import type { ColumnType, Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { DraftMove, DraftState } from '../../rules/drafts/draft-moves.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import type { PublishedContent } from '../../shapes-texts.ts'

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
  'claims.text_version': {
    id: string
    text_id: string
    version: number
    revision: number
    organisation_id: string
    title: string
    content: ColumnType<PublishedContent, string, never>
    as_of: string
    recorded_up_to: Date
    tolerance: number
    figures: string[]
    reason: string
    handed_in_by_bk: number
    handed_in_by_id: string
    handed_in_by_name: string
    approved_by_bk: number
    approved_by_id: string
    approved_by_name: string
    published_at: ColumnType<Date, Date | undefined, never>
    digest: string
  }
  'claims.text_writer': {
    text_version_id: string
    writer_bk: number
    writer_id: string
    approved_by_bk: number
    approved_by_id: string
  }
}

export const draftTables = (at: Pick<Context, 'db'>) =>
  at.db.withTables<DraftTables & OrganisationsReadable>()
