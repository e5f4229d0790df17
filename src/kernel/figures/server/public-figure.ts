import type { Context } from '#platform/context.ts'
import type { AsOf, Breakdown, Figure, Trend } from '../figure.ts'
import { countRecords } from './record-list.ts'
import { remember } from './remember.ts'
import { cellsToHide, inTens, isTooFew } from './rules/suppression.ts'

export type PublicValue = {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly fewerThanTen: boolean
}

const nameOf = (part: string, figure: Figure, at: AsOf) =>
  `${part} ${figure.key} ${at.asOf} ${at.recordedUpTo.getTime()}`

/** The value as anybody may see it. */
export const publicValue = (ctx: Context, figure: Figure, at: AsOf): Promise<PublicValue> =>
  remember(ctx, nameOf('value', figure, at), async () => {
    const { value, numerator = null, denominator = null } = await figure.value(ctx, at)
    if (figure.opensTo === 'everybody') return { value, numerator, denominator, fewerThanTen: false }
    const records = countsPeople(figure) ? value : (denominator ?? (await countRecords(ctx, figure, at)))
    return publishable(figure, { value, numerator, denominator }, records)
  })

type Kind = Pick<Figure, 'dimension' | 'opensTo'>

const countsPeople = ({ dimension }: Kind) => dimension === 'persons' || dimension === 'turns'

/** Of what tells of people: nothing where they are fewer than ten, and whole tens otherwise. Money stays money. */
export function publishable(
  kind: Kind,
  value: Omit<PublicValue, 'fewerThanTen'>,
  records: number | null,
): PublicValue {
  const masked = maskFew(value, records)
  if (masked.fewerThanTen) return masked
  if (countsPeople(kind)) return { ...masked, value: masked.value && inTens(masked.value) }
  const { numerator, denominator } = masked
  if (kind.dimension !== 'ratio' || numerator === null || !denominator) return masked
  if (isTooFew(numerator)) return maskFew(value, numerator)
  const [part, whole] = [inTens(numerator), inTens(denominator)]
  return { value: part / whole, numerator: part, denominator: whole, fewerThanTen: false }
}

/** A part of what a figure counts, as `publishable` has the whole. */
const partOf = (figure: Figure, value: number) =>
  figure.opensTo === 'groups-of-ten' && countsPeople(figure) ? inTens(value) : value

/** Of one to nine records nothing is said but that they are fewer than ten. */
function maskFew(value: Omit<PublicValue, 'fewerThanTen'>, records: number | null): PublicValue {
  if (!isTooFew(records ?? 0)) return { ...value, fewerThanTen: false }
  return { value: null, numerator: null, denominator: null, fewerThanTen: true }
}

export const publicTrend = (ctx: Context, figure: Figure, at: AsOf) =>
  remember(ctx, nameOf('trend', figure, at), async () =>
    figure.trend === undefined ? null : shownTrend(ctx, figure, figure.trend, at),
  )

async function shownTrend(ctx: Context, figure: Figure, trend: Trend, at: AsOf) {
  const points = await trend.points(ctx, at)
  const hidden = hiddenIn(
    figure,
    points.map(({ value, records }) => records ?? value),
    trend.addsUp,
  )
  return {
    title: trend.title,
    step: trend.step,
    points:
      hidden === undefined
        ? []
        : points.map(({ period, value }, index) => ({
            period,
            value: hidden[index] ? null : partOf(figure, value),
          })),
  }
}

export const publicBreakdowns = (ctx: Context, figure: Figure, at: AsOf) =>
  remember(ctx, nameOf('breakdowns', figure, at), () =>
    Promise.all((figure.breakdowns ?? []).map((breakdown) => shownBreakdown(ctx, figure, breakdown, at))),
  )

async function shownBreakdown(ctx: Context, figure: Figure, breakdown: Breakdown, at: AsOf) {
  const rows = await breakdown.rows(ctx, at)
  const hidden = hiddenIn(
    figure,
    rows.map(({ value, records }) => records ?? value),
    breakdown.addsUp,
  )
  const shown = rows.map(({ key, label, value }, index) => ({
    key,
    label,
    value: hidden?.[index] ? null : partOf(figure, value),
  }))
  return {
    id: breakdown.id,
    by: breakdown.by,
    tooFew: hidden === undefined,
    rows: hidden === undefined ? [] : shown,
  }
}

const hiddenIn = (figure: Figure, counts: readonly number[], addsUp: boolean): boolean[] | undefined =>
  figure.opensTo === 'everybody' ? counts.map(() => false) : cellsToHide(counts, addsUp)
