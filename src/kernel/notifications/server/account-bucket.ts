import { createHash } from 'node:crypto'
import { bucketOf } from '#platform/keys.ts'

/** An account has no bucket of its own; a digest of its id spreads accounts evenly. */
export const accountBucket = (accountId: string): number =>
  bucketOf(createHash('sha256').update(accountId).digest())
