import type { Schematic } from '#kernel/city/client.ts'
import type { Degrees } from '../../../rules/coordinates.ts'

/** A metre or so; the drawing is no finer. */
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** The GCJ-02 place under a point of the drawing: the way back of `placeInDrawing`. */
export function degreesInDrawing(
  { width, height, frame }: Pick<Schematic, 'width' | 'height' | 'frame'>,
  { x, y }: { readonly x: number; readonly y: number },
): Degrees {
  const { west, east, south, north } = frame
  return {
    longitude: round(west + (x / width) * (east - west)),
    latitude: round(north - (y / height) * (north - south)),
  }
}
