import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { figures } from '../contract.ts'
import type { AsOf, Figure } from '../figure.ts'
import { systems } from './systems.ts'
import { asKnownNow } from './as-of.ts'
import { figuresOf } from './catalogue.ts'
import { publicTrend, publicValue } from './public-figure.ts'

/** A line beside a number shows its shape; older points stand on the figure's own page. */
const TREND_POINTS_MAX = 24

export const listFigures: Handler<typeof figures.listFigures> = async (ctx, input) => {
  const at = await asKnownNow(ctx, input.asOf)
  const all = [...figuresOf(ctx.modules).values()]
  const listed = await Promise.all(all.map((figure) => listedFigure(ctx, figure, at)))
  return {
    ...at,
    rows: listed.toSorted(
      (a, b) => rank(a.owner) - rank(b.owner) || first(all, a.chapter) - first(all, b.chapter),
    ),
    total: listed.length,
    notYetRecorded: notYetRecorded(all),
  }
}

/** Programmes stand as a federation names them, whatever the order in which their modules stand on one another. */
function rank({ id }: { id: string }): number {
  const at = systems.findIndex(({ module }) => module === id)
  return at < 0 ? systems.length : at
}

/** Chapters of one owner stand in the order of their first figures; the sort keeps the order within each. */
const first = (all: readonly Figure[], chapter: Text) =>
  all.findIndex((figure) => figure.chapter.zh === chapter.zh)

async function listedFigure(ctx: Context, figure: Figure, at: AsOf) {
  const [value, trend] = await Promise.all([publicValue(ctx, figure, at), publicTrend(ctx, figure, at)])
  return {
    ...words(figure),
    ...value,
    owner: ownerOf(ctx, figure),
    parts: partsOf(figure),
    trend: trend === null ? null : { ...trend, points: trend.points.slice(-TREND_POINTS_MAX) },
  }
}

export const partsOf = ({ breakdowns = [] }: Figure) => breakdowns.map(({ id }) => id)

/** The module that declares a figure, by the name that people know. */
export function ownerOf(ctx: Pick<Context, 'modules'>, { owner }: Pick<Figure, 'owner'>) {
  const title = ctx.modules.find(({ name }) => name === owner)?.title
  return { id: owner, title: title ?? { zh: owner, en: owner } }
}

export const words = ({ key, title, definition, unit, chapter, dimension, counted, opensTo }: Figure) => ({
  key,
  title,
  definition,
  unit,
  chapter,
  dimension,
  counted,
  opensTo,
})

function notYetRecorded(all: readonly Figure[]) {
  const owners = new Set(all.map((figure) => figure.owner))
  return systems.filter(({ module }) => !owners.has(module)).map(({ zh, en }) => ({ zh, en }))
}
