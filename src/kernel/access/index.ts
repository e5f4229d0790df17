/**
 * Front door of kernel part `access`: who calls, and what they hold. An account (a phone) is not a person; one
 * phone may lead to several persons.
 */
export { makeAccess } from './server/identify.ts'
export { requirePerson } from '#kernel/people/index.ts'
export { callingPerson } from './server/calling-person.ts'
export {
  accountsByPhoneIndex,
  accountsOf,
  callersPhoneIndex,
  ensureAccount,
  findPhone,
  linkAccount,
  linkAccountNow,
  linkPhone,
  phoneOfAccount,
} from './server/accounts.ts'
export { isRole, roleIds, roles, type RoleId } from './permissions.ts'
export { heldRoles, holdersAbove, rolesHolding, type Holder } from './server/holders.ts'
export { rowsOf } from './server/one-person.ts'
export { grantRole, type NewGrant } from './server/grant-role.ts'
export { endSessions, openSession, type NewSession, type WhichSessions } from './server/sessions.ts'
export { finishOidc, startOidc, OIDC_COOKIE, OIDC_COOKIE_SECONDS } from './server/oidc.ts'
export { registerPersona, type NewPersona, type Persona } from './server/personas.ts'
export { accessModule } from './server/module.ts'
