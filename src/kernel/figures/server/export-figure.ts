import type { Context } from '#platform/context.ts'
import type { FileAnswer } from '#platform/contract.ts'
import { invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import { inLanguage } from '#platform/text.ts'
import type { figures } from '../contract.ts'
import type { AsOf, Figure } from '../figure.ts'
import { asKnownNow } from './as-of.ts'
import { requireAuditor } from './audit-records.ts'
import { requireFigure } from './catalogue.ts'
import { asFile, canonicalFile, type Sheet } from './figure-file.ts'
import { publicBreakdowns } from './public-figure.ts'
import { countRecords, eachRecord, type FigureRecord } from './record-list.ts'

type Format = 'csv' | 'xlsx' | 'canonical'

/** The answer is made in memory; a longer list is for the auditor's own tools. */
const ROWS_MAX = 200_000

/** What anybody may take home: the records, or the groups where they tell of people. */
export const exportFigure: Handler<typeof figures.exportFigure> = async (ctx, input) => {
  const figure = requireFigure(ctx, input.key)
  const at = await asKnownNow(ctx, input.asOf)
  if (figure.opensTo === 'everybody') return exportList(ctx, figure, at, input.format)
  if (input.format === 'canonical') throw notOpen()
  return asFile(ctx, figure, at, input.format, await groups(ctx, figure, at))
}

/** The single records of any figure, with a reason that stays on record. */
export const exportRecords: Handler<typeof figures.exportRecords> = async (ctx, input) => {
  const figure = requireFigure(ctx, input.key)
  await requireAuditor(ctx, figure, input.reason)
  const at = await asKnownNow(ctx, input.asOf)
  const file = await exportList(ctx, figure, at, input.format)
  ctx.auditNote.detail = { asOf: at.asOf, rows: file.rows ?? 0, format: input.format }
  return file
}

async function exportList(ctx: Context, figure: Figure, at: AsOf, format: Format): Promise<FileAnswer> {
  if ((await countRecords(ctx, figure, at)) > ROWS_MAX) throw tooLong()
  const records: FigureRecord[] = []
  await eachRecord(ctx, figure, at, (some) => void records.push(...some))
  if (format === 'canonical') return canonicalFile(figure, at, records)
  const words = figure.records.columns.map((column) => column.words?.(ctx))
  const worded = records.map(({ cells }) =>
    cells.map((cell, index) => {
      const word = words[index]?.[String(cell)]
      return word === undefined ? cell : inLanguage(word, ctx.language)
    }),
  )
  return asFile(ctx, figure, at, format, {
    headings: figure.records.columns.map(({ title }) => title),
    rows: worded,
  })
}

async function groups(ctx: Context, figure: Figure, at: AsOf): Promise<Sheet> {
  const breakdowns = await publicBreakdowns(ctx, figure, at)
  const hidden = inLanguage(
    { zh: '不公开（少于10或防推算）', en: 'withheld (fewer than 10, or protects one)' },
    ctx.language,
  )
  return {
    headings: [{ zh: '分组', en: 'Grouped by' }, { zh: '组', en: 'Group' }, figure.unit],
    rows: breakdowns.flatMap(({ by, rows }) =>
      rows.map(({ label, value }) => [
        inLanguage(by, ctx.language),
        inLanguage(label, ctx.language),
        value ?? hidden,
      ]),
    ),
  }
}

const notOpen = () =>
  invalid('records-not-open', {
    field: 'format',
    reason: {
      zh: '这个数字涉及个人，公众只能导出不少于10的分组。',
      en: 'This figure counts people; the public may export groups of at least ten only.',
    },
    accepted: { zh: 'csv 或 xlsx', en: 'csv or xlsx' },
  })

const tooLong = () =>
  invalid('too-many-records', {
    field: 'key',
    reason: {
      zh: `记录超过 ${ROWS_MAX} 条，不能一次导出。`,
      en: `More than ${ROWS_MAX} records do not fit one export.`,
    },
  })
