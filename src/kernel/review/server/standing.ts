import type { Context } from '#platform/context.ts'
import { permissionIn } from '../rules/moves.ts'
import type { Procedure } from '../rules/procedure.ts'
import { dueOf } from './calendar.ts'
import type { ReviewCase } from './case.ts'
import { tables } from './tables.ts'

/** Where a case stands is derived: the last action's state, and the deadline that the procedure gives it. */
async function derived(ctx: Context, procedure: Procedure, state: string, since: Date) {
  const { terminal, deadline } = procedure.states[state]!
  const due = deadline === undefined ? undefined : await dueOf(ctx, since, deadline)
  return {
    state,
    is_open: terminal === undefined,
    since,
    due_on: due?.dueOn ?? null,
    due_beyond_published: due?.beyondPublished ?? false,
  }
}

export async function beginStanding(
  ctx: Context,
  caseId: string,
  procedure: Procedure,
  subject: string,
): Promise<void> {
  await tables(ctx)
    .insertInto('review.standing')
    .values({
      case_id: caseId,
      procedure: procedure.id,
      subject,
      seq: 1,
      assignee_bk: null,
      assignee_id: null,
      ...(await derived(ctx, procedure, procedure.initial, ctx.now)),
    })
    .execute()
}

/** After the action `seq` that led to `state`. Somebody else's turn takes the case off the desk it lay on. */
export async function moveStanding(
  ctx: Context,
  before: ReviewCase,
  procedure: Procedure,
  state: string,
  seq: number,
): Promise<void> {
  const waits = (id: string) => permissionIn(procedure.states[id]?.waitsFor)
  const staysOnDesk = waits(before.state) === waits(state)
  await tables(ctx)
    .updateTable('review.standing')
    .set({
      seq,
      ...(await derived(ctx, procedure, state, ctx.now)),
      ...(staysOnDesk ? {} : { assignee_bk: null, assignee_id: null }),
    })
    .where('case_id', '=', before.id)
    .execute()
}

/** Computes the deadline anew, by the calendar as it stands now; answers whether it changed. */
export async function recomputeDue(ctx: Context, one: ReviewCase, procedure: Procedure): Promise<boolean> {
  const { due_on, due_beyond_published } = await derived(ctx, procedure, one.state, one.since)
  if (due_on === one.dueOn && due_beyond_published === one.dueBeyondPublished) return false
  await tables(ctx)
    .updateTable('review.standing')
    .set({ due_on, due_beyond_published })
    .where('case_id', '=', one.id)
    .where('seq', '=', one.seq)
    .execute()
  return true
}
