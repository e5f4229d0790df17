import type { Text } from '#platform/text.ts'

import type { LngLat } from './ring.ts'
import type { City } from './city.ts'
import type { DrawnLabel, DrawnRoad, LabelRank } from './drawn.ts'
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

type Projection = { readonly height: number; readonly project: (lng: number, lat: number) => Point }

/**
 * Equirectangular at the middle latitude: at the size of a city nobody can tell it from a conformal projection.
 * The drawing is 1000 units wide; x grows to the east, y to the south. The browser places stations the same way.
 */
export function projectionOf({ drawing: { frame } }: City): Projection {
  const perLng = WIDTH / (frame.east - frame.west)
  const perLat = perLng / Math.cos((((frame.south + frame.north) / 2) * Math.PI) / 180)
  return {
    height: Math.round((frame.north - frame.south) * perLat),
    project: (lng, lat) => ({ x: (lng - frame.west) * perLng, y: (frame.north - lat) * perLat }),
  }
}

/** Corners of the district pebbles, in drawing units; the core's are small, so their corners are too. */
const CORNER_RADIUS = 16
const URBAN_CORNER_RADIUS = 9

/** The whole drawing as SVG paths. It is a 示意图: show `notice` with it, and never call an area a boundary. */
export function schematicGeometry(city: City): SchematicGeometry {
  const { height, project: place } = projectionOf(city)
  const { rivers, lakes, roads, labels, views } = city.drawing
  const project = (line: readonly LngLat[]) => line.map(([lng, lat]) => place(lng, lat))
  const viewOf = ({ northWest, southEast }: { northWest: LngLat; southEast: LngLat }): SchematicView => {
    const from = place(...northWest)
    const to = place(...southEast)
    return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y }
  }
  return {
    width: WIDTH,
    height,
    notice: { zh: '示意图，不表示行政区域界线', en: 'Schematic; shows no administrative boundary' },
    views: {
      whole: { x: 0, y: 0, width: WIDTH, height },
      core: viewOf(views.core),
      centre: viewOf(views.centre),
    },
    areas: city.districts.map(({ adcode, name, urban, area }) => ({
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
      ...place(...at),
      kind,
      rank,
      text,
      overviewOnly,
    })),
  }
}
