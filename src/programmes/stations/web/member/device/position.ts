import { useSyncExternalStore } from 'react'
import { locate, type Degrees } from '#programmes/stations/rules/coordinates.ts'

export type KnownPosition = {
  readonly kind: 'known'
  /** GCJ-02, for measuring and drawing. */
  readonly point: Degrees
  /** As the phone gave it, WGS-84: what a check-in or report may carry. */
  readonly received: Degrees & { readonly accuracyMetres: number }
  readonly at: number
}

export type PositionState =
  | { readonly kind: 'none' | 'asking' | 'refused' | 'failed' | 'unsupported' }
  | KnownPosition

const NOT_ASKED: PositionState = { kind: 'none' }

const WAIT_MS = 12_000
const PERMISSION_DENIED = 1

/** Held in memory for this visit only and shared by the pages; written nowhere. */
let state: PositionState = NOT_ASKED
const listeners = new Set<() => void>()

function change(next: PositionState) {
  state = next
  for (const listener of listeners) listener()
}

/** Asks the phone where it is. Called by a press of a button, never by opening a page. */
export function askPosition(): Promise<PositionState> {
  if (!('geolocation' in navigator) || !window.isSecureContext) {
    change({ kind: 'unsupported' })
    return Promise.resolve(state)
  }
  const last = state
  change({ kind: 'asking' })
  return new Promise((resolve) => {
    const settle = (next: PositionState) => {
      change(next)
      resolve(next)
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => settle(known(coords)),
      ({ code }) =>
        // A position of a minute ago serves better than none where the sky is hidden.
        settle(
          code === PERMISSION_DENIED
            ? { kind: 'refused' }
            : last.kind === 'known'
              ? last
              : { kind: 'failed' },
        ),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 15_000 },
    )
  })
}

function known({ longitude, latitude, accuracy }: GeolocationCoordinates): KnownPosition {
  // The one conversion, by the rule that the server uses too; what was received stays beside it.
  const { received, ...point } = locate({ longitude, latitude }, 'WGS-84', '')
  const accuracyMetres = Math.min(100_000, Math.round(accuracy))
  return {
    kind: 'known',
    point,
    received: { longitude: received.longitude, latitude: received.latitude, accuracyMetres },
    at: Date.now(),
  }
}

export function usePosition(): PositionState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => state,
    () => NOT_ASKED,
  )
}
