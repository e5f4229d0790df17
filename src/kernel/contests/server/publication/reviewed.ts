import type { NoticeDraft, ReviewCase, ReviewedProcedure } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { getContestRow, type ContestRow } from '../find-contest.ts'
import { getResultRow } from './find-result.ts'
import { inWords } from './get-result.ts'
import { frozenLists } from './lists.ts'
import { resultProcedure } from './procedure.ts'
import { publishResult } from './publish-result.ts'

const SUBJECTS_MAX = 200

const contestOf = async (ctx: Context, { subject }: ReviewCase) => {
  const result = await getResultRow(ctx, subject)
  return { result, contest: await getContestRow(ctx, result.contestId) }
}

export const reviewedResult: ReviewedProcedure = {
  procedure: resultProcedure,
  async onState(ctx, reviewCase, state) {
    if (state !== 'stands') return
    const { contest, result } = await contestOf(ctx, reviewCase)
    await publishResult(ctx, contest, result.id)
  },
  async noticeWorkingDays(ctx, reviewCase) {
    return (await contestOf(ctx, reviewCase)).contest.rules.noticeWorkingDays
  },
  async draftNotice(ctx, reviewCase) {
    const { contest, result } = await contestOf(ctx, reviewCase)
    return noticeOf(ctx, contest, result.id)
  },
}

/** Who has what, in full: an honour is worth nothing without a name. A longer list stands on the result's page. */
async function noticeOf(ctx: Context, contest: ContestRow, resultId: string): Promise<NoticeDraft> {
  const { awards, units, organisationPrizeName } = await inWords(
    ctx,
    contest,
    await frozenLists(ctx, resultId),
  )
  const works = awards.flatMap(({ name, rows }) =>
    rows.map((row) => line(name, `《${row.title}》${row.names.join('、')}（${row.unitName}）`)),
  )
  const prizes = units
    .filter(({ isAwarded }) => isAwarded)
    .map(({ unitName }) => line(organisationPrizeName ?? '', unitName))
  // By rank, and never without the units' prizes where the list is cut.
  const subjects = [...works.slice(0, SUBJECTS_MAX - Math.min(prizes.length, SUBJECTS_MAX)), ...prizes]
  const isCut = works.length + prizes.length > SUBJECTS_MAX
  return {
    title: `${contest.title}获奖名单公示`,
    body: [
      `经评审，拟表扬作品${works.length}件、单位${prizes.length}个，现予公示。`,
      '对结果有异议的，请在公示期内在本页提出，写明理由。评分的封存清单和全部评分已公开，任何人都可以重新计算。',
      ...(isCut ? [`名单较长，这里列出前${SUBJECTS_MAX}项，全部见结果页。`] : []),
    ].join('\n'),
    subjects: subjects.slice(0, SUBJECTS_MAX),
  }
}

const line = (label: string, value: string) => ({
  kind: 'text' as const,
  label: { zh: label.slice(0, 40), en: label.slice(0, 40) },
  value: value.slice(0, 200),
})
