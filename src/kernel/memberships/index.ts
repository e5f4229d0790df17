/** The front door: who is a member of which union on which day. Programmes decide; the standing is kept here. */
export {
  activeMembership,
  countMembers,
  membersOf,
  membershipsOf,
  standingOn,
  type Membership,
  type Standing,
} from './server/queries.ts'
export { admit, admitMany, type Admission } from './server/admit.ts'
export { admitFrom } from './server/admit-from.ts'
export { voidFrom } from './server/void-from.ts'
export { leave, setRetained, transfer, type Leaving, type Transfer } from './server/leave.ts'
export { retainAll, transferMany, type Moving } from './server/whole-union.ts'
export { plantMemberships } from './server/demo.ts'
export { membershipsModule } from './server/module.ts'

import type { ReadOnlyTable } from '#kernel/organisations/index.ts'
import type { MembershipTables } from './server/tables.ts'

/** For joins only: a module writes no table but its own, and the types say so. */
export type MembershipsReadable = {
  [Name in keyof MembershipTables]: ReadOnlyTable<MembershipTables[Name]>
}
