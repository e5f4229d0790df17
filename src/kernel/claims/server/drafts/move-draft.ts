import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { DRAFT_MOVES, type DraftMove } from '../../rules/drafts/draft-moves.ts'
import { actOnText, openTextCase } from '../texts/text-procedure.ts'
import { isWriterOf, requireDraft, requireWriter, savedMeanwhile, type Writer } from './draft-row.ts'
import { draftTables } from './draft-tables.ts'
import { keepVersion } from './write-draft.ts'

/** What was handed in is what the writer saw: a save of somebody else in between refuses it. */
export const handInDraft: Handler<typeof claims.handInDraft> = async (ctx, { id, revision }) => {
  const { draft, ...moved } = await moveDraft(ctx, id, 'hand-in', { revision })
  const { saved_by_bk, saved_by_id, saved_by_name } = draft
  const last = { bk: saved_by_bk, id: saved_by_id, name: saved_by_name }
  await keepVersion(ctx, id, revision, JSON.stringify(draft.content), last)
  await openTextCase(ctx, draft)
  return moved
}

export const takeBackDraft: Handler<typeof claims.takeBackDraft> = async (ctx, { id }) => {
  const { state } = await moveDraft(ctx, id, 'take-back')
  await actOnText(ctx, id, 'take-back')
  return { state }
}

export const sendBackDraft: Handler<typeof claims.sendBackDraft> = async (ctx, { id, reason }) => {
  ctx.auditNote.reason = reason
  const { state } = await moveDraft(ctx, id, 'send-back', { reason })
  await actOnText(ctx, id, 'send-back', { reason })
  return { state }
}

export const discardDraft: Handler<typeof claims.discardDraft> = async (ctx, { id }) => ({
  state: (await moveDraft(ctx, id, 'discard')).state,
})

export const restoreDraft: Handler<typeof claims.restoreDraft> = async (ctx, { id }) => ({
  state: (await moveDraft(ctx, id, 'restore')).state,
})

/** What was published stays as it is; the draft goes on as the text of its correction. */
export const correctDraft: Handler<typeof claims.correctDraft> = async (ctx, { id, reason }) => {
  ctx.auditNote.reason = reason
  return { state: (await moveDraft(ctx, id, 'correct', { reason })).state }
}

/** Moves a draft, where the caller may make this move now; answers it as it stood before. */
export async function moveDraft(
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
  await draftTables(ctx).updateTable('claims.draft').set({ state: to }).where('id', '=', id).execute()
  await insertMove(ctx, { id, name, revision: draft.revision, reason: over.reason ?? '', maker })
  return { state: to, draft }
}

type Made = { id: string; name: DraftMove; revision: number; reason: string; maker: Writer }

export async function insertMove(ctx: Context, { id, name, revision, reason, maker }: Made): Promise<void> {
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
      reason,
      made_by_bk: maker.bk,
      made_by_id: maker.id,
      made_by_name: maker.name,
      made_at: ctx.now,
    })
    .execute()
}

export const movedMeanwhile = () =>
  conflict('moved-meanwhile', {
    zh: '这篇文稿的状态刚刚变了，请刷新后再办。',
    en: 'The state of this text has changed; look again.',
  })

export const ownDraft = () =>
  conflict('own-draft', {
    zh: '写过这篇文稿的人不能批准或退回它，可以撤回送审。',
    en: 'Whoever wrote a word of it neither approves it nor sends it back; take it back instead.',
  })
