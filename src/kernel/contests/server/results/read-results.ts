import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { viewJudges } from '../../rules/stability.ts'
import { verifyRound } from '../../rules/verify-round.ts'
import type { RoundRecord } from '../../shapes.ts'
import { getRoundRow } from '../find-contest.ts'
import { tables } from '../tables.ts'
import { fillOf } from './fill-of.ts'

export const getRoundResult: Handler<typeof contests.getRoundResult> = async (ctx, { id }) => {
  const round = await requireClosed(ctx, id)
  await requireAt(ctx, 'contests.read', round.organisationId)
  const { rows, undecided } = await fillOf(ctx, id)
  return { rows, undecided: undecided.map(({ quota, entryIds }) => ({ quota, entryIds: [...entryIds] })) }
}

/** Nobody decides by lot or by the order of a list: a person orders exactly the entries that tie, and says why. */
export const decideTie: Handler<typeof contests.decideTie> = async (ctx, { roundId, entryIds, reason }) => {
  const round = await getRoundRow(ctx, roundId, true)
  await requireAt(ctx, 'contests.decide', round.organisationId)
  const { undecided } = await fillOf(ctx, roundId)
  const wanted = new Set(entryIds)
  const tie = undecided.find(
    (one) => one.entryIds.length === entryIds.length && one.entryIds.every((id) => wanted.has(id)),
  )
  if (tie === undefined) throw notThatTie()
  const { last } = await tables(ctx)
    .selectFrom('contests.tie_decision')
    .select((select) => select.fn.max('no').as('last'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow()
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  await tables(ctx)
    .insertInto('contests.tie_decision')
    .values({
      round_id: roundId,
      no: (last ?? 0) + 1,
      entry_ids: entryIds,
      reason,
      decided_by: madeBy(ctx),
      decided_by_bk: person?.bk ?? null,
      decided_by_id: person?.id ?? null,
      decided_at: ctx.now,
    })
    .execute()
  ctx.auditNote.organisationId = round.organisationId
  ctx.auditNote.subjects = [`contest-round:${roundId}`]
  return { undecidedTies: (await fillOf(ctx, roundId)).undecided.length }
}

export const getRoundRecord: Handler<typeof contests.getRoundRecord> = (ctx, { id }) => recordOf(ctx, id)

export const verify: Handler<typeof contests.verify> = async (ctx, { round }) => {
  const record = await recordOf(ctx, round)
  const faults = verifyRound(record)
  return {
    agrees: faults.length === 0,
    sheets: record.sheets.length,
    listDigest: record.listDigest,
    faults: faults.slice(0, 1_000),
  }
}

async function recordOf(ctx: Context, id: string): Promise<RoundRecord> {
  const round = await requireClosed(ctx, id)
  const sheets = await openSheets(ctx, id)
  const { rows } = await fillOf(ctx, id)
  return {
    roundId: id,
    rule: round.rule,
    tieCriteria: round.tieCriteria,
    listDigest: round.listDigest!,
    commitments: sheets.map(({ commitment }) => commitment).toSorted(),
    sheets,
    ranking: rows.map(({ label, rank, mean }) => ({ entry: label, rank, mean })),
    tieDecisions: await tieDecisionsOf(ctx, id),
  }
}

/** By the lots that the record knows entries by. */
async function tieDecisionsOf(ctx: Context, roundId: string): Promise<RoundRecord['tieDecisions']> {
  const { rows } = await sql<{ entries: number[]; reason: string; at: Date }>`
    select array(select drawn.label from unnest(decision.entry_ids) with ordinality as tied (entry_id, place)
        join contests.round_entry drawn on drawn.round_id = decision.round_id and drawn.entry_id = tied.entry_id
        order by tied.place) as entries, decision.reason, decision.decided_at as at
    from contests.tie_decision decision where decision.round_id = ${roundId} order by decision.no`.execute(
    ctx.db,
  )
  return rows.map(({ entries, reason, at }) => ({ entries, reason, decidedOn: cityDay(at) }))
}

export const getJudges: Handler<typeof contests.getJudges> = async (ctx, { id }) => {
  const round = await requireClosed(ctx, id)
  await requireAt(ctx, 'contests.read', round.organisationId)
  const names = await tables(ctx)
    .selectFrom('contests.judge')
    .select(['no', 'name'])
    .where('contest_id', '=', round.contestId)
    .execute()
  const nameOf = new Map(names.map(({ no, name }) => [no, name]))
  const { advancing } = round.rule
  const counts = advancing === null ? round.rules.awards.map(({ count }) => count) : [advancing]
  const views = viewJudges(round.rule, round.tieCriteria, counts, await openSheets(ctx, id))
  return { judges: views.map(({ judge, ...view }) => ({ no: judge, name: nameOf.get(judge)!, ...view })) }
}

const openSheets = (ctx: Context, roundId: string) =>
  tables(ctx)
    .selectFrom('contests.opened_sheet as opened')
    .innerJoin('contests.assignment as task', 'task.id', 'opened.assignment_id')
    .innerJoin('contests.sheet as sheet', 'sheet.assignment_id', 'task.id')
    .innerJoin('contests.judge as judge', 'judge.id', 'task.judge_id')
    .innerJoin('contests.round_entry as drawn', (join) =>
      join.onRef('drawn.round_id', '=', 'task.round_id').onRef('drawn.entry_id', '=', 'task.entry_id'),
    )
    .select([
      'drawn.label as entry',
      'judge.no as judge',
      'opened.points',
      'opened.nonce',
      'sheet.commitment',
    ])
    .where('task.round_id', '=', roundId)
    .orderBy('drawn.label')
    .orderBy('judge.no')
    .execute()

async function requireClosed(ctx: Context, id: string) {
  const round = await getRoundRow(ctx, id)
  if (round.state !== 'closed') throw stillSealed()
  return round
}

const stillSealed = () =>
  conflict('round-sealed', {
    zh: '这一轮还没有截止，评分仍然封存，谁也看不到。',
    en: 'This round is not closed: its scores are sealed, and nobody sees them.',
  })

const notThatTie = () =>
  invalid('not-that-tie', {
    field: 'entryIds',
    reason: { zh: '没有等待裁定的这组并列。', en: 'No such tie waits for a decision.' },
    accepted: { zh: '并列的全部作品，一件不多一件不少', en: 'all entries of the tie and no others' },
  })
