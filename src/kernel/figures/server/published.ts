import { sql } from 'kysely'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { Context } from '#platform/context.ts'
import type { figures } from '../contract.ts'
import { publishable } from './public-figure.ts'
import { inTens } from './rules/suppression.ts'
import { tables, type Declared } from './tables.ts'

const publications = (ctx: Context) =>
  tables(ctx)
    .selectFrom('figures.publication as publication')
    .innerJoin('figures.proposal as proposal', 'proposal.id', 'publication.proposal_id')
    .innerJoin('figures.decision as decision', 'decision.proposal_id', 'publication.proposal_id')
    .leftJoin('figures.publication as later', 'later.corrects', 'publication.id')

const columns = [
  'publication.id',
  'publication.title',
  'publication.as_of as asOf',
  'publication.recorded_up_to as recordedUpTo',
  'publication.published_at as publishedAt',
  'publication.note',
  'publication.digest',
  'publication.seal_no as sealNo',
  'publication.seal_digest as sealDigest',
  'publication.corrects',
  'later.id as correctedBy',
  'proposal.proposed_by_name as proposedByName',
  'decision.decided_by_name as approvedByName',
] as const

export const sealOf = (row: { sealNo: number | null; sealDigest: string | null }) =>
  row.sealNo === null || row.sealDigest === null ? null : { no: row.sealNo, digest: row.sealDigest }

export const listPublications: Handler<typeof figures.listPublications> = async (ctx, input) => {
  const { total } = await tables(ctx)
    .selectFrom('figures.publication')
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await publications(ctx)
    .select(columns)
    .select(
      sql<number>`(select count(*) from figures.published_value line
        where line.publication_id = publication.id)`.as('figures'),
    )
    .orderBy('publication.published_at', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  return { rows: rows.map((row) => ({ ...row, seal: sealOf(row) })), total }
}

export const getPublication: Handler<typeof figures.getPublication> = async (ctx, input) => {
  const row = await publications(ctx)
    .select(columns)
    .where('publication.id', '=', input.id)
    .executeTakeFirst()
  if (row === undefined) throw noSuchPublication()
  const lines = await publishedLines(ctx, input.id)
  return {
    ...row,
    seal: sealOf(row),
    values: lines.map((line) => ({
      key: line.key,
      ...line.declared,
      ...maskPublished(line),
      sha256: line.digest,
    })),
  }
}

/** The digests of publications as they stand in the database, in the order asked; empty where one is gone. */
export async function publicationDigests(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tables(ctx)
    .selectFrom('figures.publication')
    .select(['id', 'digest'])
    .where('id', 'in', [...ids])
    .execute()
  return ids.map((id) => rows.find((row) => row.id === id)?.digest ?? '')
}

export const noSuchPublication = () => notFound({ zh: '公布', en: 'publication' })

/** The frozen lines as they stand in the database, in their order; at most the 200 of a proposal. */
export const publishedLines = (ctx: Context, publicationId: string) =>
  tables(ctx)
    .selectFrom('figures.published_value')
    .select(['figure_key as key', 'declared', 'value', 'numerator', 'denominator', 'records', 'digest'])
    .where('publication_id', '=', publicationId)
    .orderBy('position')
    .limit(200)
    .execute()

type Stored = {
  readonly declared: Pick<Declared, 'opensTo' | 'dimension'>
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly records: number
}

/** A frozen value as anybody may see it: the rules on small groups and whole tens hold for it as for a living one. */
export function maskPublished({ declared, value, numerator, denominator, records }: Stored) {
  const whole = { value, numerator, denominator }
  if (declared.opensTo === 'everybody') return { ...whole, fewerThanTen: false, records }
  const people = declared.dimension === 'persons' || declared.dimension === 'turns'
  const masked = publishable(declared, whole, people ? value : (denominator ?? records))
  return { ...masked, records: masked.fewerThanTen ? null : inTens(records) }
}
