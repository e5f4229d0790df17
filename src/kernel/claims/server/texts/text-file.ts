import { sha256 } from '#platform/digest.ts'
import { officialFile } from '#platform/documents/official-file.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { requireVersion } from './text-rows.ts'
import { textDocument } from './text-document.ts'

/** Laid out by GB/T 9704-2012. Anybody may take it: it says nothing that the page does not. */
export const exportText: Handler<typeof claims.exportText> = async (ctx, { id, version, format }) => {
  const row = await requireVersion(ctx, id, version)
  const document = textDocument({
    ...row,
    address: `${ctx.config.publicUrl}/texts/${id}`,
    isDemo: (await findInstallation(ctx.db))?.kind === 'demo',
  })
  const { content, mediaType, fonts } = await officialFile(ctx, document, format)
  ctx.auditNote.organisationId = row.organisationId
  ctx.auditNote.subjects = [`text:${id}`]
  ctx.auditNote.detail = { version: row.version, format, sha256: sha256(content), fonts }
  return { fileName: `${row.title}.${format}`, mediaType, content }
}
