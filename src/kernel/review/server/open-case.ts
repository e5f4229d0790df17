import type { Context } from '#platform/context.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { newId } from '#platform/ids.ts'
import { OPENING } from '../rules/define-procedure.ts'
import type { Procedure } from '../rules/procedure.ts'
import type { ReviewCase } from './case.ts'
import { findCase } from './find-case.ts'
import { callingParty, nobody, partyOf, partyWord, type PartyWish } from './parties.ts'
import { requireProcedure } from './procedures.ts'
import { beginStanding } from './standing.ts'
import { tables } from './tables.ts'
import { tellOfState } from './tell.ts'

export type NewCase = {
  /** What it is about: `stations.application:<id>`. One case of a procedure is open about it at a time. */
  readonly subject: string
  /** Where the case lies: holders of the procedure's permissions there or above it see to it. */
  readonly organisationId: string
  /** Left out: the caller. Null: nobody applied, an officer or the system proposes. */
  readonly applicant?: PartyWish | null
  /** What lists show; it names no person. */
  readonly summary: string
  /** Pages that show the subject to staff and to the applicant. */
  readonly href?: string
  readonly applicantHref?: string
  readonly note?: string
  readonly data?: Record<string, unknown>
}

/**
 * Opens a case in the caller's transaction; who calls is its proposer, and neither they nor the applicant will
 * decide it. May this caller open one at all is the programme's to say. Throws `case-open` where one is open.
 */
export async function openCase(ctx: Context, procedure: Procedure, wish: NewCase): Promise<ReviewCase> {
  const { onState } = requireProcedure(ctx, procedure.id)
  const id = newId(ctx.now.getTime())
  await insertFile(ctx, id, procedure, wish)
  await insertFirstAction(ctx, id, procedure, wish)
  await beginStanding(ctx, id, procedure, wish.subject)
  ctx.auditNote.organisationId ??= wish.organisationId
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `case:${id}`, wish.subject]
  const opened = (await findCase(ctx, id))!
  await tellOfState(ctx, opened, undefined)
  await onState?.(ctx, opened, procedure.initial)
  return (await findCase(ctx, id))!
}

const applicantOf = (ctx: Context, { applicant }: NewCase) => {
  if (applicant === undefined) return callingParty(ctx)
  return applicant === null ? nobody : partyOf(applicant)
}

async function insertFile(ctx: Context, id: string, procedure: Procedure, wish: NewCase): Promise<void> {
  const [applicant, proposer] = [applicantOf(ctx, wish), callingParty(ctx)]
  await tables(ctx)
    .insertInto('review.case_file')
    .values({
      id,
      procedure: procedure.id,
      subject: wish.subject,
      organisation_id: wish.organisationId,
      summary: wish.summary,
      href: wish.href ?? null,
      applicant_href: wish.applicantHref ?? null,
      applicant_bk: applicant.bk,
      applicant_id: applicant.id,
      applicant_account: applicant.account,
      proposer_bk: proposer.bk,
      proposer_id: proposer.id,
      proposer_account: proposer.account,
      opened_at: ctx.now,
    })
    .execute()
}

async function insertFirstAction(
  ctx: Context,
  id: string,
  procedure: Procedure,
  wish: NewCase,
): Promise<void> {
  const proposer = callingParty(ctx)
  await tables(ctx)
    .insertInto('review.action')
    .values({
      case_id: id,
      no: 1,
      move: OPENING,
      from_state: null,
      to_state: procedure.initial,
      applicant: partyWord(applicantOf(ctx, wish), 'nobody'),
      proposer: partyWord(proposer, 'system'),
      actor_bk: proposer.bk,
      actor_id: proposer.id,
      actor_account: proposer.account,
      actor_name: madeBy(ctx),
      decides: false,
      ground: null,
      reason: null,
      note: wish.note ?? null,
      data: wish.data === undefined ? null : JSON.stringify(wish.data),
      at: ctx.now,
    })
    .execute()
}
