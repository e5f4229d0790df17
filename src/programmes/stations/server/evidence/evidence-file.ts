import { readFile } from 'node:fs/promises'
import { getFile } from '#kernel/files/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { evidenceUpload } from './evidence-upload.ts'
import { getEvidence } from './withdraw-evidence.ts'

/** As it arrived, with what the camera noted: for whoever checks it, and each look leaves a line. */
export const evidenceFile: Handler<typeof stations.evidenceFile> = async (ctx, { id }) => {
  const evidence = await getEvidence(ctx, id)
  await requireAt(ctx, 'stations.read', evidence.organisationId)
  if (evidence.fileId === null) throw notFound({ zh: '原件', en: 'original' })
  const file = await getFile(ctx, evidence.fileId, evidenceUpload.purpose)
  ctx.auditNote.organisationId = evidence.organisationId
  ctx.auditNote.subjects = [`station:${evidence.stationId}`, `evidence:${id}`]
  return { fileName: file.name, mediaType: file.mediaType, content: await readFile(file.path) }
}
