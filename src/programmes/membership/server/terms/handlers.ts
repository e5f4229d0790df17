import { myDissolution, wishOnDissolution } from '../dissolution/wishes.ts'
import { getUnion } from './get-union.ts'
import { grantMatter } from './grant-matter.ts'
import { keepUnion, recordLegalPerson, recordTerm, vacateOffice } from './keep-union.ts'
import { listUnions } from './list-unions.ts'
import { proposeMatter } from './propose-matter.ts'

export const termHandlers = {
  listUnions,
  getUnion,
  keepUnion,
  recordTerm,
  recordLegalPerson,
  vacateOffice,
  proposeMatter,
  grantMatter,
  myDissolution,
  wishOnDissolution,
}
