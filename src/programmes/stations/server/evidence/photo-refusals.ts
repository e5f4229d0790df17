import { cityMoment } from '#platform/city-time.ts'
import { invalid, type Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import type { OfferedPhoto, PhotoFault } from '../../rules/evidence/judge-photo.ts'
import { NEAR_METRES } from '../visits/presence.ts'

const again: Text = { zh: '到驿站后在本页现拍一张', en: 'a photo taken on this page at the station' }

/** What is wrong with a photo, in words, with what was measured. */
export function wordsOfPhotoFault(fault: PhotoFault, photo: OfferedPhoto): Text {
  switch (fault) {
    case 'before-challenge':
      return {
        zh: `照片拍于${clock(photo.capturedAt)}，在领取拍照任务（${clock(photo.issuedAt)}）之前：太旧。`,
        en: `The photo was taken at ${clock(photo.capturedAt)}, before it was asked for (${clock(photo.issuedAt)}): too old.`,
      }
    case 'challenge-over':
      return {
        zh: `拍照任务到${clock(photo.expiresAt)}为止，照片拍于${clock(photo.capturedAt)}。`,
        en: `It could be taken until ${clock(photo.expiresAt)}; it was taken at ${clock(photo.capturedAt)}.`,
      }
    case 'from-the-future':
      return {
        zh: `手机上的时间是${clock(photo.capturedAt)}，比现在还晚。请校准手机时间。`,
        en: `By the phone it was taken at ${clock(photo.capturedAt)}, which is yet to come. Set the phone’s clock.`,
      }
    case 'camera-older':
      return {
        zh: `相机记录的拍摄时间是${clock(photo.cameraAt!)}，与现在相差一天以上：像是旧照片。`,
        en: `The camera noted ${clock(photo.cameraAt!)}, more than a day away: it looks like an old photo.`,
      }
    case 'camera-elsewhere':
      return {
        zh: `相机记录的地点距驿站约${kilometres(photo.cameraMetres!)}公里：像是在别处拍的。`,
        en: `The camera noted a place ${kilometres(photo.cameraMetres!)} km from the station: it looks taken elsewhere.`,
      }
    case 'elsewhere':
      return {
        zh: `手机位置距驿站${photo.distanceMetres}米，超过${NEAR_METRES}米：照片不是在驿站拍的。`,
        en: `The phone was ${photo.distanceMetres} m from the station, more than ${NEAR_METRES} m: it was not taken there.`,
      }
    case 'no-place':
      return {
        zh: '没有到场证明：既没有手机位置，也没有扫门牌。',
        en: 'Nothing shows that you are there: neither a position nor a scan of the plate.',
      }
  }
}

export function refusePhoto(fault: PhotoFault, photo: OfferedPhoto): Failure {
  const isPlace = fault === 'no-place' || fault === 'elsewhere'
  return invalid(`photo-${fault}`, {
    field: isPlace ? 'position' : 'capturedAt',
    reason: wordsOfPhotoFault(fault, photo),
    accepted: isPlace
      ? {
          zh: `驿站${NEAR_METRES}米内的手机位置，或刚扫过的门牌码`,
          en: `a position within ${NEAR_METRES} m of the station, or its plate scanned just now`,
        }
      : again,
  })
}

const clock = (ms: number): string => cityMoment(new Date(ms))

const kilometres = (metres: number): string => (metres / 1000).toFixed(1)
