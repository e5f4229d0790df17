import { z } from 'zod'
import { command, fileAnswer, holding, paging, query, type Permissions } from '#platform/contract.ts'
import {
  employment,
  field,
  importState,
  rosterImport,
  rosterRow,
  rowVerdict,
  text,
} from './shapes-roster-import.ts'
import { rosterUndoOperations, rosterUndoPermissions } from './contract-roster-undo.ts'
import { rosterExportOperations, rosterExportPermissions } from './contract-roster-export.ts'

export const rosterPermissions = {
  ...rosterUndoPermissions,
  ...rosterExportPermissions,
  'membership.import': {
    zh: '导入会员名册',
    en: 'read in rosters of members',
    roles: ['city-officer', 'county-officer', 'grassroots-officer'],
  },
} satisfies Permissions

const importId = z.object({ importId: z.uuid() })

/** Rosters read in: judged row by row, looked at, written, taken back. */
export const roster = {
  ...rosterUndoOperations,
  ...rosterExportOperations,
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
}
