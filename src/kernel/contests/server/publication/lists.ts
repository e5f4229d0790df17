import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import { placeUnits, type UnitPlace } from '../../rules/unit-points.ts'
import type { ContestRow } from '../find-contest.ts'
import { fillOf } from '../results/fill-of.ts'
import { tables } from '../tables.ts'

export type Placed = {
  readonly entryId: string
  readonly place: number
  readonly rank: number
  readonly mean: string
}
export type Awarded = Placed & { readonly award: string; readonly awardName: string }

/** What a result consists of, live or as it was proposed. */
export type Lists = {
  readonly awards: readonly Awarded[]
  readonly units: readonly UnitPlace[]
  readonly recommended: readonly Placed[]
}

export const noLists: Lists = { awards: [], units: [], recommended: [] }

export type Obstacle = 'round-to-come' | 'round-open' | 'tie-undecided'

/** The result as the closed final gives it now; without lists as long as something stands against it. */
export async function liveLists(
  ctx: Context,
  contest: ContestRow,
): Promise<{ obstacles: Obstacle[]; lists: Lists }> {
  const final = await tables(ctx)
    .selectFrom('contests.round')
    .select(['id', 'state'])
    .where('contest_id', '=', contest.id)
    .where('no', '=', contest.rules.rounds.length)
    .executeTakeFirst()
  if (final === undefined) return { obstacles: ['round-to-come'], lists: noLists }
  if (final.state !== 'closed') return { obstacles: ['round-open'], lists: noLists }
  const { rows, undecided } = await fillOf(ctx, final.id)
  if (undecided.length > 0) return { obstacles: ['tie-undecided'], lists: noLists }
  const nameOf = new Map(contest.rules.awards.map(({ id, name }) => [id, name]))
  const inOrder = rows.map((row) => ({ ...row, mean: row.mean.shown }))
  const awards = inOrder
    .filter(({ given }) => given !== null)
    .map(({ entryId, rank, mean, given }, index) => ({
      entryId,
      place: index + 1,
      rank,
      mean,
      award: given!,
      awardName: nameOf.get(given!)!,
    }))
  const recommended = inOrder
    .filter(({ isPutForward }) => isPutForward)
    .map(({ entryId, rank, mean }, index) => ({ entryId, place: index + 1, rank, mean }))
  return { obstacles: [], lists: { awards, recommended, units: await liveUnits(ctx, contest, awards) } }
}

/** Every entry that stood counts for its unit, whichever round it reached. */
async function liveUnits(ctx: Context, { id, rules }: ContestRow, awards: readonly Awarded[]) {
  const awardOf = new Map(awards.map(({ entryId, award }) => [entryId, award]))
  const entries = await tables(ctx)
    .selectFrom('contests.entry as entry')
    .leftJoin('contests.disqualification as out', 'out.entry_id', 'entry.id')
    .select(['entry.id', 'entry.unit_id as unitId'])
    .where('entry.contest_id', '=', id)
    .where('entry.state', '=', 'submitted')
    .where('out.entry_id', 'is', null)
    .execute()
  return placeUnits(
    rules,
    entries.map((entry) => ({ unitId: entry.unitId, award: awardOf.get(entry.id) ?? null })),
  )
}

/** As it was proposed: nothing that happens afterwards changes it. */
export async function frozenLists(ctx: Context, resultId: string): Promise<Lists> {
  const awards = await tables(ctx)
    .selectFrom('contests.result_award')
    .select(['entry_id as entryId', 'place', 'rank', 'mean', 'award', 'award_name as awardName'])
    .where('result_id', '=', resultId)
    .orderBy('place')
    .execute()
  const recommended = await tables(ctx)
    .selectFrom('contests.result_recommended')
    .select(['entry_id as entryId', 'place', 'rank', 'mean'])
    .where('result_id', '=', resultId)
    .orderBy('place')
    .execute()
  const units = await tables(ctx)
    .selectFrom('contests.result_unit')
    .select(['unit_id as unitId', 'entries', 'awards', 'points', 'is_awarded as isAwarded'])
    .where('result_id', '=', resultId)
    .orderBy('place')
    .execute()
  return { awards, units, recommended }
}

/** One JSON line a row, the three lists one after another. */
export const digestOf = ({ awards, units, recommended }: Lists): string =>
  sha256(
    [
      ...awards.map((row) =>
        JSON.stringify(['award', row.place, row.entryId, row.award, row.rank, row.mean]),
      ),
      ...units.map((row) => JSON.stringify(['unit', row.unitId, row.entries, row.points, row.isAwarded])),
      ...recommended.map((row) => JSON.stringify(['recommended', row.place, row.entryId])),
    ].join('\n'),
  )
