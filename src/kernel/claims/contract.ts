import { operations } from '#platform/contract.ts'
import { claimOperations } from './contract-claims.ts'
import { draftOperations } from './contract-drafts.ts'
import { textOperations } from './contract-texts.ts'

/** Each part of the module keeps its own table: contract-claims.ts, contract-texts.ts, contract-drafts.ts. */
export const claims = operations('claims', { ...claimOperations, ...draftOperations, ...textOperations })
