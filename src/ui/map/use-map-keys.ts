import type { KeyboardEvent } from 'react'
import type { MapControl } from './use-map-view.ts'

const stepPx = 80
const pans: Record<string, [dx: number, dy: number]> = {
  ArrowLeft: [stepPx, 0],
  ArrowRight: [-stepPx, 0],
  ArrowUp: [0, stepPx],
  ArrowDown: [0, -stepPx],
}

/** Keys of the map itself, and of the markers once the person has entered them. */
export function useMapKeys(control: MapControl) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const handled =
      event.target === event.currentTarget ? onMap(event, control) : onMarker(event.key, event.currentTarget)
    if (handled) event.preventDefault()
  }
}

function onMap(event: KeyboardEvent<HTMLElement>, control: MapControl): boolean {
  const pan = pans[event.key]
  if (pan) control.pan(...pan)
  else if (event.key === '+' || event.key === '=') control.zoom(1.5)
  else if (event.key === '-') control.zoom(1 / 1.5)
  else if (event.key === '0') control.showAll()
  else if (event.key === 'Enter') markersIn(event.currentTarget)[0]?.focus()
  else return false
  return true
}

function onMarker(key: string, map: HTMLElement): boolean {
  const markers = markersIn(map)
  const index = markers.indexOf(document.activeElement as SVGElement)
  if (index < 0) return false
  if (key === 'Escape') map.focus()
  else if (key === 'ArrowRight' || key === 'ArrowDown') markers[(index + 1) % markers.length]?.focus()
  else if (key === 'ArrowLeft' || key === 'ArrowUp') markers.at(index - 1)?.focus()
  else return false
  return true
}

/** In reading order: rows from the top, each from the left. */
function markersIn(map: HTMLElement): SVGElement[] {
  const place = (marker: SVGElement) => marker.getBoundingClientRect()
  const row = (marker: SVGElement) => Math.round(place(marker).top / 60)
  return [...map.querySelectorAll<SVGElement>('svg [role=button]')].sort(
    (a, b) => row(a) - row(b) || place(a).left - place(b).left,
  )
}
