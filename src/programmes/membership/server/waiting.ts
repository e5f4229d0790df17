import type { z } from 'zod'
import type { CaseState } from '#kernel/review/index.ts'
import type { waiting } from '../shapes-members.ts'

/** A case as whoever waits for it sees it: with whom it lies, since when and until when. */
export const asWaiting = (stands: CaseState, organisationName: string): z.input<typeof waiting> => ({
  caseId: stands.caseId,
  seq: stands.seq,
  state: stands.state,
  isOpen: stands.isOpen,
  with: organisationName,
  since: stands.since.toISOString(),
  dueOn: stands.dueOn,
  risen: stands.risen > 0,
})
