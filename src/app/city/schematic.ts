import type { Text } from '#platform/text.ts'

import type { LngLat } from './ring.ts'
import type { DrawnLabel, DrawnRoad, LabelRank } from './pingdingshan-drawing.ts'
import { labels, lakes, rivers, roads } from './pingdingshan-drawing.ts'
import { pingdingshan } from './pingdingshan.ts'
import { pebble, smoothLine, smoothRing } from './smooth-path.ts'
import type { Point } from './smooth-path.ts'

/** A part of the drawing, in its units: what an SVG `viewBox` takes. */
export type SchematicView = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type SchematicGeometry = {
  readonly width: number
  readonly height: number
  /** What a map without boundaries must say about itself. */
  readonly notice: Text
  /** The whole city; its built-up core, where a desk opens; the middle of the core, where a phone opens. */
  readonly views: Readonly<Record<'whole' | 'core' | 'centre', SchematicView>>
  readonly areas: readonly { id: string; label: Text; urban: boolean; path: string }[]
  /** Lakes are filled shapes; rivers are lines whose `weight` is 1 or 2. */
  readonly waters: readonly {
    id: string
    label: Text
    kind: 'river' | 'lake'
    weight: number
    path: string
  }[]
  readonly roads: readonly { id: string; label: Text; kind: DrawnRoad['kind']; path: string }[]
  readonly labels: readonly SchematicLabel[]
}

export type SchematicLabel = Point & {
  readonly kind: DrawnLabel['kind']
  readonly rank: LabelRank
  readonly text: Text
  readonly overviewOnly: boolean
}

const WIDTH = 1000
const frame = { west: 112.17, east: 113.83, south: 33.08, north: 34.39 } as const

// Equirectangular at the middle latitude: at the size of a city nobody can tell it from a conformal projection.
const unitsPerLng = WIDTH / (frame.east - frame.west)
const unitsPerLat = unitsPerLng / Math.cos((((frame.south + frame.north) / 2) * Math.PI) / 180)
const HEIGHT = Math.round((frame.north - frame.south) * unitsPerLat)

/** Corners of the district pebbles, in drawing units; the core's are small, so their corners are too. */
const CORNER_RADIUS = 16
const URBAN_CORNER_RADIUS = 9

/** Where a GCJ-02 place stands in the drawing; x grows to the east, y to the south. */
export function projectToSchematic(lng: number, lat: number): Point {
  return { x: (lng - frame.west) * unitsPerLng, y: (frame.north - lat) * unitsPerLat }
}

/** The whole drawing as SVG paths. It is a 示意图: show `notice` with it, and never call an area a boundary. */
export function schematicGeometry(): SchematicGeometry {
  return {
    width: WIDTH,
    height: HEIGHT,
    notice: { zh: '示意图，不表示行政区域界线', en: 'Schematic; shows no administrative boundary' },
    views: {
      whole: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
      core: viewOf([113.07, 33.86], [113.49, 33.63]),
      centre: viewOf([113.235, 33.8], [113.375, 33.67]),
    },
    areas: pingdingshan.districts.map(({ adcode, name, urban, area }) => ({
      id: adcode,
      label: name,
      urban,
      path: pebble(project(area), urban ? URBAN_CORNER_RADIUS : CORNER_RADIUS),
    })),
    waters: [
      ...rivers.map(({ id, kind, name, weight, line }) => ({
        id,
        label: name,
        kind,
        weight,
        path: smoothLine(project(line)),
      })),
      ...lakes.map(({ id, kind, name, ring }) => ({
        id,
        label: name,
        kind,
        weight: 2,
        path: smoothRing(project(ring)),
      })),
    ],
    roads: roads.map(({ id, kind, name, line }) => ({
      id,
      label: name,
      kind,
      path: smoothLine(project(line)),
    })),
    labels: labels.map(({ kind, rank, text, at, overviewOnly = false }) => ({
      ...projectToSchematic(...at),
      kind,
      rank,
      text,
      overviewOnly,
    })),
  }
}

function project(line: readonly LngLat[]): Point[] {
  return line.map(([lng, lat]) => projectToSchematic(lng, lat))
}

function viewOf(northWest: LngLat, southEast: LngLat): SchematicView {
  const from = projectToSchematic(...northWest)
  const to = projectToSchematic(...southEast)
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y }
}
