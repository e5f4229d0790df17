import { getFile } from '#kernel/files/index.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { faultOfPhoto } from '../../rules/evidence/judge-photo.ts'
import { standingNow, withCertificate } from '../certificates/with-certificate.ts'
import { lockStation, type StandingStation } from '../keeping/lock-station.ts'
import { judgePresence } from '../visits/presence.ts'
import { requireBearer } from './bearer.ts'
import { makeChallenge, requireChallenge } from './challenge.ts'
import { evidenceUpload } from './evidence-upload.ts'
import { keepPhoto, offeredPhoto } from './keep-photo.ts'
import { refusePhoto } from './photo-refusals.ts'

/** As long as it takes to walk to the sign and back. */
const PHOTO_MINUTES = 15

export const photoChallenge: Handler<typeof stations.photoChallenge> = async (ctx, { code, what }) => {
  const station = await lockStation(ctx, code)
  requireOpen(station)
  const by = await requireBearer(ctx, station)
  const { token, challenge } = makeChallenge(ctx, {
    station: station.id,
    account: by.accountId,
    what,
    forMs: PHOTO_MINUTES * 60_000,
  })
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`]
  return { challenge: token, issuedAt: new Date(challenge.from), until: new Date(challenge.until) }
}

export const sendPhoto: Handler<typeof stations.sendPhoto> = async (ctx, input) => {
  const station = await lockStation(ctx, input.code)
  requireOpen(station)
  const by = await requireBearer(ctx, station)
  const challenge = requireChallenge(ctx, input.challenge, { station: station.id, what: input.what })
  const original = await requirePicture(ctx, input.fileId)
  const { location } = station.draft
  const photo = await offeredPhoto(ctx, station, original, {
    challenge,
    capturedAt: new Date(input.capturedAt),
    presence: judgePresence(ctx, { code: station.code, ...location }, input),
  })
  const fault = faultOfPhoto(photo)
  if (fault !== undefined) throw refusePhoto(fault, photo)
  const kept = await withCertificate(ctx, station.id, 'evidence', () =>
    keepPhoto(ctx, { station, original, what: input.what, isFavourable: true, photo, challenge, by }),
  )
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`, `evidence:${kept.evidenceId}`]
  ctx.auditNote.detail = { what: input.what, sha256: original.sha256, alike: kept.alike }
  return { ...kept, ...(await standingNow(ctx, station.id)) }
}

export async function requirePicture(ctx: Context, fileId: string) {
  const original = await getFile(ctx, fileId, evidenceUpload.purpose)
  if (original.mediaType.startsWith('image/')) return original
  throw invalid('not-a-picture', {
    field: 'fileId',
    reason: { zh: '这不是照片。', en: 'This is not a picture.' },
    accepted: { zh: 'JPEG、PNG 或 WebP 照片', en: 'a JPEG, PNG or WebP photo' },
  })
}

/** A station that is closed for good takes no more evidence. */
export function requireOpen({ state }: Pick<StandingStation, 'state'>): void {
  if (state !== 'closed') return
  throw conflict('station-closed', {
    zh: '驿站已经关闭，不再收取依据。',
    en: 'The station is closed and takes no more evidence.',
  })
}
