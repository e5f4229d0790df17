import type { HourRow } from '#ui/charts/hour-heat.tsx'
import type { StationRecord } from '../types.ts'

type Cell = StationRecord['visitsByHour'][number]

/** Seven rows of 24 hours, Monday first; hours that nobody came stand as zero. */
export function visitRows(cells: readonly Cell[], weekdays: readonly string[]): HourRow[] {
  return weekdays.map((label, weekday) => {
    const hours = Array.from({ length: 24 }, () => 0)
    for (const cell of cells) if (cell.weekday === weekday) hours[cell.hour] = cell.count
    return { label, hours }
  })
}

/** The first of the busiest; undefined where nobody came. */
export function busiestHour(cells: readonly Cell[]): Cell | undefined {
  return cells.reduce<Cell | undefined>(
    (most, cell) => (cell.count > (most?.count ?? 0) ? cell : most),
    undefined,
  )
}
