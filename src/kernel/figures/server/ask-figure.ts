import type { Context } from '#platform/context.ts'
import type { Figure } from '../figure.ts'
import { asKnownNow, dayAsked } from './as-of.ts'
import { figuresOf } from './catalogue.ts'
import { publicValue, type PublicValue } from './public-figure.ts'

/** What anybody may know of a figure on one day. */
export type AskedFigure = PublicValue &
  Pick<Figure, 'key' | 'title' | 'unit' | 'dimension' | 'owner'> & {
    readonly asOf: string
    /** People are told of in whole tens: the count lies this much above `value` at most. */
    readonly above: number
  }

const IN_TENS = 9

/**
 * A figure's public value, today or as of a past day, by all that is recorded now or up to a moment; undefined where no
 * module declares it. Refuses a day to come.
 */
export async function askFigure(
  ctx: Context,
  key: string,
  asOf?: string,
  recordedUpTo?: Date,
): Promise<AskedFigure | undefined> {
  const figure = figuresOf(ctx.modules).get(key)
  if (figure === undefined) return undefined
  const at =
    recordedUpTo === undefined ? await asKnownNow(ctx, asOf) : { asOf: dayAsked(ctx, asOf), recordedUpTo }
  const { title, unit, dimension, owner, opensTo } = figure
  const isRounded = opensTo === 'groups-of-ten' && (dimension === 'persons' || dimension === 'turns')
  return {
    ...(await publicValue(ctx, figure, at)),
    key,
    title,
    unit,
    dimension,
    owner,
    asOf: at.asOf,
    above: isRounded ? IN_TENS : 0,
  }
}

/** A figure's words, which are the same on every day. */
export function findFigureWords(
  ctx: Context,
  key: string,
): Pick<Figure, 'title' | 'unit' | 'dimension'> | undefined {
  return figuresOf(ctx.modules).get(key)
}

/** Every declared figure's key, in the order of the report. */
export const figureKeys = (ctx: Context): string[] => [...figuresOf(ctx.modules).keys()]
