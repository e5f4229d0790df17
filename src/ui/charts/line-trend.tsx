import type { ReactNode } from 'react'
import { useFormat } from '#ui/i18n/use-format.ts'
import { ChartFrame } from './chart-frame.tsx'
import type { Datum } from './chart-types.ts'
import { linearScale, linePath, roundTicks } from './scale.ts'
import { useWidth } from './use-width.ts'

export type LineTrendProps = {
  title: ReactNode
  /** What the line shows, in one sentence; read in place of the picture. */
  alternative: string
  data: Datum[]
  /** Heads of the table: the time, the value with its unit. */
  columns: [string, string]
  unit: string
  note?: ReactNode
}

const height = 220
const edge = { left: 48, right: 12, top: 34, bottom: 28 }

/** One line over time from zero; its last value is written at its end, so that no legend is needed. */
export function LineTrend({ title, alternative, data, columns, unit, note }: LineTrendProps) {
  const format = useFormat()
  const [picture, width] = useWidth(640)
  const ticks = roundTicks(Math.max(0, ...data.map(({ value }) => value ?? 0)))
  const x = linearScale([0, Math.max(1, data.length - 1)], [edge.left, width - edge.right])
  const y = linearScale([0, ticks.at(-1) || 1], [height - edge.bottom, edge.top])
  const points = data.map(({ value }, index) => (value === null ? null : { x: x(index), y: y(value), value }))
  const last = points.findLast((point) => point !== null)
  return (
    <ChartFrame
      title={title}
      columns={columns}
      rows={data.map(({ label, value }) => [label, value])}
      note={note}
    >
      <svg
        ref={picture}
        style={{ blockSize: height }}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={alternative}
        className="ui-chart-picture"
      >
        {ticks.map((tick) => (
          <g key={tick} className="ui-axis">
            <line x1={edge.left} x2={width - edge.right} y1={y(tick)} y2={y(tick)} />
            <text x={edge.left - 8} y={y(tick) + 4} textAnchor="end">
              {format.compact(tick)}
            </text>
          </g>
        ))}
        {timeLabels(data).map(({ index, label, anchor }) => (
          <text key={index} className="ui-axis-label" x={x(index)} y={height - 6} textAnchor={anchor}>
            {label}
          </text>
        ))}
        <path className="ui-line" d={linePath(points)} />
        {last && (
          <g className="ui-line-end">
            <circle cx={last.x} cy={last.y} r="4" />
            <text x={last.x} y={last.y - 12} textAnchor="end">
              {format.compact(last.value)}
              {unit}
            </text>
          </g>
        )}
      </svg>
    </ChartFrame>
  )
}

/** First, middle and last: enough to place the line in time. */
function timeLabels(data: Datum[]) {
  const last = data.length - 1
  const places = [
    { index: 0, anchor: 'start' },
    { index: Math.round(last / 2), anchor: 'middle' },
    { index: last, anchor: 'end' },
  ] as const
  const distinct = places.filter(
    ({ index }, place) => place === 0 || index > (places[place - 1]?.index ?? -1),
  )
  return distinct.map((place) => ({ ...place, label: data[place.index]?.label ?? '' }))
}
