import type { Readable } from 'node:stream'

import type { FoundHeader } from '#platform/tabular/find-header.ts'
import { readRecords, type TableRecord } from '#platform/tabular/read-records.ts'
import { TableError } from '#platform/tabular/table-error.ts'

import { rosterColumns } from './roster-columns.ts'
import type { RosterContext } from './roster-context.ts'
import { judgeRosterRow } from './roster-row.ts'
import type { RosterField, RosterVerdict } from './roster-verdict.ts'

export interface ReadRoster {
  readonly header: FoundHeader<RosterField>
  readonly headings: readonly string[]
  /** The rows as read, for fixes and for the error file; one for one with `verdicts`. */
  readonly records: readonly TableRecord<RosterField>[]
  readonly verdicts: readonly RosterVerdict[]
}

/** A city has thousands of stations, not hundreds of thousands; more in one file is a mistake. */
export const ROSTER_ROWS_MAX = 20_000

/** Reads a roster file and judges each row by itself. Throws a `TableError` for a file that is none. */
export async function readRoster(
  source: Readable | string,
  fileName: string,
  context: RosterContext,
): Promise<ReadRoster> {
  const reader = await readRecords(source, fileName, rosterColumns, { limits: { cellCharactersMax: 2000 } })
  const records: TableRecord<RosterField>[] = []
  for await (const record of reader.records) {
    if (records.length === ROSTER_ROWS_MAX) throw tooManyStations()
    records.push(record)
  }
  const verdicts = records.map(({ row, values }) => judgeRosterRow(row, values, context))
  return { header: reader.header, headings: reader.headings, records, verdicts }
}

function tooManyStations(): TableError {
  return new TableError('too-many-rows', {
    zh: `一份名册最多 ${ROSTER_ROWS_MAX} 个站点，请拆成几个文件。`,
    en: `A roster holds at most ${ROSTER_ROWS_MAX} stations; please split it.`,
  })
}
