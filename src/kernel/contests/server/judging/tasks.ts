import { randomBytes } from 'node:crypto'
import { requirePerson, sameAs } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalidInput, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { problemsOfPoints } from '../../rules/check-points.ts'
import { commitmentOf } from '../../rules/commitment.ts'
import { filmOf } from '../entries/film.ts'
import { tables } from '../tables.ts'
import { openDraft, sealDraft, sealerOf } from './sealing.ts'

/** Whatever a judge may see of an assignment of their own. No id, number, name or time of the entry is among it. */
const ownTasks = async (ctx: Context) => {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map((key) => key.id)
  return tables(ctx)
    .selectFrom('contests.assignment as task')
    .innerJoin('contests.judge as judge', 'judge.id', 'task.judge_id')
    .innerJoin('contests.round as round', 'round.id', 'task.round_id')
    .innerJoin('contests.contest as contest', 'contest.id', 'round.contest_id')
    .innerJoin('contests.entry as entry', 'entry.id', 'task.entry_id')
    .innerJoin('contests.round_entry as drawn', (join) =>
      join.onRef('drawn.round_id', '=', 'task.round_id').onRef('drawn.entry_id', '=', 'task.entry_id'),
    )
    .leftJoin('contests.draft as draft', 'draft.assignment_id', 'task.id')
    .leftJoin('contests.sheet as sheet', 'sheet.assignment_id', 'task.id')
    .where('judge.person_id', 'in', mine)
    .where('judge.left_at', 'is', null)
    .where('task.ended_at', 'is', null)
}

const select = async (ctx: Context) =>
  (await ownTasks(ctx))
    .select([
      'task.id',
      'contest.title as contestTitle',
      'contest.rules',
      'round.rule',
      'round.no as roundNo',
      'round.id as roundId',
    ])
    .select([
      'round.state as roundState',
      'round.public_key as publicKey',
      'drawn.label',
      'judge.no as judgeNo',
    ])
    .select(['entry.id as entryId', 'entry.category', 'entry.title', 'entry.body', 'draft.sealed as draft'])
    .select(['sheet.commitment as receipt', 'sheet.submitted_at as submittedAt'])

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof select>>['execute']>>[number]

export const listMyTasks: Handler<typeof contests.listMyTasks> = async (ctx, { page, pageSize }) => {
  const rows = await (
    await select(ctx)
  )
    .orderBy('round.opened_at', 'desc')
    .orderBy('round.id')
    .orderBy('drawn.label')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await (
    await ownTasks(ctx)
  )
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map(shownTask), total }
}

function shownTask(row: Row) {
  const progress = row.receipt !== null ? 'submitted' : row.draft !== null ? 'draft' : 'to-do'
  return {
    id: row.id,
    contestTitle: row.contestTitle,
    roundName: row.rule.name,
    roundState: row.roundState,
    label: row.label,
    categoryName: row.rules.categories.find(({ id }) => id === row.category)?.name ?? row.category,
    title: row.rules.isAnonymous ? null : row.title,
    judgingUntil: row.rules.rounds[row.roundNo - 1]?.judging?.until ?? null,
    progress: progress as 'submitted' | 'draft' | 'to-do',
  }
}

export const getTask: Handler<typeof contests.getTask> = async (ctx, { id }) => {
  const row = await getOwnTask(ctx, id)
  return {
    ...shownTask(row),
    criteria: row.rule.criteria,
    body: row.body,
    film: await filmOf(ctx, row.entryId),
    draft: row.draft === null ? null : openDraft(ctx.config.keys, row.draft),
    receipt: row.receipt,
    submittedAt: row.submittedAt,
  }
}

export const saveDraft: Handler<typeof contests.saveDraft> = async (ctx, { id, points }) => {
  const row = await requireOpenTask(ctx, id)
  const problems = problemsOfPoints(row.rule, points, false)
  if (problems.length > 0) throw invalidInput(problems)
  const values = { sealed: sealDraft(ctx.config.keys, id, points), saved_at: ctx.now }
  await tables(ctx)
    .insertInto('contests.draft')
    .values({ assignment_id: id, ...values })
    .onConflict((clash) => clash.column('assignment_id').doUpdateSet(values))
    .execute()
  ctx.auditNote.subjects = [`contest-task:${id}`]
  return { savedAt: ctx.now }
}

/** For good: the sheet is sealed to the round's key, and its commitment is the judge's to keep. */
export const submitSheet: Handler<typeof contests.submitSheet> = async (ctx, { id, points }) => {
  const row = await requireOpenTask(ctx, id)
  const problems = problemsOfPoints(row.rule, points, true)
  if (problems.length > 0) throw invalidInput(problems)
  const nonce = randomBytes(32).toString('hex')
  const receipt = commitmentOf({ roundId: row.roundId, entry: row.label, judge: row.judgeNo, points, nonce })
  await tables(ctx)
    .insertInto('contests.sheet')
    .values({
      assignment_id: id,
      sealed: sealerOf(row.publicKey)(id, { points, nonce }),
      commitment: receipt,
      submitted_at: ctx.now,
    })
    .execute()
  await tables(ctx).deleteFrom('contests.draft').where('assignment_id', '=', id).execute()
  ctx.auditNote.subjects = [`contest-task:${id}`]
  return { receipt }
}

export async function getOwnTask(ctx: Context, id: string): Promise<Row> {
  const row = await (await select(ctx)).where('task.id', '=', id).executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '评审任务', en: 'task' })
  return row
}

/** Holds the round open until the transaction ends, so that no sheet comes in beside its close. */
export async function requireOpenTask(ctx: Context, id: string): Promise<Row> {
  const seen = await getOwnTask(ctx, id)
  const { state } = await tables(ctx)
    .selectFrom('contests.round')
    .select('state')
    .where('id', '=', seen.roundId)
    .forShare()
    .executeTakeFirstOrThrow()
  if (state === 'closed') throw roundClosed()
  const row = await getOwnTask(ctx, id)
  if (row.receipt !== null) throw alreadySubmitted()
  return row
}

export const roundClosed = () =>
  conflict('round-closed', { zh: '这一轮已经截止评分。', en: 'This round is closed.' })

export const alreadySubmitted = () =>
  conflict('sheet-submitted', {
    zh: '这份评分已经提交，不能再改。',
    en: 'These scores were handed in and cannot change.',
  })
