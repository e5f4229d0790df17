import type { Cluster } from './cluster.ts'
import type { MapGeometry } from './map-types.ts'

export type PlacedLabel = { text: string; x: number; y: number; rank: number }

/** Where a name may go instead of its own place, in px: above, below, further above. */
const shifts = [0, -32, 36, -60]
const clearance = { x: 42, y: 24 }

/**
 * Names for this zoom, in px from the corner of the drawing, each at the first place where no marker
 * covers it. A name of rank 1 is always written; a lesser one gives way.
 */
export function placeLabels(
  labels: MapGeometry['labels'],
  clusters: readonly Cluster[],
  scale: number,
  zoom: number,
): PlacedLabel[] {
  const taken = clusters.map(({ x, y }) => ({ x: x * scale, y: y * scale }))
  return labels.flatMap(({ text, x, y, rank }) => {
    if (rank > 1 && zoom < 2 ** (rank - 1)) return []
    const own = { text, x: x * scale, y: y * scale, rank }
    const shift = shifts.find((dy) => !taken.some((place) => covers(place, own.x, own.y + dy)))
    if (shift === undefined) return rank === 1 ? [own] : []
    return [{ ...own, y: own.y + shift }]
  })
}

function covers(place: { x: number; y: number }, x: number, y: number): boolean {
  return Math.abs(place.x - x) < clearance.x && Math.abs(place.y - y) < clearance.y
}
