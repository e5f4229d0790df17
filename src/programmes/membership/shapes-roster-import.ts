import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { rosterUndo } from './contract-roster-undo.ts'
import { employments } from './rules/employment.ts'

export const employment = z.enum(employments)

export const text = z.object({ zh: z.string(), en: z.string() })

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

export const field = z.enum([
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

export const rosterImport = z.object({
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

export const rosterRow = z.object({
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
