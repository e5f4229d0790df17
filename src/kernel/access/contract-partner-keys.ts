import { z } from 'zod'
import { command, holding, instant, paging, query } from '#platform/contract.ts'
import { partnerKeyRow, reason, words } from './shapes.ts'

/** Keys of partners’ machines, each scoped to operations and an organisation. */
export const partnerKeyOperations = {
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
}
