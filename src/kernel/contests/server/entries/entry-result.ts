import { requirePerson, sameAs } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { findResult } from '../publication/find-result.ts'
import { fillOf } from '../results/fill-of.ts'
import { tables } from '../tables.ts'

/**
 * A round before the final is told once the next has begun, and the final once its result is on public notice: until then a
 * tie may be decided, or an entry taken out.
 */
export const getEntryResult: Handler<typeof contests.getEntryResult> = async (ctx, { id }) => {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map((key) => key.id)
  const entry = await tables(ctx)
    .selectFrom('contests.entry')
    .select('contest_id as contestId')
    .where('id', '=', id)
    .where('entrant_id', 'in', mine)
    .executeTakeFirst()
  if (entry === undefined) throw notFound({ zh: '作品', en: 'entry' })
  const told = []
  const result = await findResult(ctx, entry.contestId)
  const state = result?.state === 'notice' || result?.state === 'stands' ? result.state : 'none'
  for (const roundId of await toldRounds(ctx, entry.contestId, state !== 'none')) {
    const { round, rows } = await fillOf(ctx, roundId)
    const row = rows.find(({ entryId }) => entryId === id)
    if (row === undefined) continue
    const { advancing, name } = round.rule
    const award = round.rules.awards.find((one) => one.id === row.given)
    told.push({
      roundId,
      name,
      label: row.label,
      rank: row.rank,
      of: rows.length,
      mean: row.mean,
      advancing,
      hasAdvanced: row.given === 'advancing',
      awardName: advancing === null ? (award?.name ?? null) : null,
    })
  }
  return { result: state, rounds: told }
}

async function toldRounds(ctx: Context, contestId: string, isPublic: boolean): Promise<string[]> {
  const rounds = await tables(ctx)
    .selectFrom('contests.round')
    .select(['id', 'no', 'state', 'rule'])
    .where('contest_id', '=', contestId)
    .orderBy('no')
    .execute()
  return rounds
    .filter(({ no, state, rule }) =>
      state === 'closed' && rule.advancing === null ? isPublic : rounds.some((later) => later.no === no + 1),
    )
    .map(({ id }) => id)
}
