import type { Problem } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import type { RosterField } from './roster-columns.ts'
import type { StagedBatch } from './staged-batch.ts'

/** What the thread that judges rows and the one that writes them say to each other. */

export type RosterColumn = {
  readonly heading: string
  /** What it was taken for; null for a column that nobody asked for. */
  readonly field: RosterField | null
}

export type FromChecker =
  | {
      readonly kind: 'header'
      readonly row: number
      readonly columns: readonly RosterColumn[]
      readonly rowsExpected: number | null
    }
  | { readonly kind: 'rows'; readonly batch: StagedBatch }
  | { readonly kind: 'end' }
  /** The file is none that can be read: why, in words for the person. */
  | { readonly kind: 'refused'; readonly text: Text; readonly problems: readonly Problem[] }

/** One batch is in the database: another may come. */
export type ToChecker = 'taken'
