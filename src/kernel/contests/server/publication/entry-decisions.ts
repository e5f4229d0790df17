import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'
import { findResult } from './find-result.ts'

export type EntryObstacle = 'result-proposed' | 'round-ran-without'
type Decision = Awaited<ReturnType<typeof decisionsOf>>[number]

/** Decisions on an entry in their order. */
export async function decisionsOf(ctx: Context, entryId: string) {
  const rows = await tables(ctx)
    .selectFrom('contests.entry_decision')
    .select(['no', 'reason', 'decided_by as by', 'decided_at as at'])
    .where('entry_id', '=', entryId)
    .orderBy('no')
    .execute()
  return rows.map(({ no, ...row }) => ({ ...row, isOut: no % 2 === 1 }))
}

/** What stands against the next decision after `last`; null where it may be made. */
export async function obstacleOf(
  ctx: Context,
  contestId: string,
  entryId: string,
  last: Decision | undefined,
): Promise<EntryObstacle | null> {
  const result = await findResult(ctx, contestId)
  if (result !== undefined && result.state !== 'returned') return 'result-proposed'
  if (last?.isOut !== true) return null
  // A round that closed with all of the entry's sheets in it counted it; one that closed while sheets were not asked for did not.
  const { rows } = await sql<{ ran: boolean }>`select exists (
    select from contests.round round where round.contest_id = ${contestId} and (
      round.opened_at >= ${last.at} and not exists (select from contests.round_entry drawn
        where drawn.round_id = round.id and drawn.entry_id = ${entryId})
      or round.closed_at >= ${last.at} and exists (select from contests.assignment task
        where task.round_id = round.id and task.entry_id = ${entryId} and task.ended_at = ${last.at}))) as ran`.execute(
    ctx.db,
  )
  return rows[0]!.ran ? 'round-ran-without' : null
}
