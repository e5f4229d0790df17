type Drawing = {
  readonly width: number
  readonly height: number
  readonly frame: {
    readonly west: number
    readonly east: number
    readonly south: number
    readonly north: number
  }
}
type View = { readonly scale: number; readonly x: number; readonly y: number }

/** The world is this many pixels wide at zoom 0. */
const WORLD_PX = 512

/**
 * Where a Mercator map must look to lie under the drawing. The drawing is equirectangular; over a city the two
 * differ by a pixel or two at the edge of the screen.
 */
export function cameraOf(drawing: Drawing, view: View, screen: { width: number; height: number }) {
  const { west, east, south, north } = drawing.frame
  const x = (screen.width / 2 - view.x) / view.scale / drawing.width
  const y = (screen.height / 2 - view.y) / view.scale / drawing.height
  const pxADegree = (drawing.width * view.scale) / (east - west)
  return {
    center: [west + x * (east - west), north - y * (north - south)] as [number, number],
    zoom: Math.log2((pxADegree * 360) / WORLD_PX),
  }
}
