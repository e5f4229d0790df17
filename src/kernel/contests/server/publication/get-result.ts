import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getContestRow, type ContestRow } from '../find-contest.ts'
import { findResult } from './find-result.ts'
import { frozenLists, liveLists, type Lists } from './lists.ts'
import { shownEntries, unitNames } from './shown-entries.ts'

/** What was proposed, as it was proposed; before that, and once it was sent back, as it would be now. */
export const getResult: Handler<typeof contests.getResult> = async (ctx, { contestId }) => {
  const contest = await getContestRow(ctx, contestId)
  await requireAt(ctx, 'contests.read', contest.organisationId)
  const found = await findResult(ctx, contestId)
  const isLive = found === undefined || found.state === 'returned'
  const { obstacles, lists } = isLive
    ? await liveLists(ctx, contest)
    : { obstacles: [], lists: await frozenLists(ctx, found.id) }
  return {
    state: found?.state ?? 'none',
    caseId: found?.caseId ?? null,
    no: found?.no ?? null,
    proposedAt: found?.proposedAt ?? null,
    proposedBy: found?.proposedBy ?? null,
    publishedAt: found?.publishedAt ?? null,
    obstacles,
    ...(await inWords(ctx, contest, lists)),
  }
}

/** Lists with the names of what and whom they are about. */
export async function inWords(ctx: Context, contest: ContestRow, { awards, units, recommended }: Lists) {
  const { rules } = contest
  const ids = [...awards, ...recommended].map(({ entryId }) => entryId)
  const entries = await shownEntries(ctx, contest, ids)
  const names = await unitNames(
    ctx,
    units.map(({ unitId }) => unitId),
  )
  const shown = ({ entryId, rank, mean }: Lists['recommended'][number]) => {
    const entry = entries.get(entryId)!
    return { ...entry, names: [...entry.names], rank, mean }
  }
  return {
    awards: [...Map.groupBy(awards, ({ award }) => award)].map(([id, rows]) => ({
      id,
      name: rows[0]!.awardName,
      rows: rows.map(shown),
    })),
    organisationPrizeName: rules.organisationPrize?.name ?? null,
    units: units.map((unit) => ({ ...unit, unitName: names.get(unit.unitId)! })),
    recommendedTo: rules.recommendation?.to ?? null,
    recommended: recommended.map(shown),
  }
}
