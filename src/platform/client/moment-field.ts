import { cityDay, cityTime, momentAt } from '../city-time.ts'

const DAY = 'YYYY-MM-DD'.length
const MINUTE = 'YYYY-MM-DDTHH:MM'.length

/** A moment (ISO 8601) as the browser's own day-and-time field writes it, in the city's time wherever the desk stands. */
export const fieldOfMoment = (moment: string): string => `${cityDay(moment)}T${cityTime(moment)}`

/** What such a field holds, as a moment with its offset. */
export const momentOfField = (field: string): string =>
  momentAt(field.slice(0, DAY), field.slice(DAY + 1, MINUTE))
