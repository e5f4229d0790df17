import { sql } from 'kysely'
import { personKeyText, personNames } from '#kernel/people/index.ts'
import type { VideoFacts } from '#kernel/files/shapes-video.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import type { Points } from '../../rules/rank.ts'
import { decisionsOf, obstacleOf } from '../publication/entry-decisions.ts'
import { fillOf } from '../results/fill-of.ts'
import { tables } from '../tables.ts'
import { filmOf } from './film.ts'
import { getEntryRow, participantsOf } from './read-entries.ts'

/** Everything about one entry for the staff of its contest. Until a round is closed, neither scores nor whose they will be. */
export const getEntryAtDesk: Handler<typeof contests.getEntryAtDesk> = async (ctx, { id }) => {
  const { entrant, organisationId, entriesUntil: _, ...entry } = await getEntryRow(ctx, id)
  await requireAt(ctx, 'contests.read', organisationId)
  const decisions = await decisionsOf(ctx, id)
  const film = await tables(ctx)
    .selectFrom('contests.film')
    .select('facts')
    .where('entry_id', '=', id)
    .executeTakeFirst()
  const certificate = await tables(ctx)
    .selectFrom('contests.current_certificate')
    .select(['code', 'no', 'award_name as awardName'])
    .where('entry_id', '=', id)
    .executeTakeFirst()
  return {
    ...entry,
    film: await filmOf(ctx, id),
    filmFacts: (film?.facts as VideoFacts | undefined) ?? null,
    characters: entry.body === null ? null : [...entry.body].length,
    entrantName: (await personNames(ctx, [entrant])).get(personKeyText(entrant)) ?? '',
    participants: await participantsOf(ctx, id),
    rounds: await roundsOf(ctx, id),
    decisions,
    obstacle: await obstacleOf(ctx, entry.contestId, id, decisions.at(-1)),
    certificate: certificate ?? null,
  }
}

async function roundsOf(ctx: Context, entryId: string) {
  const rounds = await tables(ctx)
    .selectFrom('contests.round_entry as drawn')
    .innerJoin('contests.round as round', 'round.id', 'drawn.round_id')
    .select(['round.id as roundId', 'round.state', 'round.rule', 'drawn.label'])
    .where('drawn.entry_id', '=', entryId)
    .orderBy('round.no')
    .execute()
  const found = []
  for (const { rule, ...round } of rounds) {
    const tasks = await tasksOf(ctx, round.roundId, entryId)
    const isClosed = round.state === 'closed'
    found.push({
      ...round,
      name: rule.name,
      submitted: tasks.filter(({ receipt }) => receipt !== null).length,
      assigned: tasks.filter(({ receipt, hasEnded }) => receipt !== null || !hasEnded).length,
      place: isClosed ? await placeOf(ctx, round.roundId, entryId) : null,
      sheets: isClosed
        ? tasks.flatMap(({ judgeNo, judgeName, points, receipt }) =>
            points === null || receipt === null ? [] : [{ judgeNo, judgeName, points, receipt }],
          )
        : [],
    })
  }
  return found
}

const tasksOf = (ctx: Context, roundId: string, entryId: string) =>
  tables(ctx)
    .selectFrom('contests.assignment as task')
    .innerJoin('contests.judge as judge', 'judge.id', 'task.judge_id')
    .leftJoin('contests.sheet as sheet', 'sheet.assignment_id', 'task.id')
    .leftJoin('contests.opened_sheet as opened', 'opened.assignment_id', 'task.id')
    .select(['judge.no as judgeNo', 'judge.name as judgeName', 'sheet.commitment as receipt'])
    .select(sql<Points | null>`opened.points`.as('points'))
    .select(sql<boolean>`task.ended_at is not null`.as('hasEnded'))
    .where('task.round_id', '=', roundId)
    .where('task.entry_id', '=', entryId)
    .orderBy('judge.no')
    .execute()

/** Null where it was out before all of its sheets were in and none was. */
async function placeOf(ctx: Context, roundId: string, entryId: string) {
  const { round, rows } = await fillOf(ctx, roundId)
  const row = rows.find((one) => one.entryId === entryId)
  if (row === undefined) return null
  const award = round.rules.awards.find(({ id }) => id === row.given)
  return { rank: row.rank, of: rows.length, mean: row.mean, given: award?.name ?? row.given }
}
