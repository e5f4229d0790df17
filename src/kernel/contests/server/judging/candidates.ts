import type { Context } from '#platform/context.ts'
import type { ContestRow } from '../find-contest.ts'
import { fillOf } from '../results/fill-of.ts'
import { tables } from '../tables.ts'

type Candidates =
  | { readonly waitsFor: 'round-before' | 'tie'; readonly ids?: undefined }
  | { readonly waitsFor: null; readonly ids: readonly string[] }

/** The first round takes every entry that stands; a later one whatever the round before let through. */
export async function candidatesOf(
  ctx: Context,
  contestId: ContestRow['id'],
  no: number,
): Promise<Candidates> {
  if (no === 1) {
    const rows = await tables(ctx)
      .selectFrom('contests.entry as entry')
      .leftJoin('contests.disqualification as out', 'out.entry_id', 'entry.id')
      .select('entry.id')
      .where('entry.contest_id', '=', contestId)
      .where('entry.state', '=', 'submitted')
      .where('out.entry_id', 'is', null)
      .execute()
    return { waitsFor: null, ids: rows.map((row) => row.id) }
  }
  const before = await tables(ctx)
    .selectFrom('contests.round')
    .select(['id', 'state'])
    .where('contest_id', '=', contestId)
    .where('no', '=', no - 1)
    .executeTakeFirst()
  if (before?.state !== 'closed') return { waitsFor: 'round-before' }
  const fill = await fillOf(ctx, before.id)
  if (fill.undecided.length > 0) return { waitsFor: 'tie' }
  return {
    waitsFor: null,
    ids: fill.rows.filter(({ given }) => given !== null).map(({ entryId }) => entryId),
  }
}
