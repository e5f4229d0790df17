/** What a scanned plate gave: good for ten minutes, for this station. */
export type Presence = {
  readonly secret: string
  readonly code: string
  readonly name: string
  readonly presence: string
  /** ISO text. */
  readonly until: string
}

const NAME = 'zhenyi.presence'
let held: Presence | undefined

/** Kept for this tab, so that reloading or looking at the map does not ask for another scan. */
export function keepPresence(presence: Presence): void {
  held = presence
  try {
    sessionStorage.setItem(NAME, JSON.stringify(presence))
  } catch {
    // A private window: memory holds it for as long as the page is open.
  }
}

function readPresence(): Presence | undefined {
  if (held !== undefined) return held
  try {
    const text = sessionStorage.getItem(NAME)
    held = text === null ? undefined : (JSON.parse(text) as Presence)
  } catch {
    held = undefined
  }
  return held
}

/** The presence that was proved by this plate, also when it has run out. */
export const presenceOfPlate = (secret: string): Presence | undefined =>
  readPresence()?.secret === secret ? held : undefined

export type PresenceState =
  | { readonly kind: 'none' | 'expired' }
  | { readonly kind: 'valid'; readonly presence: Presence; readonly secondsLeft: number }

/** Whether a scan of this station's plate still counts. */
export function presenceFor(code: string, now: Date): PresenceState {
  const presence = readPresence()
  if (presence === undefined || presence.code !== code) return { kind: 'none' }
  const secondsLeft = Math.ceil((Date.parse(presence.until) - now.getTime()) / 1000)
  return secondsLeft > 0 ? { kind: 'valid', presence, secondsLeft } : { kind: 'expired' }
}
