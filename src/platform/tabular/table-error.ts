import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'

export type TableErrorCode =
  | 'empty-file'
  | 'file-too-large'
  | 'unpacks-too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-merged-cells'
  | 'cell-too-long'
  | 'encrypted'
  | 'legacy-xls'
  | 'not-a-table'
  | 'corrupt'
  | 'unknown-encoding'
  | 'unclosed-quote'
  | 'no-visible-sheet'
  | 'no-header'
  | 'missing-columns'
  | 'doubled-columns'

/** A file that cannot be read as a table, told to the person who chose it. The row stands where it is known. */
export class TableError extends Failure {
  declare readonly code: TableErrorCode
  readonly row: number | undefined

  constructor(
    code: TableErrorCode,
    reason: Text,
    where: { row?: number; accepted?: Text; cause?: unknown } = {},
  ) {
    const { row, accepted, cause } = where
    super(422, code, reason, [{ field: 'file', reason, ...(accepted ? { accepted } : {}) }])
    this.name = 'TableError'
    this.row = row
    if (cause !== undefined) this.cause = cause
  }
}
