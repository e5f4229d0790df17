import { askFigure, figureKeys, publishedValues, type AskedFigure } from '#kernel/figures/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import type { KnownFigure } from '../../rules/drafts/known-figure.ts'
import { TOLERANCE } from '../../rules/numbers/ranges.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import { requireReadable } from '../drafts/draft-row.ts'
import { knownClaims } from './known-claims.ts'

export const draftFigures: Handler<typeof claims.draftFigures> = async (ctx, { id }) => {
  const { content } = await requireReadable(ctx, id)
  return {
    asOf: cityDay(ctx.now),
    tolerance: TOLERANCE,
    figures: (await knownFigures(ctx, content)).map((figure) => ({
      ...figure,
      earlier: [...figure.earlier],
    })),
    claims: (await knownClaims(ctx, id, content)).map((claim) => ({ ...claim, lines: [...claim.lines] })),
  }
}

/** As of one settled moment, or by all that is known now. */
type Moment = { readonly recordedUpTo?: Date }

/**
 * Every figure as it is today, and as it was on days that the text may still speak of: the end of last year, days for which
 * it was published, and the day on which the text bound it.
 */
export async function knownFigures(
  ctx: Context,
  { paragraphs }: Pick<DraftContent, 'paragraphs'>,
  { recordedUpTo }: Moment = {},
): Promise<KnownFigure[]> {
  const today = cityDay(ctx.now)
  const published = await publishedValues(ctx)
  const known: KnownFigure[] = []
  for (const key of figureKeys(ctx)) {
    const now = (await askFigure(ctx, key, today, recordedUpTo))!
    const told = new Map((published.get(key) ?? []).map(({ asOf, value }) => [asOf, value]))
    for (const day of [yearEndBefore(today), ...daysBound(paragraphs, key)])
      if (day < today && !told.has(day)) told.set(day, (await askFigure(ctx, key, day, recordedUpTo))!.value)
    told.delete(today)
    const earlier = [...told].map(([asOf, value]) => ({ asOf, value }))
    known.push(
      knownFrom(
        now,
        earlier.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1)),
      ),
    )
  }
  return known
}

const knownFrom = (
  { key, title, unit, dimension, value, numerator, denominator, asOf, above }: AskedFigure,
  earlier: KnownFigure['earlier'],
): KnownFigure => ({
  key,
  title,
  unit,
  dimension,
  value,
  numerator,
  denominator,
  inTens: above > 0,
  asOf,
  earlier,
})

const yearEndBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}-12-31`

const daysBound = (paragraphs: DraftContent['paragraphs'], key: string): string[] =>
  paragraphs.flatMap(({ numbers }) =>
    numbers.flatMap(({ bound }) => ('figure' in bound && bound.figure === key ? [bound.asOf] : [])),
  )
