import { buffer } from 'node:stream/consumers'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { forbidden } from '#platform/failures.ts'
import { sha256 } from '#platform/digest.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { cityOf } from '#kernel/city/index.ts'
import { cityDay } from '#kernel/organisations/index.ts'
import type { stations } from '../../contract.ts'
import { exportHeadings, exportLine } from './export-line.ts'
import { listExported } from './list-exported.ts'
import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE } from '#platform/tabular/media-types.ts'

/**
 * The roster within the caller's reach, in columns that the import reads back. Keepers' phones are masked; whole
 * ones go to whoever keeps stations, for the stations they keep. Who, when, why and how many stands in the file
 * and in the audit log.
 */
export const exportStations: Handler<typeof stations.exportStations> = async (ctx, input) => {
  const withPhones = input.withPhones
  if (withPhones && reachOf(ctx, 'stations.edit').length === 0) throw forbidden('stations.edit')
  const rows = await listExported(ctx, input)
  const { districts } = cityOf(ctx.config)
  const shown = {
    withPhones,
    keys: ctx.config.keys,
    districts: new Map(districts.map((district) => [district.adcode, district.name.zh])),
  }
  const table = {
    headings: exportHeadings(withPhones),
    titles: await titlesOf(ctx, rows.length, input.reason),
    rows: rows.map((row) => exportLine(row, shown)),
  }
  const isCsv = input.format === 'csv'
  const content = await buffer(isCsv ? writeCsv(table) : writeXlsx({ ...table, sheetName: '驿站名册' }))
  ctx.auditNote.reason = input.reason
  ctx.auditNote.detail = { rows: rows.length, withPhones, sha256: sha256(content) }
  return {
    fileName: `驿站名册-${cityDay(ctx.now)}.${input.format}`,
    mediaType: isCsv ? CSV_MEDIA_TYPE : XLSX_MEDIA_TYPE,
    content,
    rows: rows.length,
  }
}

async function titlesOf(ctx: Context, count: number, reason: string): Promise<string[]> {
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const who = ctx.actor.kind === 'anonymous' ? '—' : ctx.actor.name
  const at = ctx.now.toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return [
    ...(isDemo ? ['演示数据，均为虚构 Demo data, all of it invented'] : []),
    `导出人：${who}　时间：${at}　理由：${reason}　共 ${count} 个驿站`,
  ]
}
