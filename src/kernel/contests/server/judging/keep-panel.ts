import { sql, type RawBuilder } from 'kysely'
import { getOrganisation } from '#kernel/organisations/index.ts'
import { getPerson, requirePerson, sameAs } from '#kernel/people/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getContestRow, lockContest } from '../find-contest.ts'
import { tables } from '../tables.ts'

export const addJudge: Handler<typeof contests.addJudge> = async (ctx, input) => {
  const contest = await lockContest(ctx, input.contestId)
  await requireAt(ctx, 'contests.run', contest.organisationId)
  const { name } = await getPerson(ctx, input.person)
  await getOrganisation(ctx, input.unitId)
  const { last } = await tables(ctx)
    .selectFrom('contests.judge')
    .select((select) => select.fn.max('no').as('last'))
    .where('contest_id', '=', input.contestId)
    .executeTakeFirstOrThrow()
  const judge = { id: newId(ctx.now.getTime()), no: (last ?? 0) + 1 }
  await tables(ctx)
    .insertInto('contests.judge')
    .values({
      ...judge,
      contest_id: input.contestId,
      person_bk: input.person.bk,
      person_id: input.person.id,
      name,
      unit_id: input.unitId,
      left_at: null,
      left_reason: null,
      added_at: ctx.now,
    })
    .execute()
  ctx.auditNote.organisationId = contest.organisationId
  ctx.auditNote.subjects = [`contest:${input.contestId}`, `contest-judge:${judge.id}`]
  return judge
}

export const listJudges: Handler<typeof contests.listJudges> = async (ctx, { contestId }) => {
  const contest = await getContestRow(ctx, contestId)
  await requireAt(ctx, 'contests.read', contest.organisationId)
  const rows = await tables(ctx)
    .selectFrom('contests.judge as judge')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'judge.unit_id')
    .select(['judge.id', 'judge.no', 'judge.name', 'unit.name as unitName', 'judge.left_at as leftAt'])
    .where('judge.contest_id', '=', contestId)
    .orderBy('judge.no')
    .limit(500)
    .execute()
  return { rows: rows.map(({ leftAt, ...judge }) => ({ ...judge, hasLeft: leftAt !== null })) }
}

/** Before a round is assigned; whoever recognises an entry later gives it back by `recuse`. */
export const declareKin: Handler<typeof contests.declareKin> = async (ctx, { contestId, names }) => {
  const judge = await findOwnJudge(ctx, contestId)
  if (judge === undefined) throw notFound({ zh: '比赛', en: 'contest' })
  await tables(ctx)
    .insertInto('contests.kin')
    .values([...new Set(names)].map((name) => ({ judge_id: judge.id, name, declared_at: ctx.now })))
    .onConflict((clash) => clash.doNothing())
    .execute()
  const { declared } = await tables(ctx)
    .selectFrom('contests.kin')
    .select((select) => select.fn.countAll<number>().as('declared'))
    .where('judge_id', '=', judge.id)
    .executeTakeFirstOrThrow()
  ctx.auditNote.subjects = [`contest-judge:${judge.id}`]
  return { declared }
}

export const listMyPanels: Handler<typeof contests.listMyPanels> = async (ctx) => {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map((key) => key.id)
  const rows = await tables(ctx)
    .selectFrom('contests.judge as judge')
    .innerJoin('contests.contest as contest', 'contest.id', 'judge.contest_id')
    .select(['contest.id as contestId', 'contest.title as contestTitle', 'contest.rules'])
    .select(
      sql<string[]>`array(select name from contests.kin where judge_id = judge.id order by name)`.as('kin'),
    )
    .select(tasksOf(sql`sheet.assignment_id is null and round.state = 'judging'`).as('toDo'))
    .select(tasksOf(sql`sheet.assignment_id is not null`).as('submitted'))
    .where('judge.person_id', 'in', mine)
    .where('judge.left_at', 'is', null)
    .where('contest.state', '<>', 'draft')
    .orderBy('judge.added_at', 'desc')
    .limit(200)
    .execute()
  return { rows: rows.map(({ rules, ...row }) => ({ ...row, isAnonymous: rules.isAnonymous })) }
}

const tasksOf = (which: RawBuilder<unknown>) => sql<number>`(
  select count(*)::int from contests.assignment task join contests.round round on round.id = task.round_id
    left join contests.sheet sheet on sheet.assignment_id = task.id
  where task.judge_id = judge.id and task.ended_at is null and ${which})`

async function findOwnJudge(ctx: Context, contestId: string) {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map((key) => key.id)
  return tables(ctx)
    .selectFrom('contests.judge')
    .select('id')
    .where('contest_id', '=', contestId)
    .where('person_id', 'in', mine)
    .where('left_at', 'is', null)
    .executeTakeFirst()
}
