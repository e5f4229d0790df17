import type { ReactNode } from 'react'
import { useFormat } from '#ui/i18n/use-format.ts'
import { ChartFrame } from './chart-frame.tsx'
import { linearScale, linePath } from './scale.ts'

/** One value a moment, in the order of `moments`. */
export type Series = { name: string; values: (number | null)[] }

export type SmallMultiplesProps = {
  title: ReactNode
  /** One sentence for each series: 湛河区，从 12 升到 48. */
  alternative: (series: Series) => string
  moments: string[]
  series: Series[]
  /** Head of the first column of the table: 月份. */
  momentColumn: string
  unit: string
  note?: ReactNode
}

const width = 200
const height = 72

/** The same small chart once for each series, on one scale, so that the eye compares heights. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { moments, series } = props
  const max = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const rows = moments.map((moment, index) => [moment, ...series.map(({ values }) => values[index] ?? null)])
  return (
    <ChartFrame
      title={props.title}
      columns={[props.momentColumn, ...series.map(({ name }) => name)]}
      rows={rows}
      note={props.note}
    >
      <div className="ui-multiples">
        {series.map((one) => (
          <Multiple
            key={one.name}
            series={one}
            max={max}
            unit={props.unit}
            alternative={props.alternative(one)}
          />
        ))}
      </div>
    </ChartFrame>
  )
}

type MultipleProps = { series: Series; max: number; unit: string; alternative: string }

function Multiple({ series, max, unit, alternative }: MultipleProps) {
  const format = useFormat()
  const x = linearScale([0, Math.max(1, series.values.length - 1)], [2, width - 4])
  const y = linearScale([0, max], [height - 2, 4])
  const points = series.values.map((value, index) =>
    value === null ? null : { x: x(index), y: y(value), value },
  )
  const last = points.findLast((point) => point !== null)
  return (
    <div>
      <p className="ui-multiple-name">
        {series.name}
        {last && (
          <span className="ui-figures">
            {format.compact(last.value)}
            {unit}
          </span>
        )}
      </p>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alternative}>
        <line className="ui-axis-zero" x1="0" x2={width} y1={height - 1} y2={height - 1} />
        <path className="ui-line" d={linePath(points)} />
        {last && <circle className="ui-line-dot" cx={last.x} cy={last.y} r="3" />}
      </svg>
    </div>
  )
}
