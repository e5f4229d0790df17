/** What a number format makes of a number. */
export type DateLook = 'date' | 'time'

/** The built-in formats of ECMA-376 Part 1, 18.8.30, with the East Asian ones. */
const builtInLook = (id: number): DateLook | undefined => {
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return 'time'
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date'
  return undefined
}

/** Quoted words, escaped characters, colours and locales say nothing about the kind; `[h]` does. */
const NOT_CODE = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi

export function dateLookOf(formatId: number, code: string | undefined): DateLook | undefined {
  if (code === undefined) return builtInLook(formatId)
  const letters = code.split(';')[0]?.replace(NOT_CODE, '').toLowerCase() ?? ''
  if (/general|[0#?]\.?[0#?]*%/.test(letters)) return undefined
  if (/[yd年日]/.test(letters) || /^[^hs]*m[^hs]*$/.test(letters)) return 'date'
  return /[hs时]/.test(letters) ? 'time' : undefined
}

const DAY_MS = 86_400_000
/** Day 0 of both calendars. 1900 counts a 29 February that never was, hence the 30th. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30)
const EPOCH_1904_MS = Date.UTC(1904, 0, 1)
const SERIAL_MAX = 2_958_465

/** `2019-05-01`, `2019-05-01T08:30` or `08:30`; undefined for a number that is no day of either calendar. */
export function serialToText(serial: number, look: DateLook, starts1904: boolean): string | undefined {
  if (!(serial >= 0 && serial <= SERIAL_MAX)) return undefined
  if (look === 'time' && serial <= 1) return clockText(Math.round(serial * 1440))
  const minutes = Math.round(serial * 1440)
  const epochMs = starts1904 ? EPOCH_1904_MS : serial < 60 ? EPOCH_1900_MS + DAY_MS : EPOCH_1900_MS
  const iso = new Date(epochMs + minutes * 60_000).toISOString()
  return minutes % 1440 === 0 ? iso.slice(0, 10) : iso.slice(0, 16)
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
