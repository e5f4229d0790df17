import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { noticeStillStands, permissionsOf, type CasePosition, type Standpoint } from '../rules/moves.ts'
import { addTerm } from '../rules/working-days.ts'
import type { ActionRow } from './actions.ts'
import { calendarFor } from './calendar.ts'
import type { ReviewCase } from './case.ts'
import { holdsHere } from './find-case.ts'
import { latestNotice } from './notices.ts'
import { callersWords } from './parties.ts'
import { requireProcedure } from './procedures.ts'

/** What the rules must know of a case to say which moves are open. */
export async function positionOf(
  ctx: Context,
  reviewCase: ReviewCase,
  actions: readonly ActionRow[],
): Promise<CasePosition> {
  const { procedure } = requireProcedure(ctx, reviewCase.procedure)
  const notice = await latestNotice(ctx, reviewCase.id)
  const since = cityDay(reviewCase.since)
  const calendar = reviewCase.isOpen ? undefined : await calendarFor(ctx, since)
  return {
    state: reviewCase.state,
    noticeCompleted:
      notice?.outcome === 'completed' && noticeStillStands(procedure, notice.actionNo, actions),
    noticeRunning: notice !== undefined && notice.outcome === null,
    disputeOpen: ({ dispute }) =>
      dispute !== undefined &&
      calendar !== undefined &&
      cityDay(ctx.now) <= addTerm(calendar, since, dispute.within).dueOn,
    usedGrounds: new Set(actions.flatMap(({ ground }) => ground ?? [])),
  }
}

/** What the caller is to a case. */
export async function standpointOf(
  ctx: Context,
  reviewCase: ReviewCase,
  actions: readonly ActionRow[],
): Promise<Standpoint> {
  const { procedure, actsForApplicant } = requireProcedure(ctx, reviewCase.procedure)
  const words = await callersWords(ctx)
  const isApplicant =
    words.has(reviewCase.applicantWord) || ((await actsForApplicant?.(ctx, reviewCase)) ?? false)
  return {
    isApplicant,
    isProposer: words.has(reviewCase.proposerWord),
    isEarlierActor: actions.some(({ actor }) => words.has(actor)),
    isSystem: ctx.actor.kind === 'system',
    permissions: new Set([...permissionsOf(procedure)].filter((one) => holdsHere(ctx, one, reviewCase))),
  }
}
