import { z } from 'zod'
import { command, fileAnswer, holding, instant, paging, query, type Permissions } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { rosterUndo, rosterUndoOperations, rosterUndoPermissions } from './contract-roster-undo.ts'
import { employments } from './rules/employment.ts'

export const rosterPermissions = {
  ...rosterUndoPermissions,
  'membership.import': {
    zh: '导入会员名册',
    en: 'read in rosters of members',
    roles: ['city-officer', 'county-officer', 'grassroots-officer'],
  },
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

const employment = z.enum(employments)

const text = z.object({ zh: z.string(), en: z.string() })

/**
 * Being checked row by row · compared with one another and with who is known · looked at by a person · written · and
 * four ends: all written, stopped half-way, thrown away before anything was written, a file that could not be read.
 */
export const importState = z.enum([
  'checking',
  'comparing',
  'preview',
  'writing',
  'done',
  'stopped',
  'cancelled',
  'failed',
])
export type ImportState = z.infer<typeof importState>

/**
 * new: nobody knew this person. joins: known, and no member now. changes: a member here, and the row says something
 * new. present: a member here, and nothing to do. elsewhere: a member of another union. twice: said before in this file.
 */
export const rowVerdict = z.enum(['new', 'joins', 'changes', 'present', 'elsewhere', 'twice', 'refused'])
export type RowVerdictWord = z.infer<typeof rowVerdict>

const field = z.enum([
  'name',
  'documentKind',
  'documentNumber',
  'phone',
  'sex',
  'bornOn',
  'ethnicity',
  'education',
  'skill',
  'household',
  'employment',
  'union',
  'joinedOn',
  'standing',
  'political',
  'serial',
  'remark',
])

const rosterImport = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  fileName: z.string(),
  fileFormat: z.enum(['xlsx', 'csv']),
  state: importState,
  isPaused: z.boolean(),
  rowsExpected: z.number().int().nullable(),
  rowsChecked: z.number().int(),
  rowsWritten: z.number().int(),
  rowsUpdated: z.number().int(),
  tally: z.partialRecord(rowVerdict, z.number().int()),
  madeBy: z.string(),
  createdAt: instant,
  endedAt: instant.nullable(),
  /** Whether it is to be taken back, or was. */
  undo: rosterUndo.nullable(),
})
export type RosterImport = z.output<typeof rosterImport>

const rowProblem = z.object({
  field,
  code: z.string(),
  severity: z.enum(['error', 'note']),
  reason: text,
  accepted: text.optional(),
})

const rosterRow = z.object({
  row: z.number().int(),
  verdict: rowVerdict,
  maskedName: z.string(),
  maskedDocument: z.string(),
  unionName: z.string().nullable(),
  fromDay: z.iso.date().nullable(),
  employment: employment.nullable(),
  problems: z.array(rowProblem),
})
export type RosterRow = z.output<typeof rosterRow>

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

const importId = z.object({ importId: z.uuid() })

export const roster = {
  ...rosterUndoOperations,
  startRosterImport: command({
    summary: {
      zh: '读取一份会员名册并逐行检查',
      en: 'Read a roster and judge its rows; nobody becomes a member yet',
    },
    who: holding('membership.import'),
    input: z.object({
      organisationId: z.uuid(),
      fileId: z.uuid(),
      /** For rows without a day of joining; today where none is given. */
      defaultDay: z.iso.date().optional(),
      /** For rows that do not say how somebody works. */
      defaultEmployment: employment.default('employed'),
    }),
    output: importId,
  }),
  getRosterImport: query({
    summary: {
      zh: '一次名册导入：进度、结论、读到的列',
      en: 'One import: how far, what came out, the columns understood',
    },
    who: holding('membership.import'),
    input: importId,
    output: rosterImport.extend({
      defaultDay: z.iso.date(),
      defaultEmployment: employment,
      columns: z.array(z.object({ heading: z.string(), field: field.nullable() })).max(600),
      headerRow: z.number().int().nullable(),
      /** What is wrong or worth knowing, and in how many rows; the most frequent first. */
      faults: z.array(z.object({ code: z.string(), count: z.number().int(), reason: text })).max(100),
      failure: z.object({ text, details: z.array(text).max(20) }).nullable(),
      withChanges: z.boolean(),
      isPurged: z.boolean(),
    }),
  }),
  listRosterImports: query({
    summary: { zh: '名册导入记录', en: 'Imports within reach, newest first' },
    who: holding('membership.import'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(rosterImport).max(200), total: z.number().int() }),
  }),
  listRosterRows: query({
    summary: { zh: '名册的行（隐去证件号码）', en: 'Rows of a roster, masked' },
    who: holding('membership.import'),
    input: importId.extend({
      verdict: rowVerdict.optional(),
      /** Rows with this problem. */
      code: z.string().max(40).optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(rosterRow).max(200), total: z.number().int() }),
  }),
  writeRosterImport: command({
    summary: { zh: '把名册中没有问题的行登记为会员', en: 'Make members of the good rows' },
    who: holding('membership.import'),
    input: importId.extend({
      /** Also bring known members' particulars up to date. */
      withChanges: z.boolean().default(false),
    }),
    output: z.object({ state: importState }),
  }),
  steerRosterImport: command({
    summary: { zh: '暂停、继续、停止或重试一次导入', en: 'Pause, resume, stop or retry an import' },
    who: holding('membership.import'),
    input: importId.extend({ wish: z.enum(['pause', 'resume', 'cancel', 'retry']) }),
    output: z.object({ state: importState, isPaused: z.boolean() }),
  }),
  askRosterTransfers: command({
    summary: {
      zh: '为名册中属于别的工会的会员申请转入',
      en: 'Ask for a transfer of everybody in a roster who belongs to another union',
    },
    who: holding('membership.import'),
    input: importId,
    output: z.object({ asked: z.number().int(), skipped: z.number().int(), hasMore: z.boolean() }),
  }),
  rosterErrors: query({
    summary: {
      zh: '把没有登记的行连同原因还给本人',
      en: "The person's own rows that stayed out, each with why",
    },
    who: holding('membership.import'),
    audited: true,
    inBody: true,
    input: importId.extend({
      /** As the file was given where left out. */
      format: z.enum(['xlsx', 'csv']).optional(),
      /** Only those that are wrong, or also those with nothing to do. */
      which: z.enum(['refused', 'left-out']).default('left-out'),
    }),
    output: fileAnswer,
  }),
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
