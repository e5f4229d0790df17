import type { Cluster } from './cluster.ts'
import type { MapGeometry } from './map-types.ts'

export type PlacedLabel = { text: string; x: number; y: number; rank: number }

/** Where a name may go instead of its own place, in px: above, below, further above. */
const shifts = [0, -32, 36, -60]

/** Half of what something takes on the screen, in px, about its middle. */
type Box = { readonly x: number; readonly y: number; readonly wide: number; readonly high: number }

/** A marker with its rim, as far as half a name of three characters reaches. */
const MARKER = { wide: 16, high: 14 }
const NAME_HIGH = 10
/** A Chinese character of a name is 13 px, and any other about half of it. */
const halfWidth = (text: string) =>
  [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 13 : 7), 0) / 2

/**
 * Names for this zoom, in px from the corner of the drawing, each at the first place where neither a marker nor a
 * weightier name covers it. A name of rank 1 is always written; a lesser one gives way.
 */
export function placeLabels(
  labels: MapGeometry['labels'],
  clusters: readonly Cluster[],
  scale: number,
  zoom: number,
): PlacedLabel[] {
  const taken: Box[] = clusters.map(({ x, y }) => ({ x: x * scale, y: y * scale, ...MARKER }))
  const placed: PlacedLabel[] = []
  for (const { text, x, y, rank } of [...labels].sort((a, b) => a.rank - b.rank)) {
    if (rank > 1 && zoom < 2 ** (rank - 1)) continue
    const own = { x: x * scale, y: y * scale, wide: halfWidth(text), high: NAME_HIGH }
    const shift = shifts.find((dy) => !taken.some((box) => covers(box, { ...own, y: own.y + dy })))
    if (shift === undefined && rank > 1) continue
    const at = { ...own, y: own.y + (shift ?? 0) }
    taken.push(at)
    placed.push({ text, x: at.x, y: at.y, rank })
  }
  return placed
}

const covers = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) < one.wide + other.wide && Math.abs(one.y - other.y) < one.high + other.high
