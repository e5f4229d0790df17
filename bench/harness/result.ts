/** One line of the answer. A larger ratio is better, and `ratio >= target` is what we promise. */
export type Result = {
  readonly name: string
  readonly value: number | null
  readonly unit: string
  readonly against: string
  readonly ratio: number | null
  readonly target: number
  /** How it was measured, or what else was seen. */
  readonly note?: string
  /** Why there is no value: something that the measure needs is not on this machine. */
  readonly skipped?: string
}

export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits))

export const toJsonLine = ({ note, ...result }: Result): string =>
  JSON.stringify(note === undefined ? result : { ...result, note })

export function toTable(results: readonly Result[]): string {
  const head = ['measure', 'value', 'against', 'ratio', 'target', '']
  const rows = results.map((it) => [
    it.name,
    it.value === null ? '–' : `${it.value} ${it.unit}`,
    it.skipped === undefined ? it.against : `skipped: ${it.skipped}`,
    it.ratio === null ? '–' : it.ratio.toFixed(2),
    `≥ ${it.target}`,
    it.ratio === null ? '' : it.ratio >= it.target ? 'reached' : 'MISSED',
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
  const notes = results.flatMap(({ name, note }) => (note === undefined ? [] : [`  ${name}: ${note}`]))
  return [line(head), ...rows.map(line), ...(notes.length > 0 ? ['', ...notes] : []), ''].join('\n')
}
