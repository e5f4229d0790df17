import { storePhoto, type StoredFile } from '#kernel/files/index.ts'
import { readCamera } from '#kernel/files/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { distanceMetres, locate } from '../../rules/coordinates.ts'
import type { OfferedPhoto } from '../../rules/evidence/judge-photo.ts'
import type { PhotoKind } from '../../rules/standard/standard-schema.ts'
import type { StandingStation } from '../keeping/lock-station.ts'
import { tables } from '../tables.ts'
import type { Presence } from '../visits/presence.ts'
import type { Bearer } from './bearer.ts'
import type { Challenge } from './challenge.ts'
import { findLikenesses } from './find-likenesses.ts'
import { printPicture } from './print-picture.ts'

/** What the rule must know of an offered photo, with what its camera noted. */
export async function offeredPhoto(
  ctx: Context,
  station: StandingStation,
  original: StoredFile,
  offer: { readonly challenge: Challenge; readonly capturedAt: Date; readonly presence: Presence },
): Promise<OfferedPhoto> {
  const camera = await readCamera(original)
  const { location } = station.draft
  return {
    issuedAt: offer.challenge.from,
    expiresAt: offer.challenge.until,
    capturedAt: offer.capturedAt.getTime(),
    arrivedAt: ctx.now.getTime(),
    cameraAt: camera.takenAt?.getTime() ?? null,
    cameraMetres:
      camera.place === undefined
        ? null
        : Math.round(distanceMetres(location, locate(camera.place, 'WGS-84', ''))),
    proof: offer.presence.proof,
    distanceMetres: offer.presence.distanceMetres,
  }
}

export type KeptPhoto = {
  readonly station: StandingStation
  readonly original: StoredFile
  readonly what: PhotoKind
  readonly isFavourable: boolean
  readonly photo: OfferedPhoto
  readonly challenge: Challenge
  readonly by: Bearer
  readonly inspectionId?: string
}

/** Keeps an accepted photo: cleaned pictures for everybody, the evidence, its print, and what looks like it. */
export async function keepPhoto(
  ctx: Context,
  { station, original, what, isFavourable, photo, challenge, by, inspectionId }: KeptPhoto,
): Promise<{ evidenceId: string; alike: number }> {
  const stored = await storePhoto(ctx, original, station.organisationId)
  const [photoId, evidenceId] = [newId(ctx.now.getTime()), newId(ctx.now.getTime())]
  const capturedAt = new Date(photo.capturedAt)
  await tables(ctx)
    .insertInto('stations.photo')
    .values({
      id: photoId,
      station_id: station.id,
      file_id: stored.fileId,
      thumbnail_file_id: stored.thumbnailFileId,
      kind: what,
      taken_at: capturedAt,
      added_at: ctx.now,
    })
    .execute()
  await tables(ctx)
    .insertInto('stations.evidence')
    .values({
      id: evidenceId,
      station_id: station.id,
      kind: 'photo',
      what,
      is_favourable: isFavourable,
      at: capturedAt,
      ...bearerColumns(by),
      photo_id: photoId,
      file_id: original.id,
      challenge: challenge.id,
      distance_metres: photo.distanceMetres,
      proof: photo.proof,
      camera_at: photo.cameraAt === null ? null : new Date(photo.cameraAt),
      ...(inspectionId === undefined ? {} : { inspection_id: inspectionId }),
    })
    .execute()
  const alike = await findLikenesses(ctx, station.id, evidenceId, await printPicture(original.path))
  return { evidenceId, alike }
}

export const bearerColumns = ({ kind, name, bk, id }: Bearer) => ({
  by_kind: kind,
  by_name: name,
  by_bk: bk,
  by_id: id,
})
