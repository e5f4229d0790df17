const REASON_MIN = 4

/** The contract's least: a reason of three characters tells nobody anything a year later. */
export const isReason = (text: string): boolean => text.trim().length >= REASON_MIN
