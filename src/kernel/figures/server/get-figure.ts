import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { figures } from '../contract.ts'
import type { Figure } from '../figure.ts'
import { asKnownNow } from './as-of.ts'
import { requireFigure } from './catalogue.ts'
import { ownerOf, partsOf, words } from './list-figures.ts'
import { queryInWords } from './rules/query-in-words.ts'
import { maskPublished } from './published.ts'
import { publicBreakdowns, publicTrend, publicValue } from './public-figure.ts'
import { remember } from './remember.ts'
import { tables } from './tables.ts'

export const getFigure: Handler<typeof figures.getFigure> = async (ctx, input) => {
  const figure = requireFigure(ctx, input.key)
  const at = await asKnownNow(ctx, input.asOf)
  const [value, trend, breakdowns, lastPublished] = await Promise.all([
    publicValue(ctx, figure, at),
    publicTrend(ctx, figure, at),
    publicBreakdowns(ctx, figure, at),
    remember(ctx, `published ${figure.key}`, () => findLastPublished(ctx, figure)),
  ])
  return {
    ...words(figure),
    ...value,
    ...at,
    isNot: figure.isNot,
    owner: ownerOf(ctx, figure),
    parts: partsOf(figure),
    query: queryInWords(figure),
    trend,
    breakdowns,
    lastPublished,
  }
}

async function findLastPublished(ctx: Context, figure: Figure) {
  const row = await tables(ctx)
    .selectFrom('figures.published_value as line')
    .innerJoin('figures.publication as publication', 'publication.id', 'line.publication_id')
    .select(['publication.id', 'publication.title', 'publication.as_of as asOf'])
    .select(['line.value', 'line.numerator', 'line.denominator', 'line.records', 'line.declared'])
    .where('line.figure_key', '=', figure.key)
    .orderBy('publication.published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const { records: _, ...value } = maskPublished(row)
  return { publicationId: row.id, title: row.title, asOf: row.asOf, ...value }
}
