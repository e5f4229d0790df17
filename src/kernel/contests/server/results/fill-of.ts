import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { exactOf, shown } from '../../rules/exact.ts'
import { fillQuotas } from '../../rules/quotas.ts'
import { getRoundRow, type RoundRow } from '../find-contest.ts'
import { tables } from '../tables.ts'

type Tie = { readonly quota: string; readonly entryIds: readonly string[] }

/**
 * What a closed round gives: who goes on, or who has which award and is put forward; with ties that wait for a person. An
 * entry that was taken out keeps its rank and gets nothing, unless the next round had begun without it being out.
 */
export async function fillOf(ctx: Context, roundId: string) {
  const round = await getRoundRow(ctx, roundId)
  const rows = await rankedRows(ctx, round)
  const standing = rows.filter(({ isDisqualified }) => !isDisqualified)
  const labels = new Map(standing.map(({ entryId, label }) => [entryId, label]))
  const ids = new Map(standing.map(({ entryId, label }) => [label, entryId]))
  const ranked = standing.map(({ label, rank }) => ({ entry: label, rank }))
  const decisions = await tables(ctx)
    .selectFrom('contests.tie_decision')
    .select('entry_ids as entryIds')
    .where('round_id', '=', roundId)
    .orderBy('no')
    .execute()
  const decided = decisions.map(({ entryIds }) =>
    entryIds.map((id) => labels.get(id)).filter((label) => label !== undefined),
  )
  const fill = (quotas: readonly { id: string; count: number | null }[]) => {
    const counts = quotas.map(({ count }) => count)
    const { given, undecided } = fillQuotas(ranked, counts, decided)
    const ties = undecided.map(({ quota, entries }): Tie => {
      return { quota: quotas[quota]!.id, entryIds: entries.map((label) => ids.get(label)!) }
    })
    return { given: new Map([...given].map(([label, quota]) => [label, quotas[quota]!.id])), ties }
  }
  const main = fill(quotasOf(round))
  const forward = fill(forwardOf(round))
  const place = new Map(decided.flatMap((list) => list.map((label, index) => [label, index] as const)))
  const inOrder = rows.toSorted(
    (a, b) => a.rank - b.rank || (place.get(a.label) ?? 0) - (place.get(b.label) ?? 0) || a.label - b.label,
  )
  return {
    round,
    rows: inOrder.map(({ numerator, denominator, ...row }) => ({
      ...row,
      mean: { numerator, denominator, shown: shown(exactOf(BigInt(numerator), BigInt(denominator))) },
      given: main.given.get(row.label) ?? null,
      isPutForward: forward.given.has(row.label),
    })),
    undecided: [...main.ties, ...forward.ties.filter((tie) => !main.ties.some((one) => isSame(one, tie)))],
  }
}

async function rankedRows(ctx: Context, round: RoundRow) {
  return tables(ctx)
    .selectFrom('contests.ranking as ranking')
    .innerJoin('contests.round_entry as drawn', (join) =>
      join.onRef('drawn.round_id', '=', 'ranking.round_id').onRef('drawn.entry_id', '=', 'ranking.entry_id'),
    )
    .innerJoin('contests.entry as entry', 'entry.id', 'ranking.entry_id')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'entry.unit_id')
    .select(['ranking.entry_id as entryId', 'ranking.rank', 'ranking.numerator', 'ranking.denominator'])
    .select(['drawn.label', 'entry.no', 'entry.title', 'entry.category', 'entry.unit_id as unitId'])
    .select('unit.name as unitName')
    .select(
      sql<boolean>`exists (select from contests.disqualification d where d.entry_id = entry.id
        and d.decided_at < coalesce((select later.opened_at from contests.round later
          where later.contest_id = ${round.contestId} and later.no = ${round.no + 1}), 'infinity'))`.as(
        'isDisqualified',
      ),
    )
    .where('ranking.round_id', '=', round.id)
    .orderBy('ranking.rank')
    .orderBy('drawn.label')
    .execute()
}

const isSame = (a: Tie, b: Tie) =>
  a.entryIds.length === b.entryIds.length && a.entryIds.every((id) => b.entryIds.includes(id))

function quotasOf({ rule, rules }: RoundRow): readonly { id: string; count: number | null }[] {
  return rule.advancing === null ? rules.awards : [{ id: 'advancing', count: rule.advancing }]
}

const forwardOf = ({ rule, rules }: RoundRow) =>
  rule.advancing === null && rules.recommendation !== null
    ? [{ id: 'recommendation', count: rules.recommendation.count }]
    : []
