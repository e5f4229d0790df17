import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { claimsIn } from '../../relation-schema.ts'
import { tables } from '../tables.ts'
import {
  lastJudgement,
  latestClaims,
  standingRelations,
  wireClaim,
  wireJudgement,
  type ClaimRow,
} from './claim-rows.ts'

type Judged = {
  verdict: string | null
  why: string | null
  lines: { zh: string; en: string }[] | null
  asOf: string | null
}

export const listClaims: Handler<typeof claims.listClaims> = async (ctx, input) => {
  const pattern = `%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const from = sql`from ${latestClaims} as claim left join ${lastJudgement('claim')} as j on j.subject_id = claim.id
    where claim.state = 'standing'`
  const wanted = sql`(${input.verdict ?? null}::text is null or j.verdict = ${input.verdict ?? null})
    and (${input.figureKey ?? null}::text is null or claim."figureKey" = ${input.figureKey ?? null})
    and (claim."topicZh" ilike ${pattern} or claim."topicEn" ilike ${pattern} or claim.words ilike ${pattern}
      or claim.medium ilike ${pattern} or claim."sourceTitle" ilike ${pattern})`
  const { rows } = await sql<ClaimRow & Judged & { total: number }>`
    select claim.*, j.verdict, j.why, j.lines, j."asOf", count(*) over () as total ${from} and ${wanted}
    order by array_position(array['contradicts', 'out-of-date', 'rounds', 'agrees', 'cannot-be-checked'], j.verdict),
      claim."saidOn" desc, claim.id
    limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize}`.execute(ctx.db)
  const counts = await sql<{ verdict: string | null; count: number }>`
    select j.verdict, count(*) ${from} group by 1`.execute(ctx.db)
  return {
    rows: rows.map((row) => wireClaim(ctx, row)),
    total: rows[0]?.total ?? 0,
    tally: tallyOf(counts.rows),
    checkedAt: await lastRun(ctx),
  }
}

const tallyOf = (rows: readonly { verdict: string | null; count: number }[]) =>
  Object.fromEntries(
    rows.filter(({ verdict }) => verdict !== null).map(({ verdict, count }) => [verdict, count]),
  )

async function lastRun(ctx: Context): Promise<Date | null> {
  const run = await tables(ctx)
    .selectFrom('claims.run')
    .select('ran_at')
    .orderBy('ran_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return run?.ran_at ?? null
}

export const listRelations: Handler<typeof claims.listRelations> = async (ctx, input) => {
  const all = await wireRelations(ctx)
  const start = (input.page - 1) * input.pageSize
  const verdicts = all.map(({ judgement }) => judgement?.verdict as string | undefined)
  const tally: Record<string, number> = {}
  for (const verdict of verdicts) if (verdict !== undefined) tally[verdict] = (tally[verdict] ?? 0) + 1
  return { rows: all.slice(start, start + input.pageSize), total: all.length, tally }
}

/** Relations with their claims' words and their last verdicts. */
async function wireRelations(ctx: Context) {
  const [relations, claims, verdicts] = await Promise.all([
    standingRelations(ctx),
    sql<ClaimRow>`select * from ${latestClaims} as claim`.execute(ctx.db),
    sql<
      Judged & { id: string }
    >`select j.*, j.subject_id as id from ${lastJudgement('relation')} as j`.execute(ctx.db),
  ])
  const byId = new Map(claims.rows.map((row) => [row.id, row]))
  const judged = new Map(verdicts.rows.map((row) => [row.id, row]))
  return relations.map(({ id, version, code, titleZh, titleEn, relation }) => {
    const verdict = judged.get(id)
    return {
      id,
      version,
      code,
      title: { zh: titleZh, en: titleEn },
      relation,
      claims: claimsIn(relation).flatMap((claimId) => {
        const row = byId.get(claimId)
        return row === undefined
          ? []
          : [{ id: claimId, topic: { zh: row.topicZh, en: row.topicEn }, words: row.words }]
      }),
      judgement: verdict === undefined ? null : wireJudgement(verdict),
    }
  })
}

export const getClaim: Handler<typeof claims.getClaim> = async (ctx, { id }) => {
  const { rows } = await sql<ClaimRow & Judged>`
    select claim.*, j.verdict, j.why, j.lines, j."asOf" from ${latestClaims} as claim
    left join ${lastJudgement('claim')} as j on j.subject_id = claim.id where claim.id = ${id}`.execute(
    ctx.db,
  )
  const [row] = rows
  if (row === undefined) throw notFound({ zh: '说法', en: 'claim' })
  const [versions, before, relations] = await Promise.all([
    versionsOf(ctx, id),
    verdictsOf(ctx, id),
    wireRelations(ctx),
  ])
  return {
    ...wireClaim(ctx, row),
    versions,
    before,
    relations: relations.filter(({ relation }) => claimsIn(relation).includes(id)),
  }
}

const versionsOf = (ctx: Context, id: string) =>
  tables(ctx)
    .selectFrom('claims.claim_version')
    .select(['version', 'words', 'figure_key as figureKey', 'reason', 'made_by as madeBy'])
    .select('recorded_at as recordedAt')
    .where('claim_id', '=', id)
    .orderBy('version', 'desc')
    .limit(200)
    .execute()

const verdictsOf = (ctx: Context, id: string) =>
  tables(ctx)
    .selectFrom('claims.judgement')
    .select(['verdict', 'why', 'lines', 'as_of as asOf', 'judged_at as judgedAt'])
    .where('subject_kind', '=', 'claim')
    .where('subject_id', '=', id)
    .orderBy('no', 'desc')
    .limit(100)
    .execute()
