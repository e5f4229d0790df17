import { sql } from 'kysely'
import { findFigureWords } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'
import type { Relation } from '../../relation-schema.ts'
import { line, type Said, type SaidDimension } from '../../rules/relations/said.ts'

export type ClaimRow = {
  readonly id: string
  readonly version: number
  readonly sourceId: string
  readonly organisationId: string
  readonly topicZh: string
  readonly topicEn: string
  readonly words: string
  readonly value: number
  readonly low: number
  readonly high: number | null
  readonly unitZh: string
  readonly unitEn: string
  readonly dimension: SaidDimension
  readonly ofDay: string
  readonly since: string | null
  readonly figureKey: string | null
  readonly state: 'standing' | 'withdrawn'
  readonly medium: string
  readonly sourceTitle: string
  readonly saidOn: string
  /** The claim of another publication that it repeats. */
  readonly repeatsId: string | null
  /** The published text whose number it is. */
  readonly textId: string | null
}

/** Claims as their latest versions have them. */
export const latestClaims = sql`(
  select distinct on (c.claim_id) c.claim_id as id, c.version, c.source_id as "sourceId", s.organisation_id as "organisationId",
    c.topic_zh as "topicZh", c.topic_en as "topicEn", c.words, c.value, c.low, c.high, c.unit_zh as "unitZh",
    c.unit_en as "unitEn", c.dimension, c.of_day as "ofDay", c.since, c.figure_key as "figureKey", c.state, s.medium,
    s.title as "sourceTitle", s.said_on as "saidOn", c.repeats_id as "repeatsId", s.text_id as "textId"
  from claims.claim_version c join claims.source s on s.id = c.source_id
  order by c.claim_id, c.version desc)`

/** A register of what one federation said in print: thousands at the most, and read whole to be checked. */
const CLAIMS_MAX = 20_000

export async function standingClaims(ctx: Context): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select * from ${latestClaims} as claim where state = 'standing' order by "saidOn", id limit ${CLAIMS_MAX}`.execute(
    ctx.db,
  )
  return rows
}

/** Claims in their latest versions, withdrawn ones too, by their ids or by where they were said. */
export async function claimsWith(
  ctx: Context,
  name: 'id' | 'sourceId',
  ids: readonly string[],
): Promise<ClaimRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ClaimRow>`
    select * from ${latestClaims} as claim where ${sql.ref(`claim.${name}`)} = any(${[...ids]}::uuid[])
    order by id limit ${CLAIMS_MAX}`.execute(ctx.db)
  return rows
}

export const saidOf = (row: ClaimRow): Said => ({
  topic: { zh: row.topicZh, en: row.topicEn },
  words: row.words,
  value: row.value,
  low: row.low,
  high: row.high ?? Infinity,
  unit: { zh: row.unitZh, en: row.unitEn },
  dimension: row.dimension,
  since: row.since,
})

/** Where and when it was said. */
export const whereOf = ({ medium, sourceTitle, saidOn }: ClaimRow) =>
  line(`${medium}《${sourceTitle}》（${saidOn}）`, `${medium}, “${sourceTitle}” (${saidOn})`)

export type RelationRow = {
  readonly id: string
  readonly version: number
  readonly code: string | null
  readonly titleZh: string
  readonly titleEn: string
  readonly relation: Relation
}

export async function standingRelations(ctx: Context): Promise<RelationRow[]> {
  const { rows } = await sql<RelationRow>`
    select * from (
      select distinct on (relation_id) relation_id as id, version, code, title_zh as "titleZh", title_en as "titleEn",
        relation, state
      from claims.relation_version order by relation_id, version desc) as latest
    where state = 'standing' order by nullif(regexp_replace(code, '\\D', '', 'g'), '')::integer nulls last, id
    limit ${CLAIMS_MAX}`.execute(ctx.db)
  return rows
}

type Stored = {
  verdict: string | null
  why: string | null
  lines: { zh: string; en: string }[] | null
  asOf: string | null
}

/** A claim as it crosses the wire, with the verdict that was found last. */
export function wireClaim(ctx: Context, row: ClaimRow & Stored) {
  const figure = row.figureKey === null ? undefined : findFigureWords(ctx, row.figureKey)
  const { topicZh, topicEn, unitZh, unitEn, verdict, why, lines, asOf, organisationId: _, ...rest } = row
  return {
    ...rest,
    topic: { zh: topicZh, en: topicEn },
    unit: { zh: unitZh, en: unitEn },
    figureTitle: figure?.title ?? null,
    judgement: wireJudgement({ verdict, why, lines, asOf }),
  }
}

export const wireJudgement = ({ verdict, why, lines, asOf }: Stored): any =>
  verdict === null || lines === null || asOf === null ? null : { verdict, why, lines, asOf }

/** The verdict found last of each subject, for a join. */
export const lastJudgement = (kind: 'claim' | 'relation') => sql`(
  select distinct on (subject_id) subject_id, verdict, why, lines, as_of as "asOf" from claims.judgement
  where subject_kind = ${kind} order by subject_id, no desc)`
