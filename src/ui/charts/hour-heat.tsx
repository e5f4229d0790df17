import type { ReactNode } from 'react'
import { ChartFrame } from './chart-frame.tsx'
import { useWidth } from './use-width.ts'

/** One row a day, 24 values each; one row alone makes a strip of a day. */
export type HourRow = { label: string; hours: number[] }

export type HourHeatProps = {
  title: ReactNode
  /** When it is busiest, in one sentence. */
  alternative: string
  rows: HourRow[]
  /** Head of the first column of the table: 星期. */
  dayColumn: string
  note?: ReactNode
}

const rowHeight = 24
const left = 52
const top = 24
const labelledHours = [0, 6, 12, 18]

/** When a week is busy: five steps of one hue, dark is much. */
export function HourHeat({ title, alternative, rows, dayColumn, note }: HourHeatProps) {
  const [picture, width] = useWidth(640)
  const cellWidth = (width - left) / 24
  const max = Math.max(1, ...rows.flatMap(({ hours }) => hours))
  const columns = [dayColumn, ...Array.from({ length: 24 }, (_, hour) => String(hour))]
  const height = top + rows.length * rowHeight
  return (
    <ChartFrame
      title={title}
      columns={columns}
      rows={rows.map(({ label, hours }) => [label, ...hours])}
      note={note}
    >
      <svg
        ref={picture}
        className="ui-chart-picture"
        style={{ blockSize: height }}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={alternative}
      >
        {labelledHours.map((hour) => (
          <text key={hour} className="ui-axis-label" x={left + hour * cellWidth} y={14}>
            {hour}:00
          </text>
        ))}
        {rows.map(({ label, hours }, day) => (
          <g key={label} transform={`translate(0 ${top + day * rowHeight})`}>
            <text className="ui-axis-label" x={left - 8} y={rowHeight / 2 + 5} textAnchor="end">
              {label}
            </text>
            {hours.map((value, hour) => (
              <rect
                key={hour}
                data-heat={heatStep(value, max)}
                x={left + hour * cellWidth + 1}
                y={1}
                width={Math.max(1, cellWidth - 2)}
                height={rowHeight - 2}
                rx="3"
              />
            ))}
          </g>
        ))}
      </svg>
    </ChartFrame>
  )
}

/** 0 for nothing at all, then four equal parts of the largest value. */
export function heatStep(value: number, max: number): number {
  return value <= 0 ? 0 : Math.min(4, Math.ceil((4 * value) / max))
}
