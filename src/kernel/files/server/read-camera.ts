import { CITY_OFFSET } from '#platform/city-time.ts'

const EXIF_TIME = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/

/** What a camera noted down beside a photo. It can be set by hand, so that it corroborates and never proves. */
export type CameraNotes = {
  readonly takenAt: Date | undefined
  /** WGS-84 degrees. */
  readonly place: { readonly longitude: number; readonly latitude: number } | undefined
}

/** Undefined for whatever the camera says nothing about that can be read. */
export async function readCamera(photo: { readonly path: string }): Promise<CameraNotes> {
  const { default: exifr } = await import('exifr')
  // Times as text: read as dates they would be taken for the server's own time zone.
  const read: unknown = await exifr
    .parse(photo.path, { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'], reviveValues: false })
    .catch(() => undefined)
  const place: unknown = await exifr.gps(photo.path).catch(() => undefined)
  return { takenAt: takenAtOf(read), place: placeOf(place) }
}

function takenAtOf(read: unknown): Date | undefined {
  const { DateTimeOriginal: time, OffsetTimeOriginal: offset } = (read ?? {}) as Record<string, unknown>
  const parts = EXIF_TIME.exec(String(time ?? ''))
  if (parts === null) return undefined
  // Cameras note local time, and few say which.
  const zone = /^[+-]\d{2}:\d{2}$/.test(String(offset)) ? String(offset) : CITY_OFFSET
  const taken = new Date(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}${zone}`)
  return Number.isNaN(taken.getTime()) ? undefined : taken
}

function placeOf(read: unknown): CameraNotes['place'] {
  const { longitude, latitude } = (read ?? {}) as Record<string, unknown>
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return undefined
  return { longitude: longitude as number, latitude: latitude as number }
}
