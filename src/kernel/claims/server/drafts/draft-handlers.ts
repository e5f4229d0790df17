import {
  correctDraft,
  discardDraft,
  handInDraft,
  movedMeanwhile,
  ownDraft,
  restoreDraft,
  sendBackDraft,
  takeBackDraft,
} from './move-draft.ts'
import { getDraft, getDraftVersion, listDrafts } from './read-drafts.ts'
import { createDraft, saveDraft } from './write-draft.ts'

export const draftHandlers = {
  listDrafts,
  getDraft,
  getDraftVersion,
  createDraft,
  saveDraft,
  handInDraft,
  takeBackDraft,
  sendBackDraft,
  discardDraft,
  restoreDraft,
  correctDraft,
}

export const draftRefusals = {
  draft_moved_once: movedMeanwhile,
  text_published_once: movedMeanwhile,
  text_by_another: ownDraft,
}

export const draftPersonColumns = [
  { table: 'claims.draft', bk: 'begun_by_bk', id: 'begun_by_id' },
  { table: 'claims.draft', bk: 'saved_by_bk', id: 'saved_by_id' },
  { table: 'claims.draft_version', bk: 'saved_by_bk', id: 'saved_by_id' },
  { table: 'claims.draft_move', bk: 'made_by_bk', id: 'made_by_id' },
  { table: 'claims.text_version', bk: 'handed_in_by_bk', id: 'handed_in_by_id' },
  { table: 'claims.text_version', bk: 'approved_by_bk', id: 'approved_by_id' },
  { table: 'claims.text_writer', bk: 'writer_bk', id: 'writer_id' },
  { table: 'claims.text_writer', bk: 'approved_by_bk', id: 'approved_by_id' },
]
