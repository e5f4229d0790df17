import { useAnswer } from '#platform/client/hooks.ts'
import { cityOperations } from './contract.ts'

export type Schematic = NonNullable<ReturnType<typeof useCity>['data']>['schematic']

/** The city as pages show it: districts by name, and the drawing. Kept for use without a network. */
export const useCity = () => useAnswer(cityOperations.getCity, {})

/** Where a GCJ-02 place stands in the drawing; the same projection as the server's. */
export function placeInDrawing(
  drawing: Pick<Schematic, 'width' | 'height' | 'frame'>,
  longitude: number,
  latitude: number,
) {
  const { west, east, south, north } = drawing.frame
  return {
    x: ((longitude - west) / (east - west)) * drawing.width,
    y: ((north - latitude) / (north - south)) * drawing.height,
  }
}
