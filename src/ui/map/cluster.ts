import type { MapMarker } from './map-types.ts'

/** `marker` where one stands alone; otherwise how many stand so close that they would overlap. */
export type Cluster = { id: string; x: number; y: number; count: number; marker: MapMarker | null }

/**
 * Groups markers by the cells of a grid of `cellSize` drawing units: one pass, so that thousands cost
 * little. A group stands at the mean of its members. The chosen marker is never hidden in a group.
 */
export function clusterMarkers(
  markers: readonly MapMarker[],
  cellSize: number,
  selectedId?: string,
): Cluster[] {
  const cells = new Map<string, MapMarker[]>()
  for (const marker of markers) {
    const key = marker.id === selectedId ? marker.id : cellOf(marker, cellSize)
    const cell = cells.get(key)
    if (cell) cell.push(marker)
    else cells.set(key, [marker])
  }
  return [...cells].map(([key, members]) => toCluster(key, members))
}

function cellOf({ x, y }: MapMarker, cellSize: number): string {
  return `${Math.floor(x / cellSize)}:${Math.floor(y / cellSize)}`
}

function toCluster(key: string, members: MapMarker[]): Cluster {
  const [first] = members
  if (members.length === 1 && first) return { id: first.id, x: first.x, y: first.y, count: 1, marker: first }
  return { id: key, x: mean(members, 'x'), y: mean(members, 'y'), count: members.length, marker: null }
}

function mean(members: MapMarker[], axis: 'x' | 'y'): number {
  return members.reduce((sum, member) => sum + member[axis], 0) / members.length
}

/** Cells in px on the screen: wider than a group's circle, so that neighbours seldom touch. */
const cellPx = 64

/** From this zoom on everyone stands alone: the last step of the zoom must show each place. */
const separateFromZoom = 12

/**
 * The cell size for a scale, held in steps of √2 so that groups do not flicker while two fingers move.
 * Zero means no grouping.
 */
export function cellSizeFor(scale: number, zoom: number): number {
  if (zoom >= separateFromZoom) return 0
  return cellPx / Math.SQRT2 ** Math.round(2 * Math.log2(scale))
}

export function clustersFor(
  markers: readonly MapMarker[],
  cellSize: number,
  selectedId: string | undefined,
): Cluster[] {
  if (cellSize > 0) return clusterMarkers(markers, cellSize, selectedId)
  return markers.map((marker) => ({ id: marker.id, x: marker.x, y: marker.y, count: 1, marker }))
}
