import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { sha256 } from '#platform/digest.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import { qrSvg } from '#platform/documents/qr-svg.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { cityOf } from '#kernel/city/index.ts'
import type { stations } from '../../contract.ts'
import { openPlate } from '../keeping/issue-plates.ts'
import { tables } from '../tables.ts'
import { plateTemplate } from './plate-template.ts'

/** Plates to hang at the door, one A4 page a station, in the order asked. The code leads to `PUBLIC_URL`/s/…. */
export const plateSheet: Handler<typeof stations.plateSheet> = async (ctx, { codes }) => {
  const plates = await listPlates(ctx, [...new Set(codes)])
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const content = await renderPdf({
    template: plateTemplate,
    title: '爱心驿站门牌',
    language: ctx.language,
    data: {
      demo: isDemo,
      union: `${cityOf(ctx.config).name.zh}总工会`,
      host: new URL(ctx.config.publicUrl).host,
      plates: plates.map(({ code, name, address, secret }) => ({
        code,
        name,
        address,
        qr: qrSvg(`${ctx.config.publicUrl}/s/${secret}`),
      })),
    },
  })
  ctx.auditNote.subjects = plates.map(({ id }) => `station:${id}`)
  ctx.auditNote.detail = { pages: plates.length, sha256: sha256(content) }
  const single = plates.length === 1 ? `-${plates[0]!.code}` : `-${plates.length}个`
  return { fileName: `驿站门牌${single}.pdf`, mediaType: 'application/pdf', content, rows: plates.length }
}

/** The current plates of these stations; refuses all where one is not within the caller's reach. */
async function listPlates(ctx: Context, codes: readonly string[]) {
  const rows = await tables(ctx)
    .selectFrom('stations.station as station')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'station.organisation_id')
    .innerJoin('stations.plate as plate', (join) =>
      join.onRef('plate.station_id', '=', 'station.id').on('plate.ended_at', 'is', null),
    )
    .select([
      'station.id',
      'station.code',
      'station.name',
      'station.address',
      'plate.secret_sealed as sealed',
    ])
    .where('station.code', 'in', [...codes])
    .where(sql<boolean>`organisation.path <@ any(${reachOf(ctx, 'stations.plates')}::ltree[])`)
    .execute()
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return codes.map((code) => {
    const row = byCode.get(code)
    if (row === undefined) throw noPlate(code)
    const { sealed, ...plate } = row
    return { ...plate, secret: openPlate(ctx.config.keys, sealed) }
  })
}

const noPlate = (code: string) =>
  invalid('no-plate', {
    field: 'codes',
    reason: {
      zh: `没有找到驿站 ${code} 的门牌，或者它不归您管理。`,
      en: `No plate of station ${code} was found within your reach.`,
    },
  })
