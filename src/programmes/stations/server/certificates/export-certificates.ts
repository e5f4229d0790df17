import { sql } from 'kysely'
import { cityOf } from '#kernel/city/index.ts'
import { tableFile } from '#kernel/files/index.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { certificateStateWords } from '../../rules/certificate/words.ts'
import { inReach } from '../in-reach.ts'
import { certificateRows, matching } from './list-certificates.ts'

/** A province has some tens of thousands. */
const ROWS_MAX = 200_000

/** The register of certificates as the list shows it, within the reach of whoever exports. */
export const exportCertificates: Handler<typeof stations.exportCertificates> = async (ctx, input) => {
  const where = sql`${inReach(ctx, 'stations.export')} and ${matching(ctx, input)}`
  const { rows } = await certificateRows(ctx, where, { sort: 'code', page: 1, pageSize: ROWS_MAX })
  const districts = new Map(cityOf(ctx.config).districts.map(({ adcode, name }) => [adcode, name.zh]))
  return tableFile(ctx, {
    name: '驿站证书台账',
    rowsAre: '个驿站',
    format: input.format,
    reason: input.reason,
    headings: [
      '站点编码',
      '站点名称',
      '所属县区',
      '所属组织',
      '证书状态',
      '状态自',
      '最早到期',
      '不符合的项目',
    ],
    rows: rows.map((row) => [
      row.code,
      row.name,
      districts.get(row.adcode) ?? row.adcode,
      row.organisationName,
      certificateStateWords[row.state].zh,
      row.since,
      row.lapsesOn ?? '',
      row.failing.map(({ title }) => title.zh).join('、'),
    ]),
  })
}
