import { sql } from 'kysely'
import { latestNotice } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { shownWorks } from '../entries/publication.ts'
import { getContestRow, noSuchContest } from '../find-contest.ts'
import { tables } from '../tables.ts'
import { findResult } from './find-result.ts'
import { inWords } from './get-result.ts'
import { frozenLists, noLists } from './lists.ts'

/** Nothing of a result is public before it is on notice, and nothing of one that was sent back. */
export const getPublicResult: Handler<typeof contests.getPublicResult> = async (ctx, { contestId }) => {
  const contest = await getContestRow(ctx, contestId)
  if (contest.state === 'draft') throw noSuchContest()
  const found = await findResult(ctx, contestId)
  const isPublic = found?.state === 'notice' || found?.state === 'stands'
  const words = await inWords(ctx, contest, isPublic ? await frozenLists(ctx, found.id) : noLists)
  const shown = await shownWorks(ctx, contestId)
  const withdrawn = await withdrawnAwards(ctx, contestId)
  const notice = isPublic ? await latestNotice(ctx, found.caseId) : undefined
  return {
    contestId,
    contestTitle: contest.title,
    ...(await around(ctx, contestId)),
    state: isPublic ? (found.state as 'notice' | 'stands') : 'none',
    noticeId: notice?.id ?? null,
    noticeUntil: notice?.untilDay ?? null,
    publishedAt: found?.publishedAt ?? null,
    digest: isPublic ? found.digest : null,
    seal: found?.sealNo == null ? null : { no: found.sealNo, digest: found.sealDigest! },
    awards: words.awards.map(({ rows, ...award }) => ({
      ...award,
      rows: rows.map(({ no, title, categoryName, unitName, names, mean }) => ({
        no,
        title,
        categoryName,
        unitName,
        names,
        mean,
        isShown: shown.has(no),
        isWithdrawn: withdrawn.entries.has(no),
      })),
    })),
    organisationPrizeName: words.organisationPrizeName,
    units: words.units
      .filter(({ isAwarded }) => isAwarded)
      .map(({ unitId, unitName, points }) => ({
        unitName,
        points,
        isWithdrawn: withdrawn.units.has(unitId),
      })),
  }
}

/** Awards taken back after the result stood: entries by their number, units by their id, since two may bear one name. */
async function withdrawnAwards(ctx: Context, contestId: string) {
  const { rows } = await sql<{ no: number | null; unitId: string | null }>`
    select entry.no, certificate.unit_id as "unitId" from contests.revoked_certificate revoked
      join contests.revocation why on why.code = revoked.code and why.no = revoked.no
      join contests.certificate certificate on certificate.code = revoked.code
      join contests.standing_result standing on standing.result_id = certificate.result_id
      left join contests.entry entry on entry.id = certificate.entry_id
    where standing.contest_id = ${contestId} and why.ground = 'award-withdrawn'`.execute(ctx.db)
  return { entries: new Set(rows.map(({ no }) => no)), units: new Set(rows.map(({ unitId }) => unitId)) }
}

async function around(ctx: Context, contestId: string) {
  const counted = await tables(ctx)
    .selectFrom('contests.contest as contest')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'contest.organisation_id')
    .select('organisation.name as organisationName')
    .select(
      sql<number>`(select count(*)::int from contests.entry
        where contest_id = contest.id and state = 'submitted')`.as('entries'),
    )
    .select(
      sql<number>`(select count(distinct unit_id)::int from contests.entry
        where contest_id = contest.id and state = 'submitted')`.as('unitsTakingPart'),
    )
    .where('contest.id', '=', contestId)
    .executeTakeFirstOrThrow()
  const rounds = await tables(ctx)
    .selectFrom('contests.round as round')
    .select(['round.id', 'round.no', 'round.rule', 'round.list_digest as listDigest'])
    .select(
      sql<number>`(select count(*)::int from contests.sheet sheet
        join contests.assignment task on task.id = sheet.assignment_id where task.round_id = round.id)`.as(
        'sheets',
      ),
    )
    .where('round.contest_id', '=', contestId)
    .where('round.state', '=', 'closed')
    .orderBy('round.no')
    .execute()
  return {
    ...counted,
    rounds: rounds.map(({ rule, listDigest, ...round }) => ({
      ...round,
      name: rule.name,
      listDigest: listDigest!,
    })),
  }
}
