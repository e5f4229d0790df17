import { operations } from '#platform/contract.ts'
import { certificateOperations } from './contract-certificates.ts'
import { deskOperations } from './contract-desk.ts'
import { enteringOperations } from './contract-entering.ts'
import { entryOperations } from './contract-entries.ts'
import { judgingOperations } from './contract-judging.ts'
import { publicationOperations } from './contract-publication.ts'
import { resultOperations } from './contract-results.ts'
import { ruleOperations } from './contract-rules.ts'

/** In the order in which a contest runs. */
export const contests = operations('contests', {
  ...ruleOperations,
  ...enteringOperations,
  ...entryOperations,
  ...deskOperations,
  ...judgingOperations,
  ...resultOperations,
  ...publicationOperations,
  ...certificateOperations,
})
