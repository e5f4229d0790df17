import type { Status } from '#ui/data/status-badge.tsx'

/** All coordinates and lengths are in the drawing's own units, y downwards; the page projects into them. */
export type MapGeometry = {
  width: number
  height: number
  areas: { id: string; label: string; path: string }[]
  waters: { id: string; label?: string; path: string; kind: 'river' | 'lake' }[]
  roads: { id: string; label?: string; path: string }[]
  /** Rank 1 is always written, 2 from twice the fitting size on, 3 from four times. */
  labels: { text: string; x: number; y: number; rank: number }[]
}

export type MapMarker = {
  id: string
  x: number
  y: number
  status: Status
  /** Read aloud, and written beside the marker when it is chosen. */
  label: string
  /** 1 is the most worth seeing; the larger it is, the fainter the marker is drawn. */
  rank?: number
}

export type MapPosition = { x: number; y: number; accuracy: number }

/** A point of the drawing and how near to look: 1 shows the whole. */
export type MapFocus = { readonly x: number; readonly y: number; readonly zoom: number }

export type Size = { width: number; height: number }

/** Where the drawing lies on the screen: screen = drawing × scale + offset, in px. */
export type MapView = { scale: number; x: number; y: number }
