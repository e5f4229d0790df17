import { withdrawFile } from '#kernel/files/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { notFound } from '#platform/failures.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { getEvidence, takeBack } from '../evidence/withdraw-evidence.ts'
import { tables } from '../tables.ts'

/**
 * Nobody is shown the photo any more; who took it off and why stands in the audit log, the file in the history. Where
 * it was evidence it no longer is: a certificate stands on nothing that nobody may see.
 */
export const removePhoto: Handler<typeof stations.removePhoto> = async (ctx, { id, reason }) => {
  const photo = await tables(ctx)
    .selectFrom('stations.photo as photo')
    .innerJoin('stations.station as station', 'station.id', 'photo.station_id')
    .select(['photo.id', 'photo.file_id as fileId', 'photo.thumbnail_file_id as thumbnailFileId'])
    .select([
      'photo.removed_at as removedAt',
      'station.id as stationId',
      'station.organisation_id as organisationId',
    ])
    .where('photo.id', '=', id)
    .forUpdate('photo')
    .executeTakeFirst()
  if (photo === undefined) throw notFound({ zh: '照片', en: 'photo' })
  await requireAt(ctx, 'stations.edit', photo.organisationId)
  ctx.auditNote.organisationId = photo.organisationId
  ctx.auditNote.subjects = [`station:${photo.stationId}`, `photo:${id}`]
  ctx.auditNote.reason = reason
  if (photo.removedAt !== null) return { removed: false }
  const evidence = await evidenceBehind(ctx, id)
  if (evidence !== undefined) {
    await takeBack(ctx, await getEvidence(ctx, evidence.id), { reason, cause: 'officer' })
    return { removed: true }
  }
  await tables(ctx).updateTable('stations.photo').set({ removed_at: ctx.now }).where('id', '=', id).execute()
  await withdrawFile(ctx, [photo.fileId, ...(photo.thumbnailFileId === null ? [] : [photo.thumbnailFileId])])
  return { removed: true }
}

const evidenceBehind = (ctx: Context, photoId: string) =>
  tables(ctx).selectFrom('stations.evidence').select('id').where('photo_id', '=', photoId).executeTakeFirst()
