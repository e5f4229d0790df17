import type { MapView, Size } from './map-types.ts'

/** Kept around the screen, so that a short move shows nothing missing. */
const marginPx = 160

/**
 * The part of the drawing that is on or near the screen, in drawing units. Its edges move in steps of
 * the margin, so that a finger dragging the map does not choose the markers anew at every frame.
 */
export function windowOf(view: MapView, screen: Size) {
  const x = Math.round(view.x / marginPx) * marginPx
  const y = Math.round(view.y / marginPx) * marginPx
  return {
    left: (-x - marginPx) / view.scale,
    top: (-y - marginPx) / view.scale,
    right: (screen.width - x + marginPx) / view.scale,
    bottom: (screen.height - y + marginPx) / view.scale,
  }
}
