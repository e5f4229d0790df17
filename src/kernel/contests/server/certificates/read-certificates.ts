import { sql } from 'kysely'
import { requirePerson, sameAs } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { certificateRows, type CertificateRow } from './certificate-rows.ts'
import { renderCertificates } from './render-certificates.ts'

export const getMyCertificate: Handler<typeof contests.getMyCertificate> = async (ctx, { entryId }) => {
  const mine = (await sameAs(ctx, requirePerson(ctx))).map(({ id }) => id)
  const certificate = await one(
    ctx,
    sql`entry.id = ${entryId} and entry.entrant_id = any(${mine}::uuid[])
      and revoked.code is null`,
  )
  const content = await renderCertificates(ctx, [certificate])
  ctx.auditNote.subjects = [`contest-entry:${entryId}`]
  ctx.auditNote.detail = { certificate: certificate.no, sha256: sha256(content) }
  return {
    fileName: `获奖证书-${certificate.no}.pdf`,
    mediaType: 'application/pdf',
    content,
    rows: 1,
  }
}

/** For whoever holds a printed certificate in their hand. It says no more than the certificate does. */
export const checkCertificate: Handler<typeof contests.checkCertificate> = async (ctx, { code }) => {
  const found = await one(ctx, sql`certificate.code = ${code}`)
  const { no, contestId, contestTitle, organisationName, awardName, title, names, unitName } = found
  return {
    no,
    contestId,
    contestTitle,
    organisationName,
    awardName,
    title,
    names: [...names],
    unitName,
    awardedOn: cityDay(found.publishedAt),
    revoked:
      found.revokedAt === null
        ? null
        : { at: found.revokedAt, ground: found.ground!, isReplaced: found.isReplaced },
  }
}

async function one(ctx: Context, where: Parameters<typeof certificateRows>[1]): Promise<CertificateRow> {
  const [row] = await certificateRows(ctx, where)
  if (row === undefined) throw notFound({ zh: '证书', en: 'certificate' })
  return row
}
