import type { OutputOf } from '#platform/contract.ts'
import type { ledger } from '../contract.ts'

/** The account that a page is of. */
export type Account = OutputOf<typeof ledger.getAccount>
