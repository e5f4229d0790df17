import {
  discardDraft,
  handInDraft,
  movedMeanwhile,
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
}

export const draftRefusals = { draft_moved_once: movedMeanwhile }

export const draftPersonColumns = [
  { table: 'claims.draft', bk: 'begun_by_bk', id: 'begun_by_id' },
  { table: 'claims.draft', bk: 'saved_by_bk', id: 'saved_by_id' },
  { table: 'claims.draft_version', bk: 'saved_by_bk', id: 'saved_by_id' },
  { table: 'claims.draft_move', bk: 'made_by_bk', id: 'made_by_id' },
]
