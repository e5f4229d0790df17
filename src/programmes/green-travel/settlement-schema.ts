/** The operations of files, reconciliation, statements and flags; `contract.ts` takes them in. */
export const settlementOperations = {}
