import type { ImportProblem, ImportRow, ImportSummary } from '../types.ts'

/** What would be put into the row's cells by taking every fix that is offered; the first fix of a field holds. */
export function fixesOf({ problems }: Pick<ImportRow, 'problems'>): Record<string, string> {
  const fixes: Record<string, string> = {}
  for (const { field, fix } of problems) if (fix !== undefined) fixes[field] ??= fix.value
  return fixes
}

export const hasFix = (row: Pick<ImportRow, 'problems'>): boolean =>
  row.problems.some(({ fix }) => fix !== undefined)

const weight: Readonly<Record<ImportProblem['severity'], number>> = { error: 0, confirm: 1, note: 2 }

/** What keeps the row out first, remarks last. */
export const sortedProblems = ({ problems }: Pick<ImportRow, 'problems'>): ImportProblem[] =>
  [...problems].sort((a, b) => weight[a.severity] - weight[b.severity])

type Columns = ImportSummary['columns']

/** The person's own cell for a field of the platform; empty where the file has no such column. */
export function cellOf(row: Pick<ImportRow, 'cells'>, columns: Columns, field: string): string {
  const heading = columns.find((column) => column.field === field)?.heading
  return heading === undefined ? '' : (row.cells[heading] ?? '')
}

/** The cells that a person changed, by heading; a cell that was never filled counts as empty. */
export function changedCells(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(after).filter(([heading, text]) => text !== (before[heading] ?? '')),
  )
}
