import { madeBy } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { review } from '../contract.ts'
import { findMove } from '../rules/moves.ts'
import type { Move } from '../rules/procedure.ts'
import type { NoticeDraft } from '../shapes.ts'
import { actionsOf, type ActionRow } from './actions.ts'
import type { ReviewCase } from './case.ts'
import { findCase, lockCase, mayRead } from './find-case.ts'
import { breakOffRunning } from './end-notice.ts'
import { openNotice } from './open-notice.ts'
import { callingParty, partyWord } from './parties.ts'
import { positionOf, standpointOf } from './position.ts'
import { noSuchCase, requireProcedure } from './procedures.ts'
import { caseMoved, madeInProgramme, refusalOf, requireSaid } from './refusals.ts'
import { moveStanding } from './standing.ts'
import { tables } from './tables.ts'
import { tellOfState } from './tell.ts'

export type Act = {
  /** The number of the last action that the caller saw; left out only where nobody looked, as in a job. */
  readonly seq?: number | undefined
  readonly reason?: string | undefined
  readonly note?: string | undefined
  readonly ground?: string | undefined
  readonly notice?: NoticeDraft | undefined
  readonly data?: Record<string, unknown> | undefined
}

export type Acted = { readonly state: string; readonly seq: number }

/** The button of a case's page. Moves that need more than a page can ask go through their programme. */
export const actHandler: Handler<typeof review.act> = async (ctx, { id, move, ...wish }) => {
  const found = await findCase(ctx, id)
  const declared = found && requireProcedure(ctx, found.procedure).procedure.moves
  if (declared?.some((one) => one.id === move && one.inProgramme === true)) throw madeInProgramme()
  return act(ctx, id, move, wish)
}

/**
 * Makes a move in the caller's transaction, by the rules that draw the buttons. The same person making the same
 * move again from the same `seq` is told what came of it the first time; anybody else learns that the case has
 * moved (`case-moved`). Throws `not-found` for whoever may not read the case.
 */
export async function act(ctx: Context, caseId: string, moveId: string, wish: Act): Promise<Acted> {
  const reviewCase = await lockCase(ctx, caseId)
  if (!(await mayRead(ctx, reviewCase))) throw noSuchCase()
  const actions = await actionsOf(ctx, caseId)
  if (isRepeat(ctx, actions, moveId, wish)) return { state: reviewCase.state, seq: reviewCase.seq }
  if (wish.seq !== undefined && wish.seq !== reviewCase.seq)
    throw caseMoved(actions.at(-1)!, procedureOf(ctx, reviewCase))
  const move = await requireMove(ctx, reviewCase, actions, moveId)
  requireSaid(move, wish, actions)
  return make(ctx, reviewCase, move, wish)
}

const procedureOf = (ctx: Context, { procedure }: ReviewCase) => requireProcedure(ctx, procedure).procedure

function isRepeat(ctx: Context, actions: readonly ActionRow[], moveId: string, { seq }: Act): boolean {
  const last = actions.at(-1)
  const actor = partyWord(callingParty(ctx), 'system')
  return last !== undefined && seq === last.no - 1 && last.move === moveId && last.actor === actor
}

async function requireMove(
  ctx: Context,
  reviewCase: ReviewCase,
  actions: readonly ActionRow[],
  moveId: string,
): Promise<Move> {
  const procedure = procedureOf(ctx, reviewCase)
  const position = await positionOf(ctx, reviewCase, actions)
  const standpoint = await standpointOf(ctx, reviewCase, actions)
  const { move, obstacle } = findMove(procedure, position, standpoint, moveId)
  if (move === undefined || obstacle !== undefined)
    throw refusalOf(obstacle!, procedure.states[reviewCase.state]!, move)
  return move
}

async function make(ctx: Context, before: ReviewCase, move: Move, wish: Act): Promise<Acted> {
  const { procedure, onState } = requireProcedure(ctx, before.procedure)
  const seq = before.seq + 1
  await insertAction(ctx, before, move, seq, wish)
  await moveStanding(ctx, before, procedure, move.to, seq)
  const moved = (await findCase(ctx, before.id))!
  if (!moved.isOpen) await breakOffRunning(ctx, moved, move.title.zh)
  if (move.opensNotice !== undefined) await openNotice(ctx, moved, move.opensNotice, wish.notice)
  await tellOfState(ctx, moved, { reason: wish.reason, move })
  noteAudit(ctx, moved, move, wish)
  await onState?.(ctx, moved, move.to)
  return { state: move.to, seq }
}

async function insertAction(
  ctx: Context,
  before: ReviewCase,
  move: Move,
  no: number,
  wish: Act,
): Promise<void> {
  const actor = callingParty(ctx)
  await tables(ctx)
    .insertInto('review.action')
    .values({
      case_id: before.id,
      no,
      move: move.id,
      from_state: before.state,
      to_state: move.to,
      applicant: before.applicantWord,
      proposer: before.proposerWord,
      actor_bk: actor.bk,
      actor_id: actor.id,
      actor_account: actor.account,
      actor_name: madeBy(ctx),
      decides: move.notBy?.includes('proposer') ?? false,
      ground: wish.ground ?? null,
      reason: wish.reason ?? null,
      note: wish.note ?? null,
      data: wish.data === undefined ? null : JSON.stringify(wish.data),
      at: ctx.now,
    })
    .execute()
}

function noteAudit(ctx: Context, moved: ReviewCase, move: Move, { reason }: Act): void {
  ctx.auditNote.organisationId ??= moved.organisationId
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `case:${moved.id}`, moved.subject]
  ctx.auditNote.detail = { ...ctx.auditNote.detail, move: move.id, state: move.to, seq: moved.seq }
  if (reason !== undefined) ctx.auditNote.reason = reason
}
