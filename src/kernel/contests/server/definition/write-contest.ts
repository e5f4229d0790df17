import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalidInput } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { problemsOfRules } from '../../rules/check-rules.ts'
import type { ContestRules } from '../../shapes.ts'
import { changedMeanwhile, lockContest } from '../find-contest.ts'
import { tables } from '../tables.ts'

export const createContest: Handler<typeof contests.createContest> = async (ctx, input) => {
  await requireAt(ctx, 'contests.run', input.organisationId)
  requireSound(input.rules)
  const id = newId(ctx.now.getTime())
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  await tables(ctx)
    .insertInto('contests.contest')
    .values({
      id,
      organisation_id: input.organisationId,
      title: input.title,
      ...written(input.rules),
      made_by: madeBy(ctx),
      made_by_bk: person?.bk ?? null,
      made_by_id: person?.id ?? null,
      created_at: ctx.now,
      opened_at: null,
    })
    .execute()
  noted(ctx, id, input.organisationId)
  return { id }
}

export const editContest: Handler<typeof contests.editContest> = async (ctx, input) => {
  await lockForWriting(ctx, input.id, input.version, 'draft')
  requireSound(input.rules)
  return write(ctx, input.id, { title: input.title, ...written(input.rules) })
}

export const openContest: Handler<typeof contests.openContest> = async (ctx, { id, version }) => {
  const contest = await lockForWriting(ctx, id, version, 'draft')
  await amend(ctx, id, 0, contest.rules, '发布')
  return write(ctx, id, { state: 'open', opened_at: ctx.now })
}

/** What is announced is not changed in silence: each change stands beside its reason, for everybody. */
export const amendContest: Handler<typeof contests.amendContest> = async (ctx, input) => {
  const contest = await lockForWriting(ctx, input.id, input.version, 'open')
  requireSound(input.rules)
  await requireNothingTakenAway(ctx, contest.id, input.rules)
  const { last } = await tables(ctx)
    .selectFrom('contests.amendment')
    .select((select) => select.fn.max('no').as('last'))
    .where('contest_id', '=', input.id)
    .executeTakeFirstOrThrow()
  const no = (last ?? 0) + 1
  await amend(ctx, input.id, no, input.rules, input.reason)
  const { version } = await write(ctx, input.id, written(input.rules))
  return { version, no }
}

async function lockForWriting(ctx: Context, id: string, version: number, state: 'draft' | 'open') {
  const contest = await lockContest(ctx, id)
  await requireAt(ctx, 'contests.run', contest.organisationId)
  if (contest.state !== state) throw state === 'draft' ? alreadyOpen() : notOpen()
  if (contest.version !== version) throw changedMeanwhile()
  noted(ctx, id, contest.organisationId)
  return contest
}

const written = (rules: ContestRules) => ({
  rules: JSON.stringify(rules),
  entries_from: new Date(rules.entriesFrom),
  entries_until: new Date(rules.entriesUntil),
})

async function write(
  ctx: Context,
  id: string,
  values: Partial<ReturnType<typeof written>> & { title?: string; state?: 'open'; opened_at?: Date },
) {
  return tables(ctx)
    .updateTable('contests.contest')
    .set({ ...values, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
}

const amend = (ctx: Context, id: string, no: number, rules: ContestRules, reason: string) =>
  tables(ctx)
    .insertInto('contests.amendment')
    .values({ contest_id: id, no, rules: JSON.stringify(rules), reason, made_by: madeBy(ctx), at: ctx.now })
    .execute()

function requireSound(rules: ContestRules): void {
  const problems = problemsOfRules(rules)
  if (problems.length > 0) throw invalidInput(problems)
}

/** An entry keeps its category, and a round that ran keeps its place. */
async function requireNothingTakenAway(ctx: Context, id: string, rules: ContestRules): Promise<void> {
  const used = await tables(ctx)
    .selectFrom('contests.entry')
    .select('category')
    .distinct()
    .where('contest_id', '=', id)
    .execute()
  const known = new Set(rules.categories.map((category) => category.id))
  const lost = used.filter(({ category }) => !known.has(category))
  if (lost.length > 0) throw categoryInUse()
  const { last } = await tables(ctx)
    .selectFrom('contests.round')
    .select((select) => select.fn.max('no').as('last'))
    .where('contest_id', '=', id)
    .executeTakeFirstOrThrow()
  if ((last ?? 0) > rules.rounds.length) throw roundHasRun()
}

function noted(ctx: Context, id: string, organisationId: string): void {
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [`contest:${id}`]
}

const alreadyOpen = () =>
  conflict('contest-open', {
    zh: '比赛已经发布，规则只能用补充通知修改。',
    en: 'This contest is open; its rules change by an amendment only.',
  })

const notOpen = () =>
  conflict('contest-not-open', { zh: '比赛还没有发布。', en: 'This contest is not open.' })

const categoryInUse = () =>
  conflict('category-in-use', {
    zh: '这个组别已有作品，不能取消。',
    en: 'There are entries in a category that would go.',
  })

const roundHasRun = () =>
  conflict('round-has-run', {
    zh: '这一轮评审已经开始，不能取消。',
    en: 'A round that would go has begun.',
  })
