import type { Text } from '#platform/text.ts'
import type { LngLat, Ring } from './ring.ts'

export type DrawnLine = { readonly id: string; readonly name: Text; readonly line: readonly LngLat[] }
export type DrawnRiver = DrawnLine & { readonly kind: 'river'; readonly weight: 1 | 2 }
export type DrawnLake = {
  readonly id: string
  readonly kind: 'lake'
  readonly name: Text
  readonly ring: Ring
}
export type DrawnRoad = DrawnLine & { readonly kind: 'expressway' | 'railway' | 'street' }

/** Rank 1 shows always, 2 from the first zoom on, 3 when streets are told apart. */
export type LabelRank = 1 | 2 | 3
export type DrawnLabel = {
  readonly kind: 'district' | 'place' | 'water' | 'road'
  readonly rank: LabelRank
  readonly text: Text
  readonly at: LngLat
  /** Shown only in the overview, where the names it stands for are too small to set. */
  readonly overviewOnly?: true
}

type Corners = { readonly northWest: LngLat; readonly southEast: LngLat }

/** What the schematic map shows besides districts. `frame` is what the drawing covers, in GCJ-02 degrees. */
export type Drawing = {
  readonly frame: {
    readonly west: number
    readonly east: number
    readonly south: number
    readonly north: number
  }
  readonly views: Readonly<Record<'core' | 'centre', Corners>>
  readonly rivers: readonly DrawnRiver[]
  readonly lakes: readonly DrawnLake[]
  readonly roads: readonly DrawnRoad[]
  readonly labels: readonly DrawnLabel[]
}
