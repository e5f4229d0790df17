import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { changesBetween } from '../../rules/texts/changes.ts'
import { numberChanges } from '../../rules/texts/number-changes.ts'
import type { PublishedContent } from '../../shapes-texts.ts'
import { lastJudgement } from '../claims/claim-rows.ts'
import { draftTables } from '../drafts/draft-tables.ts'
import { requireVersion } from './text-rows.ts'

const VERSIONS_MAX = 200

type Standing = Awaited<ReturnType<Handler<typeof claims.getText>>>['standing'][number]
type Line = Awaited<ReturnType<Handler<typeof claims.listTexts>>>['rows'][number]

/** Each text as it stands, the last published first. */
export const listTexts: Handler<typeof claims.listTexts> = async (ctx, { page, pageSize }) => {
  const { total } = await draftTables(ctx)
    .selectFrom('claims.text_version')
    .select((e) => e.fn.countAll<number>().as('total'))
    .where('version', '=', 1)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<Line>`
    select latest.* from (
      select distinct on (text.text_id) text.text_id as id, text.title, text.content->>'kind' as kind,
        unit.name as "organisationName", text.content->>'documentNumber' as "documentNumber", text.version,
        text.as_of as "asOf", text.published_at as "publishedAt"
      from claims.text_version text join organisations.organisation unit on unit.id = text.organisation_id
      order by text.text_id, text.version desc) as latest
    order by "publishedAt" desc, id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db)
  return { rows, total }
}

export const getText: Handler<typeof claims.getText> = async (ctx, { id, version }) => {
  const { revision: _, organisationId: __, ...row } = await requireVersion(ctx, id, version)
  const { content } = row
  const before = row.version === 1 ? null : await requireVersion(ctx, id, row.version - 1)
  return {
    ...row,
    kind: content.kind,
    documentNumber: content.documentNumber,
    versions: await versionsOf(ctx, id),
    standing: await standingOf(ctx, id, row.version),
    changes: before && {
      paragraphs: changesBetween(wordsOf(before.content), wordsOf(content)),
      numbers: numberChanges(before.content.paragraphs, content.paragraphs),
    },
  }
}

const wordsOf = ({ title, paragraphs }: PublishedContent) => [title, ...paragraphs.map(({ text }) => text)]

const STANDING_MAX = 4000

/** Its numbers as claims of their own, by what was found of them last. */
async function standingOf(ctx: Context, textId: string, version: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select claim.paragraph, claim.starts_at as start, claim.claim_id as "claimId", j.verdict, j.why
    from claims.claim_version claim
    join claims.text_version text on text.id = claim.text_version_id
    left join ${lastJudgement('claim')} as j on j.subject_id = claim.claim_id
    where text.text_id = ${textId} and text.version = ${version}
      and not exists (select from claims.text_version later where later.text_id = text.text_id and later.version > text.version)
    order by 1, 2 limit ${STANDING_MAX}`.execute(ctx.db)
  return rows
}

const versionsOf = (ctx: Context, textId: string) =>
  draftTables(ctx)
    .selectFrom('claims.text_version')
    .select(['version', 'published_at as publishedAt', 'reason'])
    .where('text_id', '=', textId)
    .orderBy('version', 'desc')
    .limit(VERSIONS_MAX)
    .execute()
