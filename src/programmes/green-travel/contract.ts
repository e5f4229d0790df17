import { operations } from '#platform/contract.ts'
import { budgetOperations } from './budget-schema.ts'
import { companyOperations } from './company-schema.ts'
import { ridingOperations } from './riding-schema.ts'
import { settlementOperations } from './settlement-schema.ts'

export { greenTravelPermissions } from './permissions.ts'

/** The programme's table of contents. */
export const greenTravel = operations('green-travel', {
  ...ridingOperations,
  ...budgetOperations,
  ...companyOperations,
  ...settlementOperations,
})
