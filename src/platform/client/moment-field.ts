/** China keeps one time, eight hours ahead of UTC, wherever the desk stands. */
const ZONE = '+08:00'
const ZONE_MS = 8 * 60 * 60 * 1000
const FIELD = 'YYYY-MM-DDTHH:MM'.length

/** A moment (ISO 8601) as the browser's own day-and-time field writes it, in the city's time. */
export const fieldOfMoment = (moment: string): string =>
  new Date(Date.parse(moment) + ZONE_MS).toISOString().slice(0, FIELD)

/** What such a field holds, as a moment with its offset. */
export const momentOfField = (field: string): string => `${field.slice(0, FIELD)}:00${ZONE}`
