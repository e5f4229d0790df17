/** What the server knows of a photo that is offered as evidence. Times are milliseconds since the epoch. */
export type OfferedPhoto = {
  /** When the server gave its challenge for this photo, and until when it may be taken. */
  readonly issuedAt: number
  readonly expiresAt: number
  /** As the device says; checked against what the server saw. */
  readonly capturedAt: number
  readonly arrivedAt: number
  /** As the camera noted it down; null where it says nothing. It may contradict, it never proves. */
  readonly cameraAt: number | null
  /** Metres between the camera's own place and the station; null where it says nothing. */
  readonly cameraMetres: number | null
  /** Whether the plate's code was scanned, or the phone's position lies at the station. */
  readonly proof: 'code-and-position' | 'code' | 'position' | 'none'
  /** From the station, by the phone's position; null where none was given. */
  readonly distanceMetres: number | null
}

export type PhotoFault =
  | 'challenge-over'
  | 'before-challenge'
  | 'from-the-future'
  | 'camera-older'
  | 'elsewhere'
  | 'camera-elsewhere'
  | 'no-place'

/** A phone's clock and the server's may differ; nobody is refused for that. */
const CLOCK_SLACK_MS = 2 * 60_000
/** A camera's clock is set by hand, and wrong by hours more often than by a day. */
const CAMERA_SLACK_MS = 24 * 3_600_000
/** What a camera notes of its place is rough, and not what anybody is judged by; another place is another place. */
const CAMERA_NEAR_METRES = 2_000

/** Why a photo proves nothing here and now; undefined where it does. */
export function faultOfPhoto(photo: OfferedPhoto): PhotoFault | undefined {
  if (photo.capturedAt > photo.arrivedAt + CLOCK_SLACK_MS) return 'from-the-future'
  if (photo.capturedAt < photo.issuedAt - CLOCK_SLACK_MS) return 'before-challenge'
  if (photo.capturedAt > photo.expiresAt + CLOCK_SLACK_MS) return 'challenge-over'
  if (photo.cameraAt !== null && Math.abs(photo.capturedAt - photo.cameraAt) > CAMERA_SLACK_MS)
    return 'camera-older'
  if (photo.cameraMetres !== null && photo.cameraMetres > CAMERA_NEAR_METRES) return 'camera-elsewhere'
  if (photo.proof !== 'none') return undefined
  return photo.distanceMetres === null ? 'no-place' : 'elsewhere'
}
