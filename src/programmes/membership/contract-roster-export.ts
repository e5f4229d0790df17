import { z } from 'zod'
import { command, fileAnswer, holding, instant, paging, query, type Permissions } from '#platform/contract.ts'
import { says } from '#platform/text.ts'

export const rosterExportPermissions = {
  'membership.export': {
    zh: '导出会员名册（证件号码和手机号隐去）',
    en: 'export rosters, numbers and phones masked',
    roles: ['city-officer', 'county-officer', 'grassroots-officer'],
  },
  'membership.export-full': {
    zh: '申请导出完整号码的名册',
    en: 'ask for rosters with whole numbers',
    roles: ['city-officer', 'county-officer'],
  },
  'membership.approve-export': {
    zh: '批准导出完整号码的名册',
    en: 'agree to rosters with whole numbers',
    roles: ['city-officer', 'county-officer'],
  },
} satisfies Permissions

const rosterExport = z.object({
  id: z.uuid(),
  serial: z.string(),
  organisationName: z.string(),
  form: z.enum(['masked', 'full']),
  format: z.enum(['xlsx', 'csv']),
  reason: z.string(),
  state: z.enum(['waiting', 'approved', 'refused', 'made']),
  rows: z.number().int().nullable(),
  sha256: z.string().nullable(),
  sm3: z.string().nullable(),
  madeBy: z.string(),
  createdAt: instant,
  isOwn: z.boolean(),
  /** The case about it, for whoever asked and whoever may agree; a masked one has none. */
  caseId: z.uuid().nullable(),
})
export type RosterExport = z.output<typeof rosterExport>

/** Rosters that leave the platform, each with its purpose; whole numbers only where a second person agrees. */
export const rosterExportOperations = {
  requestRosterExport: command({
    summary: {
      zh: '导出会员名册；完整号码须另一人批准',
      en: 'Export the roll; whole numbers wait for another person to agree',
    },
    who: holding('membership.export'),
    input: z.object({
      organisationId: z.uuid(),
      form: z.enum(['masked', 'full']),
      format: z.enum(['xlsx', 'csv']),
      reason: z
        .string()
        .trim()
        .min(6, says('请写明用途，至少6个字', 'a purpose of at least 6 characters'))
        .max(400),
    }),
    output: z.object({ exportId: z.uuid(), state: rosterExport.shape.state }),
  }),
  listRosterExports: query({
    summary: { zh: '名册导出记录', en: 'Exports within reach, newest first' },
    who: holding('membership.export'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(rosterExport).max(200), total: z.number().int() }),
  }),
  makeRosterExport: command({
    summary: { zh: '生成已批准的名册', en: 'Make a roster that was agreed to' },
    who: holding('membership.export'),
    input: z.object({ exportId: z.uuid() }),
    output: z.object({ rows: z.number().int() }),
  }),
  downloadRosterExport: query({
    summary: { zh: '下载自己导出的名册', en: 'Fetch a roster that one exported oneself' },
    who: holding('membership.export'),
    audited: true,
    inBody: true,
    input: z.object({ exportId: z.uuid() }),
    output: fileAnswer,
  }),
}
