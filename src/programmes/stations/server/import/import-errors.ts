import { buffer } from 'node:stream/consumers'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import { giveBack } from '#platform/tabular/give-back.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { inLanguage } from '#platform/text.ts'
import type { stations } from '../../contract.ts'
import { findInstallation } from '#platform/installation.ts'
import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE } from '#platform/tabular/media-types.ts'
import { getStandingImport, listImportedRows } from './import-rows.ts'
import { isWritten, type ImportedRow } from './imported-row.ts'

/** The person's own rows that were left, each with what is wrong; put right there, the file can be uploaded again. */
export const importErrors: Handler<typeof stations.importErrors> = async (ctx, { importId, format }) => {
  const standing = await getStandingImport(ctx, importId, false)
  const rows = (await listImportedRows(ctx, importId)).filter((row) => !isWritten(row))
  const own = standing.columns.map(({ heading }) => heading)
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const table = {
    ...giveBack(
      { own, row: '原行号', remark: '问题' },
      rows.map((row) => remarked(ctx, row, own)),
    ),
    ...(isDemo && { titles: ['演示数据'] }),
  }
  const stream = format === 'csv' ? writeCsv(table) : writeXlsx({ ...table, sheetName: '有问题的行' })
  ctx.auditNote.organisationId = standing.organisationId
  ctx.auditNote.subjects = [`station-import:${importId}`]
  ctx.auditNote.detail = { rows: rows.length, format }
  return {
    fileName: `${standing.fileName.replace(/\.\w+$/, '')}-有问题的行.${format}`,
    mediaType: format === 'csv' ? CSV_MEDIA_TYPE : XLSX_MEDIA_TYPE,
    content: await buffer(stream),
    rows: rows.length,
  }
}

function remarked(ctx: Context, row: ImportedRow, headings: readonly string[]) {
  const cells = headings.map((heading) => ({ kind: 'text' as const, text: row.cells[heading] ?? '' }))
  return { row: row.row, cells, remark: remarkOf(ctx, row) }
}

function remarkOf({ language }: Context, { problems, decision }: ImportedRow): string {
  const worth = problems.filter(({ severity }) => severity !== 'note')
  const sentences = worth.map(({ reason, accepted }) => {
    const said = inLanguage(reason, language)
    return accepted === undefined ? said : `${said} ${TAKEN[language]}${inLanguage(accepted, language)}`
  })
  return [...(decision === 'skipped' ? [SKIPPED[language]] : []), ...sentences].join(' ')
}

const TAKEN = { 'zh-CN': '可以写：', en: 'Accepted: ' }
const SKIPPED = { 'zh-CN': '您选择了跳过这一行。', en: 'You chose to skip this row.' }
