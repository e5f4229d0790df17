import { subjectIdOf, type ReviewCase } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { tables } from './tables.ts'

/** A founding that was refused or withdrawn lets go of its employer's code, and of the people put down for it. */
export async function releaseUnit(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  if (state !== 'refused' && state !== 'withdrawn') return
  const id = subjectIdOf(one)
  await tables(ctx).deleteFrom('membership.founding_unit').where('founding_id', '=', id).execute()
  await tables(ctx).deleteFrom('membership.founding_member').where('founding_id', '=', id).execute()
}
