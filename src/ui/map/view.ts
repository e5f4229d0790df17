import type { MapView, Size } from './map-types.ts'

type Point = { x: number; y: number }

/** How much larger than fitting the drawing may become. */
const zoomMax = 16

/** The whole drawing in the middle of the screen, as large as it fits. */
export function fitView(drawing: Size, screen: Size): MapView {
  const scale = Math.min(screen.width / drawing.width, screen.height / drawing.height)
  return {
    scale,
    x: (screen.width - drawing.width * scale) / 2,
    y: (screen.height - drawing.height * scale) / 2,
  }
}

/** 1 when the drawing just fits. */
export function zoomOf(view: MapView, drawing: Size, screen: Size): number {
  return view.scale / fitView(drawing, screen).scale
}

/** Zooms about a point of the screen that keeps its place, such as the pointer or the middle of two fingers. */
export function zoomAt(view: MapView, factor: number, point: Point, drawing: Size, screen: Size): MapView {
  const fitting = fitView(drawing, screen).scale
  const scale = Math.min(fitting * zoomMax, Math.max(fitting, view.scale * factor))
  const ratio = scale / view.scale
  const moved = { scale, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio }
  return keepInSight(moved, drawing, screen)
}

export function panBy(view: MapView, dx: number, dy: number, drawing: Size, screen: Size): MapView {
  return keepInSight({ ...view, x: view.x + dx, y: view.y + dy }, drawing, screen)
}

/** Puts a point of the drawing in the middle, at least `zoom` times the fitting size. */
export function centreOn(view: MapView, point: Point, zoom: number, drawing: Size, screen: Size): MapView {
  const scale = Math.max(view.scale, fitView(drawing, screen).scale * zoom)
  const centred = { scale, x: screen.width / 2 - point.x * scale, y: screen.height / 2 - point.y * scale }
  return keepInSight(centred, drawing, screen)
}

export function toScreen(view: MapView, point: Point): Point {
  return { x: point.x * view.scale + view.x, y: point.y * view.scale + view.y }
}

/** The drawing never leaves the screen: its edge stops at the middle. */
function keepInSight(view: MapView, drawing: Size, screen: Size): MapView {
  return {
    scale: view.scale,
    x: clamp(view.x, screen.width / 2 - drawing.width * view.scale, screen.width / 2),
    y: clamp(view.y, screen.height / 2 - drawing.height * view.scale, screen.height / 2),
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
