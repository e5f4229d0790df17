/**
 * Beside the front door, for threads that read, mask and seal many identities: no database comes with it, and it is there in
 * half the time.
 */
export { checkIdentity, type IdentityVerdict } from './server/read-identity.ts'
export { maskDocument, maskName } from './server/rules/masks.ts'
export { readResidentIdFacts } from './server/rules/resident-id.ts'
export { sealPerson } from './server/sealing.ts'
