import type { Context } from '#platform/context.ts'
import { fillQuotas } from '../../rules/quotas.ts'
import { exactOf, shown } from '../../rules/exact.ts'
import { getRoundRow } from '../find-contest.ts'
import { tables } from '../tables.ts'

/** What a closed round gives: who goes on, or who has which award; with ties that wait for a person. */
export async function fillOf(ctx: Context, roundId: string) {
  const round = await getRoundRow(ctx, roundId)
  const rows = await tables(ctx)
    .selectFrom('contests.ranking as ranking')
    .innerJoin('contests.round_entry as drawn', (join) =>
      join.onRef('drawn.round_id', '=', 'ranking.round_id').onRef('drawn.entry_id', '=', 'ranking.entry_id'),
    )
    .innerJoin('contests.entry as entry', 'entry.id', 'ranking.entry_id')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'entry.unit_id')
    .select(['ranking.entry_id as entryId', 'ranking.rank', 'ranking.numerator', 'ranking.denominator'])
    .select(['drawn.label', 'entry.no', 'entry.title', 'unit.name as unitName'])
    .where('ranking.round_id', '=', roundId)
    .orderBy('ranking.rank')
    .orderBy('drawn.label')
    .execute()
  const quotas = quotasOf(round)
  const labels = new Map(rows.map(({ entryId, label }) => [entryId, label]))
  const ids = new Map(rows.map(({ entryId, label }) => [label, entryId]))
  const decisions = await tables(ctx)
    .selectFrom('contests.tie_decision')
    .select('entry_ids as entryIds')
    .where('round_id', '=', roundId)
    .orderBy('no')
    .execute()
  const { given, undecided } = fillQuotas(
    rows.map(({ label, rank }) => ({ entry: label, rank })),
    quotas.map(({ count }) => count),
    decisions.map(({ entryIds }) => entryIds.map((id) => labels.get(id)!)),
  )
  return {
    round,
    rows: rows.map(({ numerator, denominator, ...row }) => ({
      ...row,
      mean: { numerator, denominator, shown: shown(exactOf(BigInt(numerator), BigInt(denominator))) },
      given: given.has(row.label) ? quotas[given.get(row.label)!]!.id : null,
    })),
    undecided: undecided.map(({ quota, entries }) => ({
      quota: quotas[quota]!.id,
      entryIds: entries.map((label) => ids.get(label)!),
    })),
  }
}

function quotasOf(round: Awaited<ReturnType<typeof getRoundRow>>): { id: string; count: number }[] {
  const { advancing } = round.rule
  return advancing === null ? round.rules.awards : [{ id: 'advancing', count: advancing }]
}
