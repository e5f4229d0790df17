import { subjectIdOf, type ReviewedProcedure } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import type { ApplicationState } from '../../shapes-members.ts'
import { tables } from '../members-tables.ts'
import { admitApplicant, moveApplicantOver } from './admission.ts'
import { forgotten } from './applicant.ts'
import { joiningProcedure } from './procedure.ts'

/** What follows from each step of an application, in its transaction. */
export const reviewedJoining: ReviewedProcedure = {
  procedure: joiningProcedure,
  onState: async (ctx, one, state) => {
    const id = subjectIdOf(one)
    if (state === 'admitted') await admitApplicant(ctx, id)
    if (state === 'moving') await moveApplicantOver(ctx, id)
    await keepState(ctx, id, state as ApplicationState)
  },
}

async function keepState(ctx: Context, id: string, state: ApplicationState): Promise<void> {
  await tables(ctx)
    .updateTable('membership.application')
    // Whoever takes a wish back leaves nothing behind.
    .set({ state, ...(state === 'withdrawn' && { ...forgotten, forgotten_at: ctx.now }) })
    .where('id', '=', id)
    .execute()
}
