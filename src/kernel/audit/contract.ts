import { z } from 'zod'
import {
  command,
  holding,
  instant,
  operations,
  operator,
  paging,
  person,
  query,
  type Permissions,
} from '#platform/contract.ts'

export const auditPermissions = {
  'audit.read': { zh: '查看审计日志', en: 'read the audit log', roles: ['city-officer', 'auditor'] },
} satisfies Permissions

const text = z.object({ zh: z.string(), en: z.string() })

export const auditLine = z.object({
  id: z.uuid(),
  at: instant,
  operation: z.string(),
  /** What the operation does, in words. */
  title: text,
  outcome: z.enum(['done', 'refused']),
  code: z.string().nullable(),
  origin: z.string(),
  actorName: z.string(),
  organisationId: z.uuid().nullable(),
  organisationName: z.string().nullable(),
  subjects: z.array(z.string()),
  subjectCount: z.number().int(),
  reason: z.string().nullable(),
  input: z.unknown(),
  detail: z.unknown(),
  requestId: z.string(),
  /** The segment that seals this line; null in the seconds before it is sealed. */
  sealNo: z.number().int().nullable(),
})

export const auditFinding = z.object({
  kind: z.enum(['altered', 'deleted', 'never-sealed', 'broken-chain', 'count']),
  sealNo: z.number().int().nullable(),
  lineId: z.uuid().nullable(),
})

export const auditVerdict = z.object({
  intact: z.boolean(),
  seals: z.number().int(),
  lines: z.number().int(),
  waiting: z.number().int(),
  latest: z.object({ no: z.number().int(), digest: z.string(), sealedAt: instant }).nullable(),
  /** The first hundred findings. */
  findings: z.array(auditFinding).max(100),
})

export const audit = operations('audit', {
  listLines: query({
    summary: { zh: '审计日志', en: 'The audit log within reach, newest first' },
    who: holding('audit.read'),
    input: z.object({
      /** The beginning of an operation's id, or a part of the words that say what it does. */
      operation: z.string().max(100).optional(),
      subject: z.string().max(200).optional(),
      organisationId: z.uuid().optional(),
      outcome: z.enum(['done', 'refused']).optional(),
      from: z.iso.datetime().optional(),
      until: z.iso.datetime().optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(auditLine), total: z.number().int() }),
  }),
  whoLooked: query({
    summary: { zh: '谁看过我的信息', en: 'Who looked at, changed or exported what is held about me' },
    who: person,
    input: z.object({ ...paging }),
    output: z.object({
      rows: z.array(
        z.object({
          at: instant,
          operation: z.string(),
          title: text,
          actorName: z.string(),
          organisationName: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
      total: z.number().int(),
    }),
  }),
  verify: query({
    summary: { zh: '核验审计日志', en: 'Verify every seal and every line of the audit log' },
    who: holding('audit.read'),
    input: z.object({}),
    output: auditVerdict,
  }),
  seal: command({
    summary: { zh: '封存审计日志', en: 'Seal what is not sealed yet' },
    who: operator,
    input: z.object({}),
    output: z.object({ sealed: z.number().int() }),
  }),
})
