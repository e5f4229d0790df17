/** China keeps one time all year (UTC+8), so that a shift is exact and needs no time zone table. */
const AHEAD_MS = 8 * 3_600_000

/** The calendar day where the city lies, `2026-11-23`, of an instant. */
export const cityDay = (at: Date): string => new Date(at.getTime() + AHEAD_MS).toISOString().slice(0, 10)
