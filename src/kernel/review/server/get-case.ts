import { sql } from 'kysely'
import { maskName } from '#kernel/people/index.ts'
import { holdsAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { review } from '../contract.ts'
import { OPENING } from '../rules/define-procedure.ts'
import { allowedMoves, groundsLeft, permissionIn } from '../rules/moves.ts'
import type { Move, Procedure } from '../rules/procedure.ts'
import { actionsOf, type ActionRow } from './actions.ts'
import type { ReviewCase } from './case.ts'
import { caseRows } from './case-rows.ts'
import { noticesOfCase } from './case-notices.ts'
import { countingOf } from './counting.ts'
import { getCaseFor } from './find-case.ts'
import { callersWords } from './parties.ts'
import { positionOf, standpointOf } from './position.ts'
import { noSuchCase, requireProcedure } from './procedures.ts'
import { reachFor } from './reach.ts'

/** One case, with the moves that this caller may make now: a page draws these and `act` takes no others. */
export const getCase: Handler<typeof review.getCase> = async (ctx, { id }) => {
  const one = await getCaseFor(ctx, id)
  const { procedure, draftNotice, noticeWorkingDays } = requireProcedure(ctx, one.procedure)
  const noticeDays = await noticeWorkingDays?.(ctx, one)
  const actions = await actionsOf(ctx, id)
  const position = await positionOf(ctx, one, actions)
  const standpoint = await standpointOf(ctx, one, actions)
  const mayAnswerObjections = await holdsAt(ctx, 'review.answer-objections', one.organisationId)
  const waitsFor = procedure.states[one.state]?.waitsFor ?? null
  return {
    ...(await rowOf(ctx, one)),
    seq: one.seq,
    href: one.href,
    applicantHref: one.applicantHref,
    isMine: standpoint.isApplicant,
    waitsFor,
    waitsForText: waitsForText(ctx, waitsFor),
    counting: await countingOf(ctx, cityDay(one.since), procedure.states[one.state]?.deadline, one.dueOn),
    timeline: actions.map((action) => lineOf(procedure, one, action, standpoint.permissions.size > 0)),
    notices: await noticesOfCase(ctx, id, mayAnswerObjections),
    moves: allowedMoves(procedure, position, standpoint).map((move) =>
      asAllowed(procedure, move, position.usedGrounds, { isDrafted: draftNotice !== undefined, noticeDays }),
    ),
    mayReassign: one.isOpen && (await holdsAt(ctx, 'review.reassign', one.organisationId)),
    mayAnswerObjections,
    mayEndNotice: await holdsAt(ctx, 'review.end-notices', one.organisationId),
  }
}

/** The list's own row, also for somebody whom only the programme lets in. */
async function rowOf(ctx: Context, { id }: ReviewCase) {
  const reach = reachFor(ctx, await callersWords(ctx))
  const { rows } = await caseRows(
    ctx,
    { ...reach, readable: sql<boolean>`true` },
    sql`c.id = ${id}`,
    sql`limit 1`,
  )
  if (rows[0] === undefined) throw noSuchCase()
  return rows[0]
}

function waitsForText(ctx: Context, waitsFor: string | null): Text | null {
  if (waitsFor === null) return null
  if (waitsFor === 'applicant') return { zh: '申请人', en: 'the applicant' }
  const permission = permissionIn(waitsFor)
  if (permission === undefined) return { zh: '系统', en: 'the system' }
  const known = ctx.modules.find(({ permissions }) => permissions[permission] !== undefined)
  const { zh, en } = known?.permissions[permission] ?? { zh: permission, en: permission }
  return { zh, en }
}

const began: Text = { zh: '提出', en: 'Opened' }

/** The applicant hears what was decided and why, not which officer's name stands behind it, nor internal notes. */
function lineOf(procedure: Procedure, one: ReviewCase, action: ActionRow, seesOfficers: boolean) {
  const move = procedure.moves.find(({ id }) => id === action.move)
  const by = whoseAction(one, action)
  return {
    no: action.no,
    move: action.move,
    title: action.move === OPENING ? began : (move?.title ?? { zh: action.move, en: action.move }),
    fromState: action.fromState,
    toState: action.toState,
    toStateTitle: procedure.states[action.toState]?.title ?? { zh: action.toState, en: action.toState },
    by,
    who: by === 'applicant' || seesOfficers ? action.actorName : maskName(action.actorName),
    reason: action.reason,
    note: seesOfficers ? action.note : null,
    groundTitle: action.ground === null ? null : (move?.dispute?.grounds[action.ground] ?? null),
    at: action.at,
  }
}

function whoseAction(one: ReviewCase, { actor }: ActionRow) {
  if (actor === 'system') return 'system' as const
  return actor === one.applicantWord ? ('applicant' as const) : ('officer' as const)
}

const asAllowed = (
  procedure: Procedure,
  move: Move,
  used: ReadonlySet<string>,
  { isDrafted, noticeDays }: { isDrafted: boolean; noticeDays: number | undefined },
) => ({
  id: move.id,
  title: move.title,
  to: move.to,
  toTitle: procedure.states[move.to]!.title,
  outcome: procedure.states[move.to]!.terminal ?? null,
  needsReason: move.needsReason ?? false,
  opensNotice:
    move.opensNotice === undefined
      ? null
      : { ...move.opensNotice, workingDays: noticeDays ?? move.opensNotice.workingDays, isDrafted },
  grounds:
    move.dispute === undefined
      ? null
      : groundsLeft(move, used).map((id) => ({ id, title: move.dispute!.grounds[id]! })),
  inProgramme: move.inProgramme ?? false,
})
