import { reachOf } from '#platform/authorise.ts'
import { forbidden } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import { cityOf } from '#kernel/city/index.ts'
import type { stations } from '../../contract.ts'
import { exportHeadings, exportLine } from './export-line.ts'
import { listExported } from './list-exported.ts'
import { tableFile } from '#kernel/files/index.ts'

/**
 * The roster within the caller's reach, in columns that the import reads back. Keepers' phones are masked; whole
 * ones go to whoever keeps stations, for the stations they keep. Who, when, why and how many stands in the file
 * and in the audit log.
 */
export const exportStations: Handler<typeof stations.exportStations> = async (ctx, input) => {
  const { withPhones, format, reason } = input
  if (withPhones && reachOf(ctx, 'stations.edit').length === 0) throw forbidden('stations.edit')
  const rows = await listExported(ctx, input)
  const { districts } = cityOf(ctx.config)
  const shown = {
    withPhones,
    keys: ctx.config.keys,
    districts: new Map(districts.map((district) => [district.adcode, district.name.zh])),
  }
  return tableFile(ctx, {
    name: '驿站名册',
    rowsAre: '个驿站',
    format,
    reason,
    headings: exportHeadings(withPhones),
    rows: rows.map((row) => exportLine(row, shown)),
    detail: { withPhones },
  })
}
