const EXIF_TIME = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/

/** The city's offset: cameras note local time, and few say which. */
const CITY_OFFSET = '+08:00'

/** When the camera says that a photo was taken; undefined where it says nothing that can be read. */
export async function readCaptureTime(path: string): Promise<Date | undefined> {
  const { default: exifr } = await import('exifr')
  // As text: read as a date it would be taken for the server's own time zone.
  const read: unknown = await exifr
    .parse(path, { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'], reviveValues: false })
    .catch(() => undefined)
  const { DateTimeOriginal: time, OffsetTimeOriginal: offset } = (read ?? {}) as Record<string, unknown>
  const parts = EXIF_TIME.exec(String(time ?? ''))
  if (parts === null) return undefined
  const zone = /^[+-]\d{2}:\d{2}$/.test(String(offset)) ? String(offset) : CITY_OFFSET
  const taken = new Date(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}${zone}`)
  return Number.isNaN(taken.getTime()) ? undefined : taken
}
