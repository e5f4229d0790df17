import { latestSeal } from '#kernel/audit/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { AsOf } from '../figure.ts'
import { requireFigure } from './catalogue.ts'
import { measure } from './measure.ts'
import type { Proposal } from './proposals.ts'
import { publicationDigest, type FrozenHead, type FrozenLine } from './rules/canonical.ts'
import { tables, type Declared } from './tables.ts'

type Line = FrozenLine & { readonly declared: Declared }

type Frozen = { readonly publicationId: string; readonly digest: string; readonly figures: number }

/**
 * Freezes what an approved proposal names by the records that are known at one settled moment: value, terms, number and
 * digest of the records, under the audit log's latest seal.
 */
export async function freezeProposal(ctx: Context, proposal: Proposal, at: AsOf): Promise<Frozen> {
  const lines: Line[] = []
  for (const key of proposal.keys) lines.push(await freeze(ctx, key, at))
  const seal = (await latestSeal(ctx)) ?? null
  const { title, note, corrects } = proposal
  const head: FrozenHead = { ...at, title, note, corrects, seal }
  const digest = publicationDigest(head, lines)
  const publicationId = newId(ctx.now.getTime())
  await store(ctx, publicationId, proposal, head, lines, digest)
  return { publicationId, digest, figures: lines.length }
}

async function freeze(ctx: Context, key: string, at: AsOf): Promise<Line> {
  const figure = requireFigure(ctx, key)
  const { title, definition, unit, chapter, dimension, counted, opensTo } = figure
  const declared = { title, definition, unit, chapter, dimension, counted, opensTo }
  return { key, declared, ...(await measure(ctx, figure, at)) }
}

async function store(
  ctx: Context,
  id: string,
  proposal: Proposal,
  head: FrozenHead,
  lines: readonly Line[],
  digest: string,
): Promise<void> {
  await tables(ctx)
    .insertInto('figures.publication')
    .values({
      id,
      proposal_id: proposal.id,
      title: head.title,
      as_of: head.asOf,
      recorded_up_to: head.recordedUpTo,
      note: head.note,
      corrects: head.corrects,
      seal_no: head.seal?.no ?? null,
      seal_digest: head.seal?.digest ?? null,
      digest,
    })
    .execute()
  await tables(ctx)
    .insertInto('figures.published_value')
    .values(
      lines.map((line, position) => ({
        publication_id: id,
        position,
        figure_key: line.key,
        declared: JSON.stringify(line.declared),
        value: line.value,
        numerator: line.numerator,
        denominator: line.denominator,
        records: line.records,
        digest: line.digest,
      })),
    )
    .execute()
}
