import { sql } from 'kysely'
import { holdsAt, reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { withUsualDays } from '../../rules/round-days.ts'
import { templates } from '../../rules/templates.ts'
import { noSuchContest } from '../find-contest.ts'
import { tables } from '../tables.ts'

const DAYS_OF_ENTRIES = 60
const DAY_MS = 86_400_000

export const getTemplate: Handler<typeof contests.getTemplate> = async (ctx, { template }) => {
  const pattern = templates[template]
  const entriesUntil = new Date(ctx.now.getTime() + DAYS_OF_ENTRIES * DAY_MS).toISOString()
  return {
    ...pattern,
    entriesFrom: ctx.now.toISOString(),
    entriesUntil,
    rounds: withUsualDays(entriesUntil, pattern.rounds),
  }
}

const rowsOf = (ctx: Context) =>
  tables(ctx)
    .selectFrom('contests.contest as contest')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'contest.organisation_id')
    .select(['contest.id', 'contest.title', 'contest.organisation_id as organisationId', 'contest.state'])
    .select(['organisation.name as organisationName', 'contest.entries_from as entriesFrom'])
    .select('contest.entries_until as entriesUntil')
    .select(
      sql<number>`(select count(*)::int from contests.entry
      where contest_id = contest.id and state = 'submitted')`.as('entries'),
    )
    .select(
      sql<number>`(select count(distinct unit_id)::int from contests.entry
      where contest_id = contest.id and state = 'submitted')`.as('units'),
    )

async function page(
  ctx: Context,
  which: ReturnType<typeof sql<boolean>>,
  { page: no, pageSize }: { page: number; pageSize: number },
) {
  const rows = await rowsOf(ctx)
    .where(which)
    .orderBy('contest.created_at', 'desc')
    .orderBy('contest.id')
    .limit(pageSize)
    .offset((no - 1) * pageSize)
    .execute()
  const { total } = await tables(ctx)
    .selectFrom('contests.contest as contest')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'contest.organisation_id')
    .select((select) => select.fn.countAll<number>().as('total'))
    .where(which)
    .executeTakeFirstOrThrow()
  return { rows, total }
}

export const listContests: Handler<typeof contests.listContests> = (ctx, input) =>
  page(ctx, sql<boolean>`contest.state <> 'draft'`, input)

export const listStaffContests: Handler<typeof contests.listStaffContests> = (ctx, input) =>
  page(ctx, sql<boolean>`organisation.path <@ any(${[...reachOf(ctx, 'contests.read')]}::ltree[])`, input)

export const getContest: Handler<typeof contests.getContest> = async (ctx, { id }) => {
  const row = await rowsOf(ctx)
    .select(['contest.version', 'contest.rules'])
    .where('contest.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw noSuchContest()
  if (row.state === 'draft' && !(await holdsAt(ctx, 'contests.read', row.organisationId)))
    throw noSuchContest()
  const amendments = await tables(ctx)
    .selectFrom('contests.amendment')
    .select(['no', 'reason', 'at', 'rules'])
    .where('contest_id', '=', id)
    .orderBy('no')
    .execute()
  const rounds = await tables(ctx)
    .selectFrom('contests.round')
    .select(['id', 'no', 'rule', 'state', 'opened_at as openedAt', 'closed_at as closedAt'])
    .where('contest_id', '=', id)
    .orderBy('no')
    .execute()
  return { ...row, amendments, rounds: rounds.map(({ rule, ...round }) => ({ ...round, name: rule.name })) }
}
