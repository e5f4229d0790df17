import type { Readable } from 'node:stream'
import type { Context } from '#platform/context.ts'
import type { FileAnswer } from '#platform/contract.ts'
import { invalid } from '#platform/failures.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { OutputValue } from '#platform/tabular/output.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { inLanguage, type Text } from '#platform/text.ts'
import type { figures } from '../contract.ts'
import type { AsOf, Figure } from '../figure.ts'
import { asKnownNow } from './as-of.ts'
import { requireAuditor } from './audit-records.ts'
import { requireFigure } from './catalogue.ts'
import { digestRecords } from './measure.ts'
import { publicBreakdowns } from './public-figure.ts'
import { countRecords, eachRecord, type FigureRecord } from './record-list.ts'
import { canonicalLine } from './rules/canonical.ts'
import { isTooFew } from './rules/suppression.ts'

type Format = 'csv' | 'xlsx' | 'canonical'
type Sheet = { readonly headings: readonly Text[]; readonly rows: readonly (readonly OutputValue[])[] }

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

async function asFile(
  ctx: Context,
  figure: Figure,
  at: AsOf,
  format: 'csv' | 'xlsx',
  { headings, rows }: Sheet,
): Promise<FileAnswer> {
  const table = {
    titles: await titles(ctx, figure, at),
    headings: headings.map((heading) => inLanguage(heading, ctx.language)),
    rows,
  }
  const name = inLanguage(figure.title, ctx.language)
  const stream: Readable = format === 'csv' ? writeCsv(table) : writeXlsx({ ...table, sheetName: name })
  return {
    fileName: `${name} ${at.asOf}.${format}`,
    mediaType:
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.concat(await stream.map((chunk) => Buffer.from(chunk)).toArray()),
    rows: rows.length,
  }
}

/** What the number means, of when it is, and the digest of its record list, so that a file says it by itself. */
async function titles(ctx: Context, figure: Figure, at: AsOf): Promise<string[]> {
  const { records, digest } = await digestRecords(ctx, figure, at)
  const isHidden = figure.opensTo === 'groups-of-ten' && isTooFew(records)
  const lines: Text[] = [
    figure.title,
    figure.definition,
    {
      zh: `截至 ${at.asOf}；按 ${at.recordedUpTo.toISOString()} 之前的记录`,
      en: `As of ${at.asOf}, by the records known at ${at.recordedUpTo.toISOString()}`,
    },
    ...(isHidden
      ? []
      : [{ zh: `记录 ${records} 条，SHA-256 ${digest}`, en: `${records} records, SHA-256 ${digest}` }]),
  ]
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const marked = isDemo
    ? [{ zh: '演示数据，均为虚构', en: 'Demo data, all of it invented' }, ...lines]
    : lines
  return marked.map((line) => inLanguage(line, ctx.language))
}

const canonicalFile = (figure: Figure, at: AsOf, records: readonly FigureRecord[]): FileAnswer => ({
  fileName: `${figure.key} ${at.asOf}.jsonl`,
  mediaType: 'application/jsonl; charset=utf-8',
  content: Buffer.from(records.map(({ key, cells }) => canonicalLine(key, cells)).join('')),
  rows: records.length,
})

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
