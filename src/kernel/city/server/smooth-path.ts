/** A place in the drawing's own units. */
export type Point = { readonly x: number; readonly y: number }

/** One decimal is a tenth of a drawing unit: finer than any screen shows, and half the bytes. */
function show({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** An open line through every point: uniform Catmull-Rom, written as cubic Béziers. */
export function smoothLine(points: readonly Point[]): string {
  const [first] = points
  if (first === undefined) return ''
  const at = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))] ?? first
  const curves = points
    .slice(1)
    .map((_, index) => bezier(at(index - 1), at(index), at(index + 1), at(index + 2)))
  return `M${show(first)}${curves.join('')}`
}

/** A closed shape through every point, for lakes. */
export function smoothRing(points: readonly Point[]): string {
  const [first] = points
  if (first === undefined) return ''
  const at = (index: number) => points[(index + points.length) % points.length] ?? first
  const curves = points.map((_, index) => bezier(at(index - 1), at(index), at(index + 1), at(index + 2)))
  return `M${show(first)}${curves.join('')}Z`
}

/** The piece between `from` and `to`: a sixth of the neighbours' chord gives the Catmull-Rom tangent. */
function bezier(before: Point, from: Point, to: Point, after: Point): string {
  const leave = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 }
  const arrive = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 }
  return `C${show(leave)} ${show(arrive)} ${show(to)}`
}

/**
 * A polygon with its corners turned into curves of at most `radius` units. Neighbours that share an edge keep
 * touching along it, and no corner is left that could be read as a surveyed one.
 */
export function pebble(points: readonly Point[], radius: number): string {
  const corners = points.map((corner, index) => {
    const before = points.at(index - 1) ?? corner
    const after = points[(index + 1) % points.length] ?? corner
    return { enter: towards(corner, before, radius), corner, leave: towards(corner, after, radius) }
  })
  const drawn = corners.map(({ enter, corner, leave }) => `L${show(enter)}Q${show(corner)} ${show(leave)}`)
  return `M${drawn.join('').slice(1)}Z`
}

/** The point `distance` away from `from` towards `to`, but never past the middle. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(0.5, distance / length)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
