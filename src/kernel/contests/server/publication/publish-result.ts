import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { latestSeal } from '#kernel/audit/index.ts'
import { notifyMany } from '#kernel/notifications/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { ContestRow } from '../find-contest.ts'
import { insertRows } from '../insert-rows.ts'
import { tables } from '../tables.ts'
import { frozenLists } from './lists.ts'

/** The result stands: awards get their numbers and codes, the contest ends, and those who have one are told. */
export async function publishResult(ctx: Context, contest: ContestRow, resultId: string): Promise<void> {
  const { rows } = await sql<{
    series: number
  }>`select nextval('contests.certificate_series')::int as series`.execute(ctx.db)
  const { series } = rows[0]!
  const seal = await latestSeal(ctx)
  await tables(ctx)
    .insertInto('contests.standing_result')
    .values({
      contest_id: contest.id,
      result_id: resultId,
      series,
      published_at: ctx.now,
      seal_no: seal?.no ?? null,
      seal_digest: seal?.digest ?? null,
    })
    .execute()
  await tables(ctx)
    .updateTable('contests.contest')
    .set({ state: 'ended', version: sql<number>`version + 1` })
    .where('id', '=', contest.id)
    .execute()
  await numberCertificates(ctx, contest, resultId, series)
  await tellEntrants(ctx, contest, resultId)
}

async function numberCertificates(ctx: Context, contest: ContestRow, result_id: string, series: number) {
  const { awards, units } = await frozenLists(ctx, result_id)
  const prize = contest.rules.organisationPrize?.name ?? ''
  const all = [
    ...awards.map(({ entryId, awardName }) => ({ entry_id: entryId, unit_id: null, award_name: awardName })),
    ...units
      .filter(({ isAwarded }) => isAwarded)
      .map(({ unitId }) => ({ entry_id: null, unit_id: unitId, award_name: prize })),
  ]
  await insertRows(
    ctx,
    'contests.certificate',
    all.map((one, index) => ({
      ...one,
      code: newCode(),
      no: `${cityDay(ctx.now).slice(0, 4)}-${padded(series)}-${padded(index + 1)}`,
      result_id,
      place: index + 1,
    })),
  )
}

export const padded = (number: number) => String(number).padStart(4, '0')

/** Crockford's letters and digits, none of which is taken for another; 80 bits, so that no code is found by trying. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const newCode = (): string => [...randomBytes(16)].map((byte) => LETTERS[byte % 32]).join('')

async function tellEntrants(ctx: Context, contest: ContestRow, resultId: string): Promise<void> {
  const people = await tables(ctx)
    .selectFrom('contests.result_award as award')
    .innerJoin('contests.entry as entry', 'entry.id', 'award.entry_id')
    .select(['entry.entrant_bk as bk', 'entry.entrant_id as id'])
    .distinct()
    .where('award.result_id', '=', resultId)
    .execute()
  await notifyMany(ctx, people, {
    kind: 'contests.awarded',
    title: { zh: `您在“${contest.title}”中获奖`, en: `You have an award in “${contest.title}”` },
    body: {
      zh: '结果已经公布，可以在“我的参赛作品”里下载证书。',
      en: 'The result is published; your certificate is with your entries.',
    },
    href: `/contests/${contest.id}/result`,
  })
}
