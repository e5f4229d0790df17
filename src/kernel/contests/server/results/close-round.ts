import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { commitmentOf, listDigestOf } from '../../rules/commitment.ts'
import { rank, type Points } from '../../rules/rank.ts'
import { getRoundRow } from '../find-contest.ts'
import { insertRows } from '../insert-rows.ts'
import { openerOf } from '../judging/sealing.ts'
import { roundClosed } from '../judging/tasks.ts'
import { tables } from '../tables.ts'
import { fillOf } from './fill-of.ts'

/**
 * The list of commitments is fixed, then the key is opened and every sheet with it, compared with its commitment, ranked
 * and kept. One transaction: there is no moment in which some scores are open and others may still come.
 */
export const closeRound: Handler<typeof contests.closeRound> = async (ctx, { id }) => {
  const round = await getRoundRow(ctx, id, true)
  await requireAt(ctx, 'contests.decide', round.organisationId)
  if (round.state === 'closed') throw roundClosed()
  const tasks = await readTasks(ctx, id)
  const missing = tasks.filter(({ sealed, hasEnded }) => sealed === null && !hasEnded).length
  if (missing > 0) throw sheetsMissing(missing)
  const sheets = tasks.filter((task) => task.sealed !== null)
  const listDigest = listDigestOf(sheets.map(({ commitment }) => commitment!))
  const opener = openerOf(ctx.config.keys, round)
  const opened = sheets.map((sheet) => {
    const { points, nonce } = opener(sheet.id, sheet.sealed!)
    const made = commitmentOf({ roundId: id, entry: sheet.label, judge: sheet.judgeNo, points, nonce })
    if (made !== sheet.commitment) throw new Error(`sheet ${sheet.id} does not match its commitment`)
    return { ...sheet, points, nonce }
  })
  await keepOpened(ctx, opened)
  await keepRanking(ctx, round, opened)
  await tables(ctx)
    .updateTable('contests.round')
    .set({ state: 'closed', closed_at: ctx.now, list_digest: listDigest })
    .where('id', '=', id)
    .execute()
  const { undecided } = await fillOf(ctx, id)
  ctx.auditNote.organisationId = round.organisationId
  ctx.auditNote.subjects = [`contest-round:${id}`]
  ctx.auditNote.detail = { listDigest, sheets: sheets.length }
  return { sheets: sheets.length, listDigest, undecidedTies: undecided.length }
}

async function readTasks(ctx: Context, roundId: string) {
  const rows = await tables(ctx)
    .selectFrom('contests.assignment as task')
    .innerJoin('contests.judge as judge', 'judge.id', 'task.judge_id')
    .innerJoin('contests.round_entry as drawn', (join) =>
      join.onRef('drawn.round_id', '=', 'task.round_id').onRef('drawn.entry_id', '=', 'task.entry_id'),
    )
    .leftJoin('contests.sheet as sheet', 'sheet.assignment_id', 'task.id')
    .select(['task.id', 'task.entry_id as entryId', 'task.ended_at as endedAt', 'drawn.label'])
    .select(['judge.no as judgeNo', 'sheet.sealed', 'sheet.commitment'])
    .where('task.round_id', '=', roundId)
    .execute()
  return rows.map(({ endedAt, ...row }) => ({ ...row, hasEnded: endedAt !== null }))
}

type Opened = Awaited<ReturnType<typeof readTasks>>[number] & { points: Points; nonce: string }

async function keepOpened(ctx: Context, opened: readonly Opened[]): Promise<void> {
  await insertRows(
    ctx,
    'contests.opened_sheet',
    opened.map(({ id, points, nonce }) => ({ assignment_id: id, points: JSON.stringify(points), nonce })),
  )
}

async function keepRanking(
  ctx: Context,
  round: Awaited<ReturnType<typeof getRoundRow>>,
  opened: readonly Opened[],
): Promise<void> {
  const entryIds = new Map(opened.map(({ label, entryId }) => [label, entryId]))
  const sheets = new Map<number, Points[]>()
  for (const { label, points } of opened) {
    const all = sheets.get(label) ?? []
    all.push(points)
    sheets.set(label, all)
  }
  await insertRows(
    ctx,
    'contests.ranking',
    rank(round.rule, round.tieCriteria, sheets).map((one) => ({
      round_id: round.id,
      entry_id: entryIds.get(one.entry)!,
      rank: one.rank,
      numerator: String(one.mean.numerator),
      denominator: String(one.mean.denominator),
    })),
  )
}

const sheetsMissing = (count: number) =>
  conflict('sheets-missing', {
    zh: `还有${count}份评分没有提交。请催交，或者改派给别的评委。`,
    en: `${count} sheets are not handed in; ask for them, or replace the judge.`,
  })
