/** Wednesday 14:05 in the city when the server starts; from there the clock runs. No generated hours end near it. */
export const ASKED_AT = new Date('2026-11-25T06:05:00Z')
/** The same moment as a generated station's columns have it. */
export const ASKED_MINUTE = 14 * 60 + 5
export const ASKED_DAY_BIT = 1 << 2
