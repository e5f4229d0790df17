import { operations } from '#platform/contract.ts'
import { partnerKeyOperations } from './contract-partner-keys.ts'
import { roleOperations } from './contract-roles.ts'
import { signInOperations } from './contract-sign-in.ts'

export { accessPermissions } from './permissions.ts'

/** Sign-in, sessions, roles and partners' keys. */
export const access = operations('access', {
  ...signInOperations,
  ...roleOperations,
  ...partnerKeyOperations,
})
