import type { ParsedStation, RosterField, RosterProblem } from '../roster/roster-verdict.ts'

/** A column of the person's file: its heading, and what it was read as. */
export type ImportColumn = { readonly heading: string; readonly field: RosterField | null }

export type ImportDecision = 'ready' | 'confirm' | 'refused' | 'skipped' | 'confirmed'

/** A problem of a row, perhaps with the version of the station that it would change. */
export type ImportProblem = RosterProblem & { readonly ofVersion?: number }

export type ImportedRow = {
  /** 1-based, as the person's spreadsheet shows it. */
  readonly row: number
  /** The person's own cells by heading; empty ones are absent. */
  readonly cells: Readonly<Record<string, string>>
  /** What the row says by itself; undefined where it has an error of its own. */
  readonly parsed: ParsedStation | undefined
  readonly problems: readonly ImportProblem[]
  readonly decision: ImportDecision
  /** Code of the station that the row would change. */
  readonly changesCode: string | undefined
}

/** What comes from comparing with other rows and stations is found anew each time; the rest is the row's own. */
export const isOwnProblem = (problem: ImportProblem) =>
  problem.other === undefined && problem.ofVersion === undefined && !problem.code.startsWith('station-')

/** Ready rows and confirmed ones are written; the others are left. */
export const isWritten = ({ decision }: Pick<ImportedRow, 'decision'>) =>
  decision === 'ready' || decision === 'confirmed'
