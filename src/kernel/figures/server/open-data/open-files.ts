import type { FileAnswer } from '#platform/contract.ts'
import type { Handler } from '#platform/module.ts'
import type { OutputValue } from '#platform/tabular/output.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { inLanguage, type Text } from '#platform/text.ts'
import type { figures } from '../../contract.ts'
import { asKnownNow } from '../as-of.ts'
import { figuresOf, requireFigure } from '../catalogue.ts'
import { publicValue, type PublicValue } from '../public-figure.ts'
import { inUnit } from '../rules/in-unit.ts'
import { addressesOf, describeOpenly, isDemo } from './open-figure.ts'
import { counted, dimensions, heads, notes } from './open-words.ts'
import { ownerOf } from '../list-figures.ts'

type Opened = Awaited<ReturnType<typeof describeOpenly>>

/** A line each for the total, every part and every period, with what it means beside it: nothing to be read above the heads. */
export const openFigureCsv: Handler<typeof figures.openFigureCsv> = async (ctx, input) => {
  const figure = requireFigure(ctx, input.key)
  const opened = await describeOpenly(ctx, figure, await asKnownNow(ctx, input.asOf))
  const t = (text: Text) => inLanguage(text, ctx.language)
  const meaning = [
    opened.key,
    t(opened.title),
    t(opened.definition),
    t(opened.isNot),
    t(dimensions[opened.dimension]),
    t(counted[opened.counted]),
    t(opened.query),
    t(opened.owner.title),
    opened.asOf,
    opened.recordedUpTo.toISOString(),
    opened.digest ?? '',
    opened.isDemo ? t(notes.demo) : '',
  ]
  const rows = linesOf(opened, t).map((line) => [...line, ...meaning])
  return asCsv(`${opened.key} ${opened.asOf}.csv`, [...heads.line, ...heads.meaning].map(t), rows)
}

function linesOf(opened: Opened, t: (text: Text) => string): OutputValue[][] {
  const unit = opened.dimension === 'ratio' ? '%' : t(opened.unit)
  // Parts of a share are counts.
  const partUnit = opened.dimension === 'ratio' ? '' : unit
  const told = (value: number | null) => (value === null ? t(notes.withheld) : '')
  return [
    [t(notes.total), '', '', '', opened.value, unit, noteOf(opened, t)],
    ...opened.parts.flatMap(({ by, tooFew, rows }) =>
      tooFew
        ? [[t(notes.part), t(by), '', '', null, partUnit, t(notes.tooFew)]]
        : rows.map(({ label, value }) => [t(notes.part), t(by), t(label), '', value, partUnit, told(value)]),
    ),
    ...(opened.trend?.points ?? []).map(({ period, value }) => [
      t(notes.period),
      t(opened.trend!.title),
      '',
      period,
      value,
      unit,
      told(value),
    ]),
  ]
}

/** Every figure, a line each. */
export const openCatalogueCsv: Handler<typeof figures.openCatalogueCsv> = async (ctx, input) => {
  const at = await asKnownNow(ctx, input.asOf)
  const t = (text: Text) => inLanguage(text, ctx.language)
  const demo = (await isDemo(ctx)) ? t(notes.demo) : ''
  const rows = await Promise.all(
    [...figuresOf(ctx.modules).values()].map(async (figure): Promise<OutputValue[]> => {
      const value = await publicValue(ctx, figure, at)
      const { json, csv } = addressesOf(figure)
      return [
        figure.key,
        t(figure.chapter),
        t(figure.title),
        inUnit(value.value, figure.dimension),
        figure.dimension === 'ratio' ? '%' : t(figure.unit),
        value.numerator,
        value.denominator,
        noteOf(value, t),
        t(dimensions[figure.dimension]),
        t(figure.definition),
        t(figure.isNot),
        t(counted[figure.counted]),
        t(ownerOf(ctx, figure).title),
        at.asOf,
        at.recordedUpTo.toISOString(),
        json,
        csv,
        demo,
      ]
    }),
  )
  return asCsv(`${t(notes.all)} ${at.asOf}.csv`, heads.catalogue.map(t), rows)
}

const noteOf = (
  { value, fewerThanTen }: Pick<PublicValue, 'value' | 'fewerThanTen'>,
  t: (text: Text) => string,
) => (fewerThanTen ? t(notes.fewerThanTen) : value === null ? t(notes.none) : '')

async function asCsv(
  fileName: string,
  headings: readonly string[],
  rows: readonly OutputValue[][],
): Promise<FileAnswer> {
  const chunks = await writeCsv({ headings, rows })
    .map((chunk) => Buffer.from(chunk))
    .toArray()
  return { fileName, mediaType: 'text/csv; charset=utf-8', content: Buffer.concat(chunks), rows: rows.length }
}
