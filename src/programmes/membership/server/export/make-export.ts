import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { storeBytes } from '#kernel/files/index.ts'
import { cityMoment } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import { findInstallation } from '#platform/installation.ts'
import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE } from '#platform/tabular/media-types.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { exportHeadings, exportRows } from './export-rows.ts'
import { exportTables } from './export-tables.ts'

export const EXPORT_PURPOSE = 'member-roster-export'

type Wish = {
  readonly id: string
  readonly serial: string
  readonly organisation_id: string
  readonly form: 'masked' | 'full'
  readonly format: 'xlsx' | 'csv'
  readonly reason: string
  readonly made_by: string
}

/** Makes the file with its watermark above the table, stores it, and keeps its digests (SHA-256, and GB/T 32905 SM3). */
export async function makeExport(ctx: Context, wish: Wish): Promise<number> {
  let rows = 0
  const counted = async function* () {
    for await (const row of exportRows(ctx, wish.organisation_id, wish.form)) {
      rows += 1
      yield row
    }
  }
  const table = { headings: exportHeadings, titles: await watermarkOf(ctx, wish), rows: counted() }
  const content = await buffer(
    wish.format === 'csv' ? writeCsv(table) : writeXlsx({ ...table, sheetName: '会员名册' }),
  )
  const digests = { sha256: sha256(content), sm3: createHash('sm3').update(content).digest('hex') }
  const fileId = await storeBytes(ctx, {
    purpose: EXPORT_PURPOSE,
    name: `会员名册-${wish.serial}.${wish.format}`,
    mediaType: wish.format === 'csv' ? CSV_MEDIA_TYPE : XLSX_MEDIA_TYPE,
    content,
    organisationId: wish.organisation_id,
  })
  await exportTables(ctx)
    .updateTable('membership.roster_export')
    .set({ state: 'made', file_id: fileId, rows, ...digests, made_at: ctx.now })
    .where('id', '=', wish.id)
    .execute()
  ctx.auditNote.organisationId = wish.organisation_id
  ctx.auditNote.subjects = [`roster-export:${wish.id}`, `file:${fileId}`]
  ctx.auditNote.reason = wish.reason
  ctx.auditNote.detail = { rows, form: wish.form, serial: wish.serial, ...digests }
  return rows
}

async function watermarkOf(ctx: Context, { serial, made_by: who, reason, form }: Wish): Promise<string[]> {
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const warning = form === 'full' ? '含完整号码，用毕请销毁' : '号码已隐去'
  return [
    ...(isDemo ? ['演示数据，均为虚构 Demo data, all of it invented'] : []),
    `编号 ${serial}　导出人：${who}　时间：${cityMoment(ctx.now)}　用途：${reason}　${warning}`,
  ]
}
