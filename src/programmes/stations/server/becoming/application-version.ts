import { getFile, storePhoto, withdrawFile } from '#kernel/files/index.ts'
import { sendSms } from '#platform/sms.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { encrypt } from '#platform/keys.ts'
import type { z } from 'zod'
import type { applicationWish } from '../../shapes-becoming.ts'
import { keeperPhoneIndex } from '../keeping/appoint-keeper.ts'
import { judgeDraft } from '../keeping/judge-draft.ts'
import { requireFresh } from '../photos/add-photo.ts'
import type { ApplicationDraft, ApplicationPhoto } from '../tables-becoming.ts'
import { tables } from '../tables.ts'
import { applicationPhotoUpload } from './application-upload.ts'

export type Wish = {
  readonly draft: ApplicationDraft
  readonly keeper: { readonly name: string; readonly phone: string }
  readonly photos: readonly {
    readonly fileId: string
    readonly kind: z.output<typeof applicationWish.photos>[number]['kind']
  }[]
  readonly confirmed: readonly string[]
}

const PHOTOS_MIN = 1
const PHOTOS_MAX = 10

/** Refuses what no station can be, and asks about what only looks wrong, as an officer is asked. */
export const judgeApplication = (ctx: Context, { draft, confirmed }: Pick<Wish, 'draft' | 'confirmed'>) =>
  judgeDraft(ctx, { ...draft, level: 'ordinary', openedOn: null }, confirmed)

/** One submission, for good: what was said, with pictures of which everything but the picture was taken off. */
export async function insertVersion(
  ctx: Context,
  at: { readonly applicationId: string; readonly no: number; readonly organisationId: string },
  wish: Wish,
  kept: readonly ApplicationPhoto[] = [],
): Promise<void> {
  const count = wish.photos.length + kept.length
  if (count < PHOTOS_MIN || count > PHOTOS_MAX) throw photosMissing()
  const photos = [...kept]
  for (const one of wish.photos) photos.push(await storeApplicationPhoto(ctx, one, at.organisationId))
  const { keys } = ctx.config
  await tables(ctx)
    .insertInto('stations.application_version')
    .values({
      application_id: at.applicationId,
      no: at.no,
      draft: JSON.stringify(wish.draft),
      confirmed: [...wish.confirmed],
      keeper_name: wish.keeper.name,
      keeper_phone_index: keeperPhoneIndex(keys, wish.keeper.phone),
      keeper_phone_sealed: encrypt(keys, 'phone', wish.keeper.phone),
      photos: JSON.stringify(photos),
      submitted_at: ctx.now,
    })
    .execute()
}

async function storeApplicationPhoto(
  ctx: Context,
  { fileId, kind }: Wish['photos'][number],
  organisationId: string,
): Promise<ApplicationPhoto> {
  const original = await getFile(ctx, fileId, applicationPhotoUpload.purpose)
  const stored = await storePhoto(ctx, original, organisationId)
  if (stored.takenAt !== undefined) requireFresh(ctx, stored.takenAt)
  return {
    fileId: stored.fileId,
    thumbnailFileId: stored.thumbnailFileId,
    kind,
    takenAt: stored.takenAt?.toISOString() ?? null,
  }
}

/** Pictures of a place that never became a station are nobody's to see. */
export async function withdrawPhotos(ctx: Context, photos: readonly ApplicationPhoto[]): Promise<void> {
  const ids = photos.flatMap(({ fileId, thumbnailFileId }) => [fileId, thumbnailFileId])
  if (ids.length > 0) await withdrawFile(ctx, ids)
}

/** Another person was named: they learn of it by the phone that was named, once the command is committed. */
export function askKeeper(ctx: Context, phone: string, stationName: string): void {
  ctx.afterCommit(() =>
    sendSms(ctx, {
      to: phone,
      template: 'station-keeper-asked',
      values: { station: stationName },
      text: `有单位申请设立“${stationName}”，并请您担任管理员。请用本手机号登录后，在“我的设站申请”里答复是否同意。`,
    }),
  )
}

const photosMissing = () =>
  invalid('photos-missing', {
    field: 'photos',
    reason: {
      zh: '请附1至10张照片，至少一张看得清门口。',
      en: 'Add 1 to 10 photos, one of which shows the door.',
    },
    accepted: { zh: `${PHOTOS_MIN}至${PHOTOS_MAX}张`, en: `${PHOTOS_MIN} to ${PHOTOS_MAX}` },
  })
