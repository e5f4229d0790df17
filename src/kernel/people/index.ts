/** The front door: who somebody is, known once. Everybody else keeps a `PersonKey` and asks here. */
export {
  documentTailMatches,
  findPerson,
  getPerson,
  personKeyText,
  personNames,
  requirePerson,
  type Person,
} from './server/queries.ts'
export { findPersonByDocument, findPeopleByPhone } from './server/look-up.ts'
export {
  registerPeople,
  registerPerson,
  type CheckedPerson,
  type NewPerson,
  type Registered,
} from './server/register-people.ts'
export {
  checkIdentity,
  type Identity,
  type IdentityVerdict,
  type ReadIdentity,
  type Surroundings,
} from './server/read-identity.ts'
export { surroundings } from './server/surroundings.ts'
export { hasConsent, recordConsents } from './server/consents.ts'
export { registerFrom } from './server/register-from.ts'
export { openDocument, openPhone, sealPerson, type SealedPerson } from './server/sealing.ts'
export { linkedPeople, sameAs, survivorOf, type LinkedPerson } from './server/links.ts'
export { namingOf } from './server/naming.ts'
export { maskedDocuments } from './server/list-people.ts'
export { setHome, setHomes } from './server/home.ts'
export { maskDocument, maskName, maskPhone } from './server/rules/masks.ts'
export { readPersonName } from './server/rules/person-name.ts'
export { readPhone } from './server/rules/phone.ts'
export {
  DEMO_REGION,
  readResidentId,
  readResidentIdFacts,
  residentIdCheck,
  type ResidentId,
} from './server/rules/resident-id.ts'
export type { DemoPerson } from './server/demo.ts'
export { inventedName, randomFrom } from './server/demo-names.ts'
export { peopleModule } from './server/module.ts'

import type { ReadOnlyTable } from '#kernel/organisations/index.ts'
import type { PeopleTables } from './server/tables.ts'

/** For joins only: a module writes no table but its own, and the types say so. */
export type PeopleReadable = {
  [Name in 'people.person' | 'people.person_link']: ReadOnlyTable<PeopleTables[Name]>
}
