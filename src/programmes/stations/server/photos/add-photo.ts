import { getFile, storePhoto } from '#kernel/files/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { lockStation } from '../keeping/lock-station.ts'
import { shownPhoto } from '../station-photos.ts'
import { tables } from '../tables.ts'
import { photoUpload } from './photo-upload.ts'

const PHOTOS_MAX = 60
const DAY_MS = 86_400_000
const PHOTO_AGE_DAYS_MAX = 365

/** Two clear pictures are made for everybody; the original stays behind as evidence. */
export const addPhoto: Handler<typeof stations.addPhoto> = async (ctx, { code, fileId, kind }) => {
  const station = await lockStation(ctx, code)
  await requireAt(ctx, 'stations.edit', station.organisationId)
  const original = await getFile(ctx, fileId, photoUpload.purpose)
  await requireRoom(ctx, station.id)
  const stored = await storePhoto(ctx, original, station.organisationId)
  const takenAt = stored.takenAt ?? null
  if (takenAt !== null) requireFresh(ctx, takenAt)
  const photo = {
    id: newId(),
    kind,
    fileId: stored.fileId,
    thumbnailFileId: stored.thumbnailFileId,
    takenAt,
    addedAt: ctx.now,
  }
  await tables(ctx)
    .insertInto('stations.photo')
    .values({
      id: photo.id,
      station_id: station.id,
      file_id: photo.fileId,
      thumbnail_file_id: photo.thumbnailFileId,
      kind,
      taken_at: takenAt,
      added_at: ctx.now,
    })
    .execute()
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`, `photo:${photo.id}`]
  ctx.auditNote.detail = { kind, sha256: original.sha256 }
  return shownPhoto(photo)
}

async function requireRoom(ctx: Context, stationId: string): Promise<void> {
  const { count } = await tables(ctx)
    .selectFrom('stations.photo')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('station_id', '=', stationId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (count < PHOTOS_MAX) return
  throw conflict('too-many-photos', {
    zh: `一个驿站最多${PHOTOS_MAX}张照片，请先移除旧的。`,
    en: `A station has at most ${PHOTOS_MAX} photos; take an old one off first.`,
  })
}

/** A photo shows how it is now. The camera's clock may be wrong by a day, not by a year. */
export function requireFresh(ctx: Context, takenAt: Date): void {
  const ageDays = (ctx.now.getTime() - takenAt.getTime()) / DAY_MS
  if (ageDays >= -1 && ageDays <= PHOTO_AGE_DAYS_MAX) return
  const day = cityDay(takenAt)
  throw invalid('photo-date', {
    field: 'fileId',
    reason: {
      zh: `照片显示拍摄于${day}，${ageDays < 0 ? '在今天之后' : '太旧了'}。`,
      en: `By the camera this photo was taken on ${day}, which is ${ageDays < 0 ? 'in the future' : 'too long ago'}.`,
    },
    accepted: {
      zh: `${PHOTO_AGE_DAYS_MAX}天以内拍的照片`,
      en: `a photo taken within ${PHOTO_AGE_DAYS_MAX} days`,
    },
  })
}
