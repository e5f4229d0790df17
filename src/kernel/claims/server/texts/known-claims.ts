import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import type { KnownClaim } from '../../rules/drafts/known-claim.ts'
import type { Verdict, Why } from '../../rules/relations/said.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import { lastJudgement, latestClaims, whereOf, type ClaimRow } from '../claims/claim-rows.ts'

/** So many of the claims that were said last can be repeated; what the text is bound to already comes besides. */
const OFFERED_MAX = 300

type Judged = ClaimRow & {
  verdict: Verdict | null
  why: Why | null
  lines: readonly Text[] | null
}

/** What others said, and a text may repeat: never its own numbers, which would prove themselves. */
export async function knownClaims(
  ctx: Context,
  textId: string,
  { paragraphs }: Pick<DraftContent, 'paragraphs'>,
): Promise<KnownClaim[]> {
  const bound = paragraphs.flatMap(({ numbers }) =>
    numbers.flatMap((number) => ('claim' in number.bound ? [number.bound.claim] : [])),
  )
  const { rows } = await sql<Judged>`
    select claim.*, j.verdict, j.why, j.lines from ${latestClaims} as claim
    left join ${lastJudgement('claim')} as j on j.subject_id = claim.id
    where claim.state = 'standing' and claim."textId" is distinct from ${textId}::uuid
    order by claim.id = any(${bound}::uuid[]) desc, claim."saidOn" desc, claim.id
    limit ${OFFERED_MAX + new Set(bound).size}`.execute(ctx.db)
  return rows.map((row) => ({
    id: row.id,
    title: { zh: row.topicZh, en: row.topicEn },
    words: row.words,
    value: row.value,
    low: row.low,
    high: row.high,
    unit: { zh: row.unitZh, en: row.unitEn },
    dimension: row.dimension,
    where: whereOf(row),
    verdict: row.verdict ?? 'cannot-be-checked',
    why: row.why,
    lines: [...(row.lines ?? [])],
  }))
}
