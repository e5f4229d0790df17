/** China keeps one time all year (UTC+8), so that a shift is exact and needs no time zone table. */
const AHEAD_MS = 8 * 3_600_000

const hereAt = (at: Date): string => new Date(at.getTime() + AHEAD_MS).toISOString()

/** The calendar day where the city lies, `2026-11-23`, of an instant. */
export const cityDay = (at: Date): string => hereAt(at).slice(0, 10)

/** An instant as people there read it: `2026-11-23 14:05`. */
export const cityMoment = (at: Date): string => hereAt(at).slice(0, 16).replace('T', ' ')
