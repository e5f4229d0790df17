import { buffer } from 'node:stream/consumers'
import { getFile } from '#kernel/files/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import { giveBack, type RemarkedRow } from '#platform/tabular/give-back.ts'
import { readRecords } from '#platform/tabular/read-records.ts'
import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE } from '#platform/tabular/media-types.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { inLanguage } from '#platform/text.ts'
import type { membership } from '../../contract.ts'
import type { RowVerdictWord } from '../../shapes-roster-import.ts'
import { importsInReach, noSuchImport } from './import-rows.ts'
import { rosterColumns } from './roster-columns.ts'
import { rosterUpload } from './roster-upload.ts'
import { note } from './start-import.ts'
import { tables } from './tables.ts'
import type { RowProblem } from './verdict.ts'

/**
 * The person's own rows that stayed out, read again from their own file, each with what is wrong in plain words. Put
 * right there, the file can be imported as it is: the added columns do no harm.
 */
export const rosterErrors: Handler<typeof membership.rosterErrors> = async (ctx, input) => {
  const standing = await importsInReach(ctx)
    .selectAll('import')
    .where('import.id', '=', input.importId)
    .executeTakeFirst()
  if (standing === undefined) throw noSuchImport()
  await requireAt(ctx, 'membership.import', standing.organisation_id)
  if (standing.purged_at !== null) throw goneAlready()
  const remarks = await remarksOf(ctx, input.importId, input.which)
  const file = await getFile(ctx, standing.file_id, rosterUpload.purpose)
  const reader = await readRecords(file.path, file.name, rosterColumns)
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const own = reader.headings.map((heading) => heading)
  const table = {
    ...giveBack({ own, row: '原行号', remark: '问题' }, remarked(reader.records, remarks)),
    ...(isDemo && { titles: ['演示数据，均为虚构 Demo data, all of it invented'] }),
  }
  const format = input.format ?? standing.file_format
  const stream = format === 'csv' ? writeCsv(table) : writeXlsx({ ...table, sheetName: '有问题的行' })
  note(ctx, standing.organisation_id, standing.id)
  ctx.auditNote.detail = { rows: remarks.size, format }
  return {
    fileName: `${standing.file_name.replace(/\.\w+$/, '')}-有问题的行.${format}`,
    mediaType: format === 'csv' ? CSV_MEDIA_TYPE : XLSX_MEDIA_TYPE,
    content: await buffer(stream),
    rows: remarks.size,
  }
}

const LEFT_OUT: readonly RowVerdictWord[] = ['refused', 'elsewhere', 'twice']

/** By the row of the file. What is only worth knowing is no reason to give a row back. */
async function remarksOf(
  ctx: Context,
  importId: string,
  which: 'refused' | 'left-out',
): Promise<Map<number, string>> {
  const rows = await tables(ctx)
    .selectFrom('membership.roster_row')
    .select(['row', 'problems'])
    .where('import_id', '=', importId)
    .where('verdict', 'in', which === 'refused' ? ['refused'] : [...LEFT_OUT])
    .execute()
  return new Map(rows.map(({ row, problems }) => [row, remarkOf(ctx, problems ?? [])]))
}

function remarkOf({ language }: Context, problems: readonly RowProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error')
  return (errors.length > 0 ? errors : problems)
    .map(({ reason, accepted }) =>
      accepted === undefined
        ? inLanguage(reason, language)
        : `${inLanguage(reason, language)}${TAKEN[language]}${inLanguage(accepted, language)}。`,
    )
    .join(' ')
}

const TAKEN = { 'zh-CN': '应为：', en: ' Accepted: ' }

async function* remarked(
  records: AsyncIterable<{ readonly row: number; readonly cells: RemarkedRow['cells'] }>,
  remarks: ReadonlyMap<number, string>,
): AsyncGenerator<RemarkedRow> {
  let left = remarks.size
  for await (const { row, cells } of records) {
    const remark = remarks.get(row)
    if (remark === undefined) continue
    yield { row, cells, remark }
    left -= 1
    if (left === 0) return
  }
}

const goneAlready = () =>
  conflict('import-purged', {
    zh: '这次导入的文件已按期删除，不能再下载有问题的行。',
    en: 'The file of this import was deleted when its time was over.',
  })
