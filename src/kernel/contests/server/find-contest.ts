import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import { tables } from './tables.ts'

const columns = [
  'id',
  'organisation_id as organisationId',
  'title',
  'state',
  'rules',
  'entries_from as entriesFrom',
  'entries_until as entriesUntil',
  'version',
] as const

/** Throws `not-found`. */
export async function getContestRow(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('contests.contest')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw noSuchContest()
  return row
}

/** Holds the row until the transaction ends, so that two officers follow each other. */
export async function lockContest(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('contests.contest')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw noSuchContest()
  return row
}

export type ContestRow = Awaited<ReturnType<typeof getContestRow>>

/** Throws `not-found`. */
export async function getRoundRow(ctx: Context, id: string, hold = false) {
  const query = tables(ctx)
    .selectFrom('contests.round as round')
    .innerJoin('contests.contest as contest', 'contest.id', 'round.contest_id')
    .select(['round.id', 'round.no', 'round.state', 'round.rule', 'round.tie_criteria as tieCriteria'])
    .select(['round.contest_id as contestId', 'round.public_key as publicKey', 'round.assignment'])
    .select(['round.private_key_sealed as privateKeySealed', 'round.list_digest as listDigest'])
    .select(['contest.organisation_id as organisationId', 'contest.rules', 'contest.title'])
    .where('round.id', '=', id)
  const row = await (hold ? query.forUpdate('round') : query).executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '评审轮次', en: 'round' })
  return row
}

export type RoundRow = Awaited<ReturnType<typeof getRoundRow>>

/** The database's clock, to which a deadline holds to the second whatever a server's own clock says. */
export async function databaseNow(ctx: Context): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(ctx.db)
  return rows[0]!.now
}

export const noSuchContest = () => notFound({ zh: '比赛', en: 'contest' })

export const changedMeanwhile = () =>
  conflict('changed-meanwhile', {
    zh: '别人刚刚修改过，请刷新后再改。',
    en: 'Somebody has just changed this; look again first.',
  })
