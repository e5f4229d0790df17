import type { ReactNode } from 'react'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'

export type Bar = { label: string; value: number; note?: string; href?: string }

export type BarRowProps = {
  title: ReactNode
  bars: Bar[]
  unit: string
  /** Common end of the bars, where several charts are compared; the largest value otherwise. */
  max?: number
  note?: ReactNode
}

/**
 * Horizontal bars with their names and numbers written out. It is a list that looks like a chart, so
 * that it needs no picture text and no table behind it.
 */
export function BarRow({ title, bars, unit, max, note }: BarRowProps) {
  const format = useFormat()
  const end = max ?? Math.max(1, ...bars.map(({ value }) => value))
  return (
    <figure className="ui-chart">
      <figcaption className="ui-chart-title">{title}</figcaption>
      <ul className="ui-bars">
        {bars.map(({ label, value, note: aside, href }) => (
          <li key={label}>
            <span className="ui-bar-label">
              {href === undefined ? label : <Link href={href}>{label}</Link>}
            </span>
            <span className="ui-bar-track" aria-hidden>
              <span style={{ inlineSize: `${(100 * value) / end}%` }} />
            </span>
            <span className="ui-bar-value">
              {format.number(value)}
              {unit}
              {aside && <small> {aside}</small>}
            </span>
          </li>
        ))}
      </ul>
      {note && <p className="ui-chart-note">{note}</p>}
    </figure>
  )
}
