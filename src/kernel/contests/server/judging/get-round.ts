import { sql } from 'kysely'
import { requireAt } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getRoundRow } from '../find-contest.ts'
import { tables } from '../tables.ts'

/** How far each judge is, as a count; what was scored stays sealed. */
export const getRound: Handler<typeof contests.getRound> = async (ctx, { id }) => {
  const round = await getRoundRow(ctx, id)
  await requireAt(ctx, 'contests.read', round.organisationId)
  const judges = await tables(ctx)
    .selectFrom('contests.judge as judge')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'judge.unit_id')
    .leftJoin('contests.assignment as task', (join) =>
      join
        .onRef('task.judge_id', '=', 'judge.id')
        .on('task.round_id', '=', id)
        .on('task.ended_at', 'is', null),
    )
    .leftJoin('contests.sheet as sheet', 'sheet.assignment_id', 'task.id')
    .select(['judge.id', 'judge.no', 'judge.name', 'unit.name as unitName'])
    .select(sql<boolean>`judge.left_at is not null`.as('hasLeft'))
    .select(sql<number>`count(task.id)::int`.as('assigned'))
    .select(sql<number>`count(sheet.assignment_id)::int`.as('submitted'))
    .where('judge.contest_id', '=', round.contestId)
    .groupBy(['judge.id', 'unit.name'])
    .orderBy('judge.no')
    .limit(500)
    .execute()
  return {
    id,
    contestId: round.contestId,
    no: round.no,
    name: round.rule.name,
    state: round.state,
    assignment: round.assignment,
    judges,
  }
}
