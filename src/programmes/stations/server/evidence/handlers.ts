import { confirmKeeping } from './confirm-keeping.ts'
import { evidenceFile } from './evidence-file.ts'
import { decideLikeness, listLikenesses } from './likenesses.ts'
import { sendDocument } from './send-document.ts'
import { photoChallenge, sendPhoto } from './send-photo.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'

export const evidenceHandlers = {
  photoChallenge,
  sendPhoto,
  confirmKeeping,
  sendDocument,
  withdrawEvidence,
  evidenceFile,
  listLikenesses,
  decideLikeness,
}
