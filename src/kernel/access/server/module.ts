import { conflict } from '#platform/failures.ts'
import { defineModule } from '#platform/module.ts'
import { access, accessPermissions } from '../contract.ts'
import { appointFirstOfficer } from './appoint-first-officer.ts'
import { beforeMerge } from './before-merge.ts'
import { choosePerson } from './choose-person.ts'
import { demo } from './demo.ts'
import { alreadyEnded, endGrant } from './end-grant.ts'
import { grantRoleHandler, ownRole } from './grant-role.ts'
import { forgetPerson } from './forget-person.ts'
import { accessHoldings } from './holdings.ts'
import { listGrants } from './list-grants.ts'
import { listPartnerKeys } from './list-partner-keys.ts'
import { listRoles } from './list-roles.ts'
import { me } from './me.ts'
import { offboardOfficer, previewOffboarding } from './offboard-officer.ts'
import { endOtherSessions, endSession, listSessions, signOut } from './own-sessions.ts'
import { createPartnerKey, endPartnerKey, rotatePartnerKey } from './partner-keys.ts'
import { becomePersona, demoPersonas } from './personas.ts'
import { findByPhone, registerOfficer } from './register-officer.ts'
import { requestCode } from './request-code.ts'
import { signInByOidc } from './sign-in-by-oidc.ts'
import { sweep } from './sweep.ts'
import { verifyCode } from './verify-code.ts'

export const accessModule = defineModule({
  name: 'access',
  title: { zh: '登录与权限', en: 'Sign-in and roles' },
  operations: access,
  handlers: {
    requestCode,
    verifyCode,
    choosePerson,
    signInByOidc,
    me,
    signOut,
    listSessions,
    endSession,
    endOtherSessions,
    listRoles,
    listGrants,
    findByPhone,
    registerOfficer,
    grantRole: grantRoleHandler,
    endGrant,
    previewOffboarding,
    offboardOfficer,
    listPartnerKeys,
    createPartnerKey,
    rotatePartnerKey,
    endPartnerKey,
    appointFirstOfficer,
    demoPersonas,
    becomePersona,
  },
  permissions: accessPermissions,
  folder: new URL('../', import.meta.url),
  refusals: {
    role_grant_end_key: alreadyEnded,
    role_grant_not_to_self: ownRole,
    partner_key_replaces_key: () =>
      conflict('key-rotated', {
        zh: '这个密钥已经更换过，请更换新的那个。',
        en: 'This key was replaced already; rotate the newer one.',
      }),
  },
  jobs: [{ name: 'sweep', everySeconds: 3_600, run: sweep }],
  demo,
  forget: forgetPerson,
  beforeMerge,
  holdings: accessHoldings,
  personColumns: [
    { table: 'access.account_person', bk: 'person_bk', id: 'person_id' },
    { table: 'access.session', bk: 'person_bk', id: 'person_id' },
    { table: 'access.role_grant', bk: 'person_bk', id: 'person_id' },
    { table: 'access.role_grant', bk: 'granted_by_bk', id: 'granted_by_id' },
    { table: 'access.role_grant_end', bk: 'ended_by_bk', id: 'ended_by_id' },
    { table: 'access.partner_key', bk: 'created_by_bk', id: 'created_by_id' },
    { table: 'access.demo_persona', bk: 'person_bk', id: 'person_id' },
  ],
})
