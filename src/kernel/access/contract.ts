// Longer than most: a list of operations is read best in one piece, and reads like a table.
import { z } from 'zod'
import {
  anyone,
  command,
  holding,
  instant,
  operations,
  operator,
  paging,
  query,
  signedIn,
} from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import {
  catalogueOutput,
  deviceWords,
  documentKind,
  documentNumber,
  grantRow,
  meOutput,
  partnerKeyRow,
  personKey,
  personaRow,
  personName,
  phone,
  reason,
  roleId,
  sessionRow,
  signInAnswer,
  words,
} from './shapes.ts'

export { accessPermissions } from './permissions.ts'

/** Sign-in, sessions, roles and partners' keys. Answers never reveal whether a phone is known here. */
export const access = operations('access', {
  requestCode: command({
    summary: { zh: '获取短信验证码', en: 'Ask for a sign-in code by SMS' },
    who: anyone,
    callsPerMinute: 10,
    sensitive: ['phone'],
    input: z.object({ phone }),
    output: z.object({ waitSeconds: z.number().int(), validMinutes: z.number().int() }),
  }),
  verifyCode: command({
    summary: { zh: '用验证码登录', en: 'Sign in with the code' },
    who: anyone,
    callsPerMinute: 20,
    sensitive: ['phone', 'code', 'device'],
    input: z.object({
      phone,
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, says('验证码是6位数字', 'the code has 6 digits')),
      device: deviceWords,
    }),
    output: signInAnswer,
  }),
  choosePerson: command({
    summary: {
      zh: '一个手机号对应多人时，选择本人',
      en: 'Choose who you are where a phone leads to several persons, by a second proof',
    },
    who: signedIn,
    callsPerMinute: 10,
    sensitive: ['documentTail'],
    input: z.object({
      personId: z.uuid(),
      documentTail: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[0-9A-Z]{6}$/, says('请填证件号码的后6位', 'the last 6 characters of the document number')),
    }),
    output: signInAnswer,
  }),
  signInByOidc: command({
    summary: {
      zh: '统一身份认证登录',
      en: 'Sign in with what the identity provider proved (the callback route calls it)',
    },
    who: anyone,
    callsPerMinute: 20,
    sensitive: ['proof', 'device'],
    input: z.object({ proof: z.string().max(4000), device: deviceWords }),
    output: z.object({ returnTo: z.string() }),
  }),
  me: query({
    summary: { zh: '我是谁、能做什么', en: 'Who I am and what I may do' },
    who: anyone,
    input: z.object({}),
    output: meOutput,
  }),
  signOut: command({
    summary: { zh: '退出登录', en: 'Sign out of this session' },
    who: anyone,
    input: z.object({}),
    output: z.object({}),
  }),
  listSessions: query({
    summary: { zh: '我的登录设备', en: 'Where I am signed in' },
    who: signedIn,
    input: z.object({}),
    output: z.object({ rows: z.array(sessionRow).max(100), total: z.number().int() }),
  }),
  endSession: command({
    summary: { zh: '让一台设备下线', en: 'End one of my sessions' },
    who: signedIn,
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  endOtherSessions: command({
    summary: { zh: '让其他设备全部下线', en: 'End all my other sessions' },
    who: signedIn,
    input: z.object({}),
    output: z.object({ ended: z.number().int() }),
  }),
  listRoles: query({
    summary: { zh: '角色与权限目录', en: 'The roles and what each may do' },
    who: holding('access.read-grants'),
    input: z.object({}),
    output: catalogueOutput,
  }),
  listGrants: query({
    summary: { zh: '授权记录', en: 'Roles given, with their history, within reach' },
    who: holding('access.read-grants'),
    input: z.object({
      state: z.enum(['active', 'ended', 'all']).default('active'),
      organisationId: z.uuid().optional(),
      role: roleId.optional(),
      personId: z.uuid().optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(grantRow), total: z.number().int() }),
  }),
  // A command, so that the number travels in the body and stands in no address.
  findByPhone: command({
    summary: { zh: '按手机号找人（用于授权）', en: 'Find the persons behind a phone, to give them a role' },
    who: holding('access.grant'),
    callsPerMinute: 20,
    sensitive: ['phone'],
    input: z.object({ phone }),
    output: z.object({ rows: z.array(z.object({ person: personKey, name: z.string() })).max(20) }),
  }),
  registerOfficer: command({
    summary: { zh: '登记工作人员', en: 'Register a colleague so that a role can be given to them' },
    who: holding('access.grant'),
    sensitive: ['name', 'documentNumber', 'phone'],
    input: z.object({
      organisationId: z.uuid(),
      name: personName,
      documentKind: documentKind.default('resident-id'),
      documentNumber,
      phone,
    }),
    output: z.object({ person: personKey }),
  }),
  grantRole: command({
    summary: { zh: '授予角色', en: 'Give a person a role at an organisation, there and below' },
    who: holding('access.grant'),
    input: z.object({
      person: personKey,
      role: roleId,
      organisationId: z.uuid(),
      validTo: z.iso.date().optional(),
      reason,
    }),
    output: z.object({ id: z.uuid() }),
  }),
  endGrant: command({
    summary: { zh: '收回角色', en: 'End a role given earlier; the record stays' },
    who: holding('access.grant'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({}),
  }),
  previewOffboarding: query({
    summary: { zh: '离岗交接预览', en: 'What would end and what would be handed over, changing nothing' },
    who: holding('access.offboard'),
    input: z.object({ personId: z.uuid(), successorId: z.uuid() }),
    output: z.object({
      leaverName: z.string(),
      successorName: z.string(),
      grants: z.array(grantRow).max(200),
      sessions: z.number().int(),
      handedOver: z.array(z.object({ module: z.string(), ...words, count: z.number().int() })).max(100),
    }),
  }),
  offboardOfficer: command({
    summary: {
      zh: '工作人员离岗：收回角色、下线、移交未办事项',
      en: 'An officer leaves: end their roles and sessions, hand their open work to a named successor',
    },
    who: holding('access.offboard'),
    input: z.object({ personId: z.uuid(), successorId: z.uuid(), reason }),
    output: z.object({
      grantsEnded: z.number().int(),
      sessionsEnded: z.number().int(),
      handedOver: z.array(z.object({ module: z.string(), ...words, count: z.number().int() })).max(100),
    }),
  }),
  appointFirstOfficer: command({
    summary: {
      zh: '任命第一位市级管理员（只在没有任何授权的库里执行一次）',
      en: 'Appoint the first city officer: once, on a database in which no role was ever given',
    },
    who: operator,
    sensitive: ['name', 'documentNumber', 'phone'],
    input: z.object({
      name: personName,
      documentKind: documentKind.default('resident-id'),
      documentNumber,
      phone,
    }),
    output: z.object({ person: personKey, organisationId: z.uuid(), grantId: z.uuid() }),
  }),
  listPartnerKeys: query({
    summary: { zh: '合作方密钥', en: "Partners' machine keys within reach; never the keys themselves" },
    who: holding('access.partner-keys'),
    input: z.object({ organisationId: z.uuid().optional(), ...paging }),
    output: z.object({
      rows: z.array(partnerKeyRow),
      total: z.number().int(),
      /** What a key may be scoped to. */
      operations: z.array(z.object({ id: z.string(), ...words })).max(500),
    }),
  }),
  createPartnerKey: command({
    summary: { zh: '新建合作方密钥（只显示一次）', en: 'Make a key for a partner’s machine; shown once' },
    answersSecret: true,
    who: holding('access.partner-keys'),
    input: z.object({
      organisationId: z.uuid(),
      name: z.string().trim().min(2).max(60),
      operations: z.array(z.string().max(100)).min(1).max(50),
      validDays: z.number().int().min(1).max(730).default(365),
    }),
    output: z.object({ id: z.uuid(), key: z.string(), expiresAt: instant }),
  }),
  rotatePartnerKey: command({
    summary: {
      zh: '更换密钥，旧密钥再用一段时间',
      en: 'Replace a key; the old one works on for the overlap named',
    },
    answersSecret: true,
    who: holding('access.partner-keys'),
    input: z.object({
      id: z.uuid(),
      overlapHours: z.number().int().min(0).max(720).default(24),
      validDays: z.number().int().min(1).max(730).default(365),
    }),
    output: z.object({ id: z.uuid(), key: z.string(), expiresAt: instant, oldExpiresAt: instant }),
  }),
  endPartnerKey: command({
    summary: { zh: '停用密钥', en: 'End a key at once' },
    who: holding('access.partner-keys'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({}),
  }),
  demoPersonas: query({
    summary: { zh: '演示身份', en: 'The people a visitor of the demo city may become' },
    who: anyone,
    input: z.object({}),
    output: z.object({ rows: z.array(personaRow).max(50), total: z.number().int() }),
  }),
  becomePersona: command({
    summary: { zh: '以演示身份进入', en: 'Enter the demo city as one of its people' },
    who: anyone,
    callsPerMinute: 60,
    sensitive: ['device'],
    input: z.object({ id: z.string().max(60), device: deviceWords }),
    output: z.object({ name: z.string() }),
  }),
})
