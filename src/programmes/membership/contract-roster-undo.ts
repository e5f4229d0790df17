import { z } from 'zod'
import { personKey } from '#kernel/people/contract.ts'
import { command, holding, paging, query, type Permissions } from '#platform/contract.ts'
import { says } from '#platform/text.ts'

export const rosterUndoPermissions = {
  'membership.approve-undo': {
    zh: '同意撤销名册导入',
    en: 'agree to an import being taken back',
    roles: ['city-officer', 'county-officer'],
  },
} satisfies Permissions

const undoState = z.enum(['asked', 'refused', 'undoing', 'done'])
export type UndoState = z.infer<typeof undoState>

/**
 * Why a row cannot be taken back: the membership was changed since · the person was merged with another · a later import
 * built on it · records of other parts name the person since · the particulars were changed since.
 */
const keptWhy = z.enum(['moved-on', 'merged', 'later-import', 'in-use', 'changed-since'])
export type KeptWhy = z.infer<typeof keptWhy>

/** A wish to take an import back: where it stands, and what it came to so far. */
export const rosterUndo = z.object({
  state: undoState,
  reason: z.string(),
  madeBy: z.string(),
  caseId: z.uuid().nullable(),
  lookedAt: z.number().int(),
  ended: z.number().int(),
  restored: z.number().int(),
  kept: z.number().int(),
})
export type RosterUndo = z.output<typeof rosterUndo>

const importId = z.object({ importId: z.uuid() })

export const rosterUndoOperations = {
  countRosterUndo: query({
    summary: { zh: '撤销一次导入会改变什么', en: 'What taking an import back would come to' },
    who: holding('membership.import'),
    input: importId,
    output: z.object({
      /** Memberships that would be void. */
      ended: z.number().int(),
      /** Members whose particulars would go back. */
      restored: z.number().int(),
      kept: z.array(z.object({ why: keptWhy, count: z.number().int() })).max(10),
    }),
  }),
  undoRosterImport: command({
    summary: {
      zh: '申请撤销一次已登记的导入',
      en: 'Ask for a written import to be taken back; another person must agree',
    },
    who: holding('membership.import'),
    input: importId.extend({
      reason: z
        .string()
        .trim()
        .min(6, says('请写明原因，至少6个字', 'a reason of at least 6 characters'))
        .max(400),
    }),
    output: z.object({ state: undoState }),
  }),
  listRosterKept: query({
    summary: { zh: '没有撤销的行和原因', en: 'Rows that could not be taken back, each with why' },
    who: holding('membership.import'),
    input: importId.extend({ ...paging }),
    output: z.object({
      rows: z
        .array(
          z.object({
            row: z.number().int(),
            person: personKey,
            maskedName: z.string(),
            maskedDocument: z.string(),
            why: keptWhy,
            /** Parts of the platform that have records of the person since. */
            places: z.array(z.object({ zh: z.string(), en: z.string() })).max(40),
          }),
        )
        .max(200),
      total: z.number().int(),
    }),
  }),
}
