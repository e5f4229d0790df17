import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { changesBetween } from '../../rules/texts/changes.ts'
import { numberChanges } from '../../rules/texts/number-changes.ts'
import type { PublishedContent } from '../../shapes-texts.ts'
import { draftTables } from '../drafts/draft-tables.ts'
import { requireVersion } from './text-rows.ts'

const VERSIONS_MAX = 200

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
    changes: before && {
      paragraphs: changesBetween(wordsOf(before.content), wordsOf(content)),
      numbers: numberChanges(before.content.paragraphs, content.paragraphs),
    },
  }
}

const wordsOf = ({ title, paragraphs }: PublishedContent) => [title, ...paragraphs.map(({ text }) => text)]

const versionsOf = (ctx: Context, textId: string) =>
  draftTables(ctx)
    .selectFrom('claims.text_version')
    .select(['version', 'published_at as publishedAt', 'reason'])
    .where('text_id', '=', textId)
    .orderBy('version', 'desc')
    .limit(VERSIONS_MAX)
    .execute()
