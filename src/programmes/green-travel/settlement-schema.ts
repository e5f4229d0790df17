import { filesOperations } from './files-schema.ts'
import { flagsOperations } from './flags-schema.ts'
import { monthOperations } from './month-schema.ts'
import { rideOperations } from './ride-schema.ts'

/** The operations of files, reconciliation, statements and flags; `contract.ts` takes them in. */
export const settlementOperations = {
  ...filesOperations,
  ...monthOperations,
  ...flagsOperations,
  ...rideOperations,
}
