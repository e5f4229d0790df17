import type { Context } from '#platform/context.ts'
import { tables } from './tables.ts'

export type ActionRow = Awaited<ReturnType<typeof actionsOf>>[number]

/** A case that goes round more often than this is one for a meeting, not for a page. */
export const ACTIONS_MAX = 1_000

/** What happened to a case, the first action first. */
export const actionsOf = (ctx: Context, caseId: string) =>
  tables(ctx)
    .selectFrom('review.action')
    .select([
      'no',
      'move',
      'from_state as fromState',
      'to_state as toState',
      'actor',
      'actor_name as actorName',
      'ground',
      'reason',
      'note',
      'data',
      'at',
    ])
    .where('case_id', '=', caseId)
    .orderBy('no')
    .limit(ACTIONS_MAX)
    .execute()
