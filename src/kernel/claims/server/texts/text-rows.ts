import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import { notFound } from '#platform/failures.ts'
import type { PublishedContent } from '../../shapes-texts.ts'
import { draftTables } from '../drafts/draft-tables.ts'

/** The version that stands, if it was ever published. */
export const lastVersion = (ctx: Context, textId: string) =>
  draftTables(ctx)
    .selectFrom('claims.text_version')
    .select(['version', 'figures'])
    .where('text_id', '=', textId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** One version of a published text, the last one where none is named. */
export async function requireVersion(ctx: Context, textId: string, version: number | undefined) {
  const row = await draftTables(ctx)
    .selectFrom('claims.text_version as text')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'text.organisation_id')
    .select([
      'text.text_id as id',
      'text.version',
      'text.title',
      'text.content',
      'text.reason',
      'text.digest',
    ])
    .select(['text.as_of as asOf', 'text.recorded_up_to as recordedUpTo', 'text.published_at as publishedAt'])
    .select(['text.tolerance', 'text.figures', 'text.revision', 'text.organisation_id as organisationId'])
    .select(['unit.name as organisationName', 'text.handed_in_by_name as handedInByName'])
    .select('text.approved_by_name as approvedByName')
    .where('text.text_id', '=', textId)
    .where(sql<boolean>`(${version ?? null}::integer is null or text.version = ${version ?? null})`)
    .orderBy('text.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '文稿', en: 'published text' })
  return row
}

type Digested = {
  readonly version: number
  readonly as_of: string
  readonly recorded_up_to: Date
  readonly tolerance: number
  readonly reason: string
  readonly content: PublishedContent
  /** Of the publications that hold its numbers, in their order. */
  readonly figureDigests: readonly string[]
}

/** SHA-256 over the words of a text, what was found of its numbers, and the digests of the figures under it. */
export const textDigest = (text: Digested): string =>
  sha256(
    JSON.stringify([
      text.version,
      text.as_of,
      text.recorded_up_to.toISOString(),
      text.tolerance,
      text.reason,
      ordered(text.content),
      text.figureDigests,
    ]),
  )

/** The database gives an object's names back in an order of its own. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, ordered(inner)])
}
