import { z } from 'zod'
import { command, holding, operator, paging, query } from '#platform/contract.ts'
import {
  catalogueOutput,
  documentKind,
  documentNumber,
  grantRow,
  personKey,
  personName,
  phone,
  reason,
  roleId,
  words,
} from './shapes.ts'

/** Who may do what: roles given, ended and handed over. */
export const roleOperations = {
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
}
