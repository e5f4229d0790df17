import { buffer } from 'node:stream/consumers'
import { cityDay, cityMoment } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { FileAnswer } from '#platform/contract.ts'
import { sha256 } from '#platform/digest.ts'
import { findInstallation } from '#platform/installation.ts'
import type { OutputValue } from '#platform/tabular/output.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE } from '#platform/tabular/media-types.ts'

export type ExportedTable = {
  /** Such as 驿站名册; the day and the ending are added. */
  readonly name: string
  /** What a row is, as it is counted: 个驿站, 人. */
  readonly rowsAre: string
  readonly format: 'xlsx' | 'csv'
  readonly reason: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly OutputValue[])[]
  /** Stands in the audit line besides reason, rows and digest. */
  readonly detail?: Record<string, string | number | boolean | null>
}

/** A table as a file, with who, when, why and how many in it and in the audit log; a demo's says that it is invented. */
export async function tableFile(ctx: Context, table: ExportedTable): Promise<FileAnswer> {
  const { name, rowsAre, format, reason, headings, rows } = table
  const sheet = {
    headings: [...headings],
    titles: await titlesOf(ctx, `${rows.length} ${rowsAre}`, reason),
    rows: rows.map((row) => [...row]),
  }
  const isCsv = format === 'csv'
  const content = await buffer(isCsv ? writeCsv(sheet) : writeXlsx({ ...sheet, sheetName: name }))
  ctx.auditNote.reason = reason
  ctx.auditNote.detail = { rows: rows.length, ...table.detail, sha256: sha256(content) }
  return {
    fileName: `${name}-${cityDay(ctx.now)}.${format}`,
    mediaType: isCsv ? CSV_MEDIA_TYPE : XLSX_MEDIA_TYPE,
    content,
    rows: rows.length,
  }
}

async function titlesOf(ctx: Context, count: string, reason: string): Promise<string[]> {
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const who = ctx.actor.kind === 'anonymous' ? '—' : ctx.actor.name
  return [
    ...(isDemo ? ['演示数据，均为虚构 Demo data, all of it invented'] : []),
    `导出人：${who}　时间：${cityMoment(ctx.now)}　理由：${reason}　共 ${count}`,
  ]
}
