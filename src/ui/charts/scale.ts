export type Scale = (value: number) => number

/** A straight line from the domain to the range; a domain of one value goes to the middle. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): Scale {
  if (low === high) return () => (from + to) / 2
  return (value) => from + ((value - low) / (high - low)) * (to - from)
}

/** Round steps (1, 2 or 5 times a power of ten) from zero to at or above `max`, about `count` of them. */
export function roundTicks(max: number, count = 3): number[] {
  if (max <= 0) return [0]
  const rough = max / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power
  return Array.from({ length: Math.ceil(max / step) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  )
}

/** A path through points, broken where a value is missing: no record is not zero. */
export function linePath(points: readonly ({ x: number; y: number } | null)[]): string {
  let isDrawing = false
  return points
    .map((point) => {
      const command = point && `${isDrawing ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`
      isDrawing = point !== null
      return command ?? ''
    })
    .join('')
}
