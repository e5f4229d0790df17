import { madeBy } from '#kernel/organisations/index.ts'
import { openCase } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { lockContest } from '../find-contest.ts'
import { insertRows } from '../insert-rows.ts'
import { tables } from '../tables.ts'
import { findResult, resultSubject } from './find-result.ts'
import { digestOf, liveLists, type Lists, type Obstacle } from './lists.ts'
import { resultProcedure } from './procedure.ts'

/** Fixes the lists as the final gives them; from now on they are what is put on notice, whatever happens beside them. */
export const proposeResult: Handler<typeof contests.proposeResult> = async (ctx, { contestId }) => {
  const contest = await lockContest(ctx, contestId)
  await requireAt(ctx, 'contests.run', contest.organisationId)
  const before = await findResult(ctx, contestId)
  if (before !== undefined && before.state !== 'returned') throw proposedAlready()
  const { obstacles, lists } = await liveLists(ctx, contest)
  if (obstacles.length > 0) throw notYet(obstacles[0]!)
  const id = newId(ctx.now.getTime())
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  const digest = digestOf(lists)
  await tables(ctx)
    .insertInto('contests.result')
    .values({
      id,
      contest_id: contestId,
      no: (before?.no ?? 0) + 1,
      digest,
      proposed_by: madeBy(ctx),
      proposed_by_bk: person?.bk ?? null,
      proposed_by_id: person?.id ?? null,
      proposed_at: ctx.now,
    })
    .execute()
  await keep(ctx, id, lists)
  const { id: caseId } = await openCase(ctx, resultProcedure, {
    subject: resultSubject(id),
    organisationId: contest.organisationId,
    applicant: null,
    summary: `${contest.title}：获奖${lists.awards.length}件`,
    href: `/staff/contests/${contestId}/result`,
  })
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `contest:${contestId}`]
  ctx.auditNote.detail = { digest, awards: lists.awards.length }
  return { id, caseId }
}

async function keep(ctx: Context, result_id: string, { awards, units, recommended }: Lists): Promise<void> {
  await insertRows(
    ctx,
    'contests.result_award',
    awards.map(({ entryId, awardName, ...row }) => ({
      result_id,
      entry_id: entryId,
      award_name: awardName,
      ...row,
    })),
  )
  await insertRows(
    ctx,
    'contests.result_unit',
    units.map(({ unitId, isAwarded, ...row }, index) => ({
      result_id,
      unit_id: unitId,
      is_awarded: isAwarded,
      place: index + 1,
      ...row,
    })),
  )
  await insertRows(
    ctx,
    'contests.result_recommended',
    recommended.map(({ entryId, ...row }) => ({ result_id, entry_id: entryId, ...row })),
  )
}

const proposedAlready = () =>
  conflict('result-proposed', {
    zh: '结果已经送审。要更正，请先由审批人退回。',
    en: 'The result was handed in; to correct it, whoever decides sends it back first.',
  })

const obstacleWords: Readonly<Record<Obstacle, { zh: string; en: string }>> = {
  'round-to-come': { zh: '最后一轮还没有开始。', en: 'The last round has not begun.' },
  'round-open': { zh: '最后一轮还没有截止评分。', en: 'The last round is not closed.' },
  'tie-undecided': {
    zh: '名额边上还有并列没有裁定。',
    en: 'A tie at the edge of a quota waits for a decision.',
  },
}

const notYet = (obstacle: Obstacle) => conflict(obstacle, obstacleWords[obstacle])
