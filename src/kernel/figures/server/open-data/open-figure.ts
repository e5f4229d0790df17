import { addressOf } from '#platform/client/address.ts'
import type { Context } from '#platform/context.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import { figures } from '../../contract.ts'
import type { AsOf, Figure } from '../../figure.ts'
import { asKnownNow } from '../as-of.ts'
import { requireFigure } from '../catalogue.ts'
import { digestOf } from '../figure-records.ts'
import { ownerOf, words } from '../list-figures.ts'
import { publicBreakdowns, publicTrend, publicValue } from '../public-figure.ts'
import { countRecords } from '../record-list.ts'
import { remember } from '../remember.ts'
import { inUnit } from '../rules/in-unit.ts'
import { queryInWords } from '../rules/query-in-words.ts'
import { isTooFew } from '../rules/suppression.ts'

export const openFigure: Handler<typeof figures.openFigure> = async (ctx, input) =>
  describeOpenly(ctx, requireFigure(ctx, input.key), await asKnownNow(ctx, input.asOf))

/** Everything that may be public of a figure on one day, in the units that are named. */
export async function describeOpenly(ctx: Context, figure: Figure, at: AsOf) {
  const [value, trend, breakdowns, digest] = await Promise.all([
    publicValue(ctx, figure, at),
    publicTrend(ctx, figure, at),
    publicBreakdowns(ctx, figure, at),
    publicDigest(ctx, figure, at),
  ])
  // A part of a ratio is a count of its own; only money is written in another unit than it is kept in.
  const partIn = figure.dimension === 'money' ? figure.dimension : 'places'
  return {
    ...words(figure),
    ...value,
    value: inUnit(value.value, figure.dimension),
    ...at,
    isNot: figure.isNot,
    query: queryInWords(figure),
    owner: ownerOf(ctx, figure),
    parts: breakdowns.map((breakdown) => ({
      ...breakdown,
      rows: breakdown.rows.map((row) => ({ ...row, value: inUnit(row.value, partIn) })),
    })),
    trend: trend && {
      ...trend,
      points: trend.points.map((point) => ({ ...point, value: inUnit(point.value, figure.dimension) })),
    },
    digest,
    isDemo: await isDemo(ctx),
    addresses: addressesOf(figure),
  }
}

export const isDemo = async (ctx: Context) => (await findInstallation(ctx.db))?.kind === 'demo'

/** They stay: a figure's key is never given to another, and neither is an operation's name. */
export const addressesOf = ({ key }: Pick<Figure, 'key'>) => ({
  page: `/report/${key}`,
  json: `${addressOf(figures.openFigure)}?key=${key}`,
  csv: `${addressOf(figures.openFigureCsv)}?key=${key}`,
})

async function publicDigest(ctx: Context, figure: Figure, at: AsOf): Promise<string | null> {
  const name = `count ${figure.key} ${at.asOf} ${at.recordedUpTo.getTime()}`
  const records = await remember(ctx, name, () => countRecords(ctx, figure, at))
  if (figure.opensTo === 'groups-of-ten' && isTooFew(records)) return null
  return (await digestOf(ctx, figure, at, records))?.sha256 ?? null
}
