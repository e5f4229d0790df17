/**
 * The code on a card that changes every half minute: an HMAC of the serial and the half minute, by a key that only
 * the member's phone and the server hold. A picture of the screen tells when it was taken.
 */
export const WINDOW_SECONDS = 30
/** Clocks differ, and somebody must find their reading glasses: so many windows old counts as shown now. */
const FRESH_WINDOWS = 4
const CODE_BYTES = 5

export const windowAt = (milliseconds: number): number => Math.floor(milliseconds / (WINDOW_SECONDS * 1000))

export const windowStart = (window: number): Date => new Date(window * WINDOW_SECONDS * 1000)

/** What is signed. */
export const movingText = (serial: string, window: number): string => `${serial}.${window}`

/** Eight letters of the signature: forty bits, tried against a server that counts tries. */
export const codeOf = (signature: Uint8Array): string =>
  [...signature.subarray(0, CODE_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export type Freshness = 'now' | 'earlier' | 'clock-differs'

/** How old a code is that was made in `shown`, at `now`. */
export function freshnessOf(shown: number, now: number): Freshness {
  if (shown > now + FRESH_WINDOWS) return 'clock-differs'
  return now - shown <= FRESH_WINDOWS ? 'now' : 'earlier'
}
