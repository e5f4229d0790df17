import { z } from 'zod'
import { command, holding, instant, paging, query } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import * as shape from './shapes-drafts.ts'

const reason = z
  .string()
  .trim()
  .min(4, says('请写明理由，至少四个字', 'say why, in at least 4 characters'))
  .max(400)
const id = z.uuid()
const moved = z.object({ state: shape.draftState })

/** Drafts: texts while they are written. Every version stays; two who write at once are told, and nothing is lost. */
export const draftOperations = {
  listDrafts: query({
    summary: { zh: '文稿', en: 'Texts that are being written, the last saved first' },
    who: holding('claims.read'),
    input: z.object({
      state: shape.draftState.optional(),
      search: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(shape.draftLine).max(200), total: z.number().int() }),
  }),
  getDraft: query({
    summary: {
      zh: '一篇文稿：正文、历史、可以怎么办',
      en: 'One text, its versions, and what may be done with it',
    },
    who: holding('claims.read'),
    input: z.object({ id }),
    output: shape.draftWhole,
  }),
  getDraftVersion: query({
    summary: { zh: '文稿从前的一版', en: 'A text as it stood before' },
    who: holding('claims.read'),
    input: z.object({ id, revision: z.number().int().min(1) }),
    output: z.object({
      revision: z.number().int(),
      savedByName: z.string(),
      savedAt: instant,
      content: shape.draftContent,
    }),
  }),
  createDraft: command({
    summary: { zh: '起草一篇文稿', en: 'Begin a text' },
    who: holding('claims.write'),
    input: z.object({ title: shape.draftContent.shape.title, kind: shape.draftKind }),
    output: z.object({ id, revision: z.number().int() }),
  }),
  saveDraft: command({
    summary: {
      zh: '保存文稿；别人先存过就拒绝',
      en: 'Save a text; refused where somebody else saved meanwhile',
    },
    who: holding('claims.write'),
    input: z.object({
      id,
      /** The revision that the writer saw. */
      revision: z.number().int().min(1),
      content: shape.draftContent,
      /** Keep what is saved as a version of its own, whatever the time. */
      keep: z.boolean().default(false),
    }),
    output: z.object({ revision: z.number().int(), savedAt: instant }),
  }),
  handInDraft: command({
    summary: { zh: '送审', en: 'Hand a text in: nobody writes on until it comes back' },
    who: holding('claims.write'),
    input: z.object({ id, revision: z.number().int().min(1) }),
    output: moved,
  }),
  takeBackDraft: command({
    summary: { zh: '撤回送审', en: 'Take back what was handed in' },
    who: holding('claims.write'),
    input: z.object({ id }),
    output: moved,
  }),
  sendBackDraft: command({
    summary: { zh: '退回修改（写过的人不能退）', en: 'Send a text of others back, with a reason' },
    who: holding('claims.publish'),
    input: z.object({ id, reason }),
    output: moved,
  }),
  discardDraft: command({
    summary: { zh: '作废文稿（可以恢复）', en: 'Put a text away; it can be restored' },
    who: holding('claims.write'),
    input: z.object({ id }),
    output: moved,
  }),
  restoreDraft: command({
    summary: { zh: '恢复作废的文稿', en: 'Restore a text that was put away' },
    who: holding('claims.write'),
    input: z.object({ id }),
    output: moved,
  }),
  correctDraft: command({
    summary: { zh: '更正公布的文稿', en: 'Begin the correction of a published text, with the reason' },
    who: holding('claims.write'),
    input: z.object({ id, reason }),
    output: moved,
  }),
}
