import type { ColumnType, Generated } from 'kysely'
import type { ReadOnlyTable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'

export type ScanFileState = 'waiting' | 'paused' | 'reading' | 'posting' | 'done' | 'refused'

type Kept<T> = ColumnType<T, T, never>

type ScanFile = {
  id: Generated<number>
  stored_file: Kept<string>
  name: Kept<string>
  bytes: Kept<number>
  company: Kept<number>
  made_by: Kept<string>
  received_at: Kept<Date>
  state: Generated<ScanFileState>
  refusal: string | null
  reader: number | null
  number: number | null
  made_at: Date | null
  digest: string | null
  lines: number | null
  read_bytes: Generated<number>
  clock_offset: number | null
  sample_checked: Generated<number>
  sample_failed: Generated<number>
  checks_all: Generated<boolean>
  started_at: Date | null
  ended_at: Date | null
}

type FileTables = {
  'green_travel.scan_file': ScanFile
  'green_travel.scan_half': ReadOnlyTable<{
    file: number
    half: number
    accepted: number
    duplicate: number
    refused: number
    second_use: number
    recorded_at: Date
  }>
  'green_travel.scan_refusal': {
    file: Kept<number>
    line: Kept<number>
    result: Kept<number>
    voucher: Kept<number | null>
    counter: Kept<number | null>
    taken_at: Kept<Date | null>
    route: Kept<number | null>
  }
}

export const fileTables = (at: Pick<Context, 'db'>) => at.db.withTables<FileTables>()
