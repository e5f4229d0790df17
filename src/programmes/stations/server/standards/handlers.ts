import { discardStandardDraft, saveStandardDraft } from './drafts.ts'
import { previewStandard } from './preview-standard.ts'
import { proposeStandard } from './propose-standard.ts'
import { getStandard, listStandards } from './read-standards.ts'

export const standardHandlers = {
  getStandard,
  listStandards,
  saveStandardDraft,
  discardStandardDraft,
  previewStandard,
  proposeStandard,
}
