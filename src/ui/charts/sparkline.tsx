import { linearScale, linePath } from './scale.ts'

export type SparklineProps = { values: (number | null)[]; alternative: string }

/** A line the height of its text, for a table cell; it shows the shape and no more. */
export function Sparkline({ values, alternative }: SparklineProps) {
  const known = values.filter((value) => value !== null)
  const x = linearScale([0, Math.max(1, values.length - 1)], [2, 94])
  const y = linearScale([Math.min(0, ...known), Math.max(1, ...known)], [22, 3])
  const points = values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }))
  const last = points.findLast((point) => point !== null)
  return (
    <svg className="ui-sparkline" viewBox="0 0 98 25" role="img" aria-label={alternative}>
      <path className="ui-line" d={linePath(points)} />
      {last && <circle cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  )
}
