import { fileAddress } from '#kernel/files/index.ts'
import type { Context } from '#platform/context.ts'
import { tables } from './tables.ts'

const PHOTOS_MAX = 60

export type PhotoRow = {
  readonly id: string
  readonly fileId: string
  readonly thumbnailFileId: string | null
  readonly kind: string
  readonly takenAt: Date | null
  readonly addedAt: Date
}

/** A station's photos, newest first, as pages show them; those taken off are only in the history. */
export async function listPhotos(ctx: Context, stationId: string) {
  const rows = await tables(ctx)
    .selectFrom('stations.photo')
    .select(['id', 'file_id as fileId', 'thumbnail_file_id as thumbnailFileId', 'kind'])
    .select(['taken_at as takenAt', 'added_at as addedAt'])
    .where('station_id', '=', stationId)
    .where('removed_at', 'is', null)
    .orderBy('added_at', 'desc')
    .limit(PHOTOS_MAX)
    .execute()
  return rows.map(shownPhoto)
}

/** What a visitor is shown: of each kind the newest; a year of evidence would be an album. */
export async function newestPhotos(ctx: Context, stationId: string) {
  const seen = new Set<string>()
  return (await listPhotos(ctx, stationId)).filter(({ kind }) => !seen.has(kind) && seen.add(kind))
}

export const shownPhoto = ({ fileId, thumbnailFileId, ...photo }: PhotoRow) => ({
  ...photo,
  url: fileAddress(fileId),
  thumbnailUrl: fileAddress(thumbnailFileId ?? fileId),
})
