import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { DRAFT_MOVES, type DraftMove } from '../../rules/drafts/draft-moves.ts'
import { isWriterOf, requireDraft, requireWriter, savedMeanwhile } from './draft-row.ts'
import { draftTables } from './draft-tables.ts'
import { keepVersion } from './write-draft.ts'

/** What was handed in is what the writer saw: a save of somebody else in between refuses it. */
export const handInDraft: Handler<typeof claims.handInDraft> = async (ctx, { id, revision }) =>
  move(ctx, id, 'hand-in', { revision })

export const takeBackDraft: Handler<typeof claims.takeBackDraft> = async (ctx, { id }) =>
  move(ctx, id, 'take-back')
export const discardDraft: Handler<typeof claims.discardDraft> = async (ctx, { id }) =>
  move(ctx, id, 'discard')
export const restoreDraft: Handler<typeof claims.restoreDraft> = async (ctx, { id }) =>
  move(ctx, id, 'restore')

export const sendBackDraft: Handler<typeof claims.sendBackDraft> = async (ctx, { id, reason }) => {
  ctx.auditNote.reason = reason
  return move(ctx, id, 'send-back', { reason })
}

async function move(
  ctx: Context,
  id: string,
  name: DraftMove,
  over: { revision?: number; reason?: string } = {},
) {
  const { from, to, by } = DRAFT_MOVES[name]
  const maker = requireWriter(ctx)
  const draft = await requireDraft(ctx, id, by === 'writing' ? 'claims.write' : 'claims.publish')
  if (draft.state !== from) throw movedMeanwhile()
  if (by === 'publishing' && (await isWriterOf(ctx, id, maker))) throw ownDraft()
  if (over.revision !== undefined && over.revision !== draft.revision) throw savedMeanwhile()
  const { saved_by_bk, saved_by_id, saved_by_name, revision } = draft
  const last = { bk: saved_by_bk, id: saved_by_id, name: saved_by_name }
  if (name === 'hand-in') await keepVersion(ctx, id, revision, JSON.stringify(draft.content), last)
  await draftTables(ctx).updateTable('claims.draft').set({ state: to }).where('id', '=', id).execute()
  const { no } = await draftTables(ctx)
    .selectFrom('claims.draft_move')
    .select((e) => e.fn.coalesce(e.fn.max('no'), e.lit(0)).as('no'))
    .where('draft_id', '=', id)
    .executeTakeFirstOrThrow()
  await draftTables(ctx)
    .insertInto('claims.draft_move')
    .values({
      draft_id: id,
      no: no + 1,
      move: name,
      revision,
      reason: over.reason ?? '',
      made_by_bk: maker.bk,
      made_by_id: maker.id,
      made_by_name: maker.name,
      made_at: ctx.now,
    })
    .execute()
  return { state: to }
}

export const movedMeanwhile = () =>
  conflict('moved-meanwhile', {
    zh: '这篇文稿的状态刚刚变了，请刷新后再办。',
    en: 'The state of this text has changed; look again.',
  })

const ownDraft = () =>
  conflict('own-draft', {
    zh: '写过这篇文稿的人不能退回它，可以撤回送审。',
    en: 'Whoever wrote a word of it does not send it back; take it back instead.',
  })
