import type { ReactNode } from 'react'
import { Link } from '#ui/links/link.tsx'
import { Amount } from './figure-number.tsx'

export type StatProps = { label: string; value: number; unit?: string; href?: string; note?: ReactNode }

/** A working number of the desk: how many wait, how many are late. Smaller than a published figure. */
export function Stat({ label, value, unit, href, note }: StatProps) {
  return (
    <div className="ui-stat">
      <p className="ui-stat-label">{href === undefined ? label : <Link href={href}>{label}</Link>}</p>
      <p className="ui-stat-value">
        <Amount value={value} />
        {unit && <span className="ui-figure-unit">{unit}</span>}
      </p>
      {note && <p className="ui-figure-note">{note}</p>}
    </div>
  )
}
