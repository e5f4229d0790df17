import { cityOf } from '#kernel/city/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { sha256 } from '#platform/digest.ts'
import { qrSvg } from '#platform/documents/qr-svg.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { conflict } from '#platform/failures.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { joinPath } from '../../rules/join-code.ts'
import { posterTemplate } from '../documents/poster-template.ts'
import { findJoinCode } from './join-codes.ts'
import { requirePlace } from './places.ts'

/** One A4 page to hang where riders wait; the code is a plain link, which every camera and WeChat open. */
export const joinPoster: Handler<typeof membership.joinPoster> = async (ctx, { organisationId }) => {
  await requireAt(ctx, 'membership.join-codes', organisationId)
  const place = await requirePlace(ctx, organisationId)
  const code = await findJoinCode(ctx, organisationId)
  if (code === undefined) throw noCode()
  const content = await renderPdf({
    template: posterTemplate,
    title: `${place.name}入会二维码`,
    language: ctx.language,
    data: {
      demo: (await findInstallation(ctx.db))?.kind === 'demo',
      federation: `${cityOf(ctx.config).name.zh}总工会`,
      union: place.name,
      district: place.districtName ?? '',
      host: new URL(ctx.config.publicUrl).host,
      code,
      qr: qrSvg(`${ctx.config.publicUrl}${joinPath(code)}`),
    },
  })
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.detail = { sha256: sha256(content) }
  return { fileName: `入会海报-${place.name}.pdf`, mediaType: 'application/pdf', content, rows: 1 }
}

const noCode = () =>
  conflict('no-join-code', {
    zh: '这家工会还没有入会码，请先生成。',
    en: 'This union has no join code yet; issue one first.',
  })
