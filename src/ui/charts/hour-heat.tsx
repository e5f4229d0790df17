import type { ReactNode } from 'react'
import { ChartFrame } from './chart-frame.tsx'

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

const cell = { width: 24, height: 22 }
const left = 44
const top = 18
const labelledHours = [0, 6, 12, 18, 23]

/** When a week is busy: five steps of one hue, dark is much. */
export function HourHeat({ title, alternative, rows, dayColumn, note }: HourHeatProps) {
  const max = Math.max(1, ...rows.flatMap(({ hours }) => hours))
  const columns = [dayColumn, ...Array.from({ length: 24 }, (_, hour) => String(hour))]
  const height = top + rows.length * cell.height
  return (
    <ChartFrame
      title={title}
      columns={columns}
      rows={rows.map(({ label, hours }) => [label, ...hours])}
      note={note}
    >
      <svg
        className="ui-chart-picture"
        viewBox={`0 0 ${left + 24 * cell.width} ${height}`}
        role="img"
        aria-label={alternative}
      >
        {labelledHours.map((hour) => (
          <text
            key={hour}
            className="ui-axis-label"
            x={left + (hour + 0.5) * cell.width}
            y={11}
            textAnchor="middle"
          >
            {hour}:00
          </text>
        ))}
        {rows.map(({ label, hours }, day) => (
          <g key={label} transform={`translate(0 ${top + day * cell.height})`}>
            <text className="ui-axis-label" x={left - 8} y={cell.height / 2 + 4} textAnchor="end">
              {label}
            </text>
            {hours.map((value, hour) => (
              <rect
                key={hour}
                data-heat={heatStep(value, max)}
                x={left + hour * cell.width + 1}
                y={1}
                width={cell.width - 2}
                height={cell.height - 2}
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
