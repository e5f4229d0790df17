import { invalid } from '#platform/failures.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import { DISTRICT_PARTS, type figures } from '../../contract.ts'
import type { Figure } from '../../figure.ts'
import { asKnownNow } from '../as-of.ts'
import { figuresOf, requireFigure } from '../catalogue.ts'
import { publicBreakdowns } from '../public-figure.ts'
import { inUnit } from '../rules/in-unit.ts'
import { monthEndsBefore } from '../rules/month-ends.ts'

const MONTHS = 12

/** One figure in every district, at the ends of the months before a day and on the day itself. */
export const compareDistricts: Handler<typeof figures.compareDistricts> = async (ctx, input) => {
  const comparable = [...figuresOf(ctx.modules).values()].filter(isComparable)
  const figure = input.key === undefined ? comparable[0] : requireFigure(ctx, input.key)
  if (figure === undefined || !isComparable(figure)) throw notByDistrict()
  const at = await asKnownNow(ctx, input.asOf)
  const moments = [...monthEndsBefore(at.asOf, MONTHS), at.asOf]
  const { key, title, unit, definition, dimension } = figure
  return {
    ...at,
    ...{ key, title, unit, definition, dimension },
    moments,
    series: seriesOf(await Promise.all(moments.map((day) => districtsOn(ctx, figure, day)))),
    choices: comparable.map(({ key: id, title: name, chapter }) => ({ key: id, title: name, chapter })),
  }
}

const isComparable = (figure: Figure) =>
  figure.dimension !== 'ratio' && (figure.breakdowns ?? []).some(({ id }) => id === DISTRICT_PARTS)

type Row = { readonly key: string; readonly label: Text; readonly value: number | null }

/** Undefined where that day's groups were too small to be told apart. */
async function districtsOn(ctx: Context, figure: Figure, day: string): Promise<readonly Row[] | undefined> {
  const breakdowns = await publicBreakdowns(ctx, figure, await asKnownNow(ctx, day))
  const { tooFew, rows } = breakdowns.find(({ id }) => id === DISTRICT_PARTS)!
  return tooFew ? undefined : rows.map((row) => ({ ...row, value: inUnit(row.value, figure.dimension) }))
}

/** A district without a line on a day had none; the largest of today stand first. */
function seriesOf(days: readonly (readonly Row[] | undefined)[]) {
  const labels = new Map(days.flatMap((rows) => (rows ?? []).map(({ key, label }) => [key, label] as const)))
  return [...labels]
    .map(([key, label]) => ({
      key,
      label,
      values: days.map((rows) => {
        if (rows === undefined) return null
        const row = rows.find((one) => one.key === key)
        return row === undefined ? 0 : row.value
      }),
    }))
    .sort((a, b) => (b.values.at(-1) ?? -1) - (a.values.at(-1) ?? -1))
}

const notByDistrict = () =>
  invalid('not-by-district', {
    field: 'key',
    reason: { zh: '这个数字没有按区县分组。', en: 'This figure is not told by district.' },
    accepted: { zh: 'choices 中列出的数字', en: 'one of those listed as choices' },
  })
