import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { dayInWords } from '#platform/documents/official-document.ts'
import { qrSvg } from '#platform/documents/qr-svg.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { findInstallation } from '#platform/installation.ts'
import type { CertificateRow } from './certificate-rows.ts'
import { certificateTemplate } from './template.ts'

export const certificatePath = (code: string) => `/contests/certificates/${code}`

/** Certificates of one result as one PDF, a page each. */
export async function renderCertificates(ctx: Context, rows: readonly CertificateRow[]): Promise<Uint8Array> {
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  return drawCertificates(rows, { isDemo, publicUrl: ctx.config.publicUrl })
}

/** What a certificate says. */
export type CertificateFace = Pick<
  CertificateRow,
  | 'code'
  | 'no'
  | 'contestTitle'
  | 'organisationName'
  | 'awardName'
  | 'title'
  | 'names'
  | 'unitName'
  | 'publishedAt'
>

type Drawing = { readonly isDemo: boolean; readonly publicUrl: string }

/** As above, of rows and nothing else. */
export async function drawCertificates(
  rows: readonly CertificateFace[],
  { isDemo, publicUrl }: Drawing,
): Promise<Uint8Array> {
  const [first] = rows
  return renderPdf({
    template: certificateTemplate,
    title: `${first!.contestTitle}证书`,
    language: 'zh-CN',
    data: {
      demo: isDemo,
      organisation: first!.organisationName,
      day: dayInWords(cityDay(first!.publishedAt)),
      certificates: rows.map((row) => faceOf(publicUrl, row)),
    },
  })
}

function faceOf(
  publicUrl: string,
  { code, no, contestTitle, awardName, title, names, unitName }: CertificateFace,
) {
  const address = `${publicUrl}${certificatePath(code)}`
  const isUnits = title === null
  return {
    heading: isUnits ? '荣誉证书' : '获奖证书',
    to: isUnits ? unitName : `${names.join('、')}（${unitName}）`,
    text: isUnits
      ? `在“${contestTitle}”中组织有力、成绩突出，荣获${awardName}。`
      : `作品《${title}》在“${contestTitle}”中荣获${awardName}。`,
    closing: '特发此证，以资鼓励。',
    number: no,
    qr: qrSvg(address),
    address: address.replace(/^https?:\/\//, ''),
  }
}
