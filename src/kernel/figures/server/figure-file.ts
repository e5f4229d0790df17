import type { Readable } from 'node:stream'
import type { Context } from '#platform/context.ts'
import type { FileAnswer } from '#platform/contract.ts'
import { findInstallation } from '#platform/installation.ts'
import type { OutputValue } from '#platform/tabular/output.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { inLanguage, type Text } from '#platform/text.ts'
import type { AsOf, Figure } from '../figure.ts'
import { digestRecords } from './measure.ts'
import { publicValue, type PublicValue } from './public-figure.ts'
import type { FigureRecord } from './record-list.ts'
import { canonicalLine } from './rules/canonical.ts'
import { isTooFew } from './rules/suppression.ts'

export type Sheet = {
  readonly headings: readonly Text[]
  readonly rows: readonly (readonly OutputValue[])[]
}

/** A table under lines that say what the number is, of when, and the digest of its records. */
export async function asFile(
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
  const value = valueLine(figure, await publicValue(ctx, figure, at))
  const isHidden = figure.opensTo === 'groups-of-ten' && isTooFew(records)
  const lines: Text[] = [
    figure.title,
    value,
    figure.definition,
    {
      zh: `截至 ${at.asOf}；按 ${at.recordedUpTo.toISOString()} 之前的记录`,
      en: `As of ${at.asOf}, by the records known at ${at.recordedUpTo.toISOString()}`,
    },
    ...(isHidden ? [] : [recordsLine(figure, records, digest)]),
  ]
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const marked = isDemo
    ? [{ zh: '演示数据，均为虚构', en: 'Demo data, all of it invented' }, ...lines]
    : lines
  return marked.map((line) => inLanguage(line, ctx.language))
}

/** How many people there are exactly is told with their list only, which leaves to auditors alone. */
const recordsLine = ({ opensTo }: Figure, records: number, digest: string): Text =>
  opensTo === 'everybody'
    ? { zh: `记录 ${records} 条，SHA-256 ${digest}`, en: `${records} records, SHA-256 ${digest}` }
    : {
        zh: `人数、人次按整十公开；记录清单 SHA-256 ${digest}`,
        en: `People are told of in whole tens; record list SHA-256 ${digest}`,
      }

/** The number itself; of a share its two terms, of one to nine that they are fewer than ten. */
function valueLine(
  { unit, dimension }: Figure,
  { value, numerator, denominator, fewerThanTen }: PublicValue,
): Text {
  if (fewerThanTen) return { zh: '不足10', en: 'Fewer than 10' }
  if (dimension === 'ratio')
    return { zh: `${denominator} 中的 ${numerator}`, en: `${numerator} of ${denominator}` }
  if (dimension === 'money') return { zh: `${value} 分`, en: `${value} fen` }
  return { zh: `${value} ${unit.zh}`, en: `${value} ${unit.en}` }
}

/** The list that the digest is taken over, byte for byte. */
export const canonicalFile = (figure: Figure, at: AsOf, records: readonly FigureRecord[]): FileAnswer => ({
  fileName: `${figure.key} ${at.asOf}.jsonl`,
  mediaType: 'application/jsonl; charset=utf-8',
  content: Buffer.from(records.map(({ key, cells }) => canonicalLine(key, cells)).join('')),
  rows: records.length,
})
