import { cityOf } from '#kernel/city/index.ts'
import { requirePerson } from '#kernel/access/index.ts'
import { membershipsOf } from '#kernel/memberships/index.ts'
import { organisationNames } from '#kernel/organisations/index.ts'
import { maskedDocuments, personKeyText, personNames, sameAs } from '#kernel/people/index.ts'
import { holdsAt } from '#platform/authorise.ts'
import { sha256 } from '#platform/digest.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import type { Context } from '#platform/context.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { certificateTemplate } from '../documents/certificate-template.ts'
import { findTransfer, noSuchTransfer, personOfTransfer, type Transfer } from './transfers.ts'

/** For the member whom it is about, and for whoever keeps the roll that they left. */
export const transferCertificate: Handler<typeof membership.transferCertificate> = async (ctx, { id }) => {
  const transfer = await findTransfer(ctx, id)
  if (transfer?.certificateNo == null || !(await mayHave(ctx, transfer))) throw noSuchTransfer()
  const person = personOfTransfer(transfer)
  const key = personKeyText(person)
  const name = (await personNames(ctx, [person])).get(key) ?? ''
  const names = await organisationNames(ctx, [transfer.fromOrganisationId])
  const left = (await membershipsOf(ctx, person)).find(
    (one) => one.organisationId === transfer.fromOrganisationId && one.toDay === transfer.lastDay,
  )
  const content = await renderPdf({
    template: certificateTemplate,
    title: '工会会员会籍转移介绍信',
    language: ctx.language,
    data: {
      demo: (await findInstallation(ctx.db))?.kind === 'demo',
      number: transfer.certificateNo,
      to: transfer.toCity,
      from: names.get(transfer.fromOrganisationId) ?? '',
      name,
      nameEn: name,
      // Masked: the letter is shown together with the identity card.
      document: (await maskedDocuments(ctx, [person])).get(key) ?? '',
      since: left?.fromDay ?? '',
      lastDay: transfer.lastDay,
      federation: `${cityOf(ctx.config).name.zh}总工会`,
      day: transfer.lastDay,
    },
  })
  ctx.auditNote.organisationId = transfer.fromOrganisationId
  ctx.auditNote.subjects = [`membership.transfer:${id}`]
  ctx.auditNote.detail = { certificate: transfer.certificateNo, sha256: sha256(content) }
  return {
    fileName: `会籍转移介绍信-${transfer.certificateNo}.pdf`,
    mediaType: 'application/pdf',
    content,
    rows: 1,
  }
}

async function mayHave(ctx: Context, transfer: Transfer): Promise<boolean> {
  if (await holdsAt(ctx, 'membership.read', transfer.fromOrganisationId)) return true
  return (await sameAs(ctx, requirePerson(ctx))).some(({ id }) => id === transfer.personId)
}
