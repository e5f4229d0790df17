import type { ColumnType, Generated } from 'kysely'
import type { Context } from '#platform/context.ts'

type Fixed<T> = ColumnType<T, T, never>
type FixedOrNull<T> = ColumnType<T | null, T | null | undefined, never>

type FileTable = {
  id: Fixed<string>
  purpose: Fixed<string>
  name: Fixed<string>
  bytes: Fixed<number>
  state: Generated<'uploading' | 'ready' | 'abandoned'>
  media_type: ColumnType<string | null, string | undefined, string | null>
  sha256: ColumnType<string | null, string | undefined, string | null>
  is_public: Generated<boolean>
  made_from: FixedOrNull<string>
  organisation_id: ColumnType<string | null, string | null | undefined, string>
  account_id: FixedOrNull<string>
  person_bk: FixedOrNull<number>
  person_id: FixedOrNull<string>
  created_at: Fixed<Date>
  recorded_at: ColumnType<Date, never, never>
}

export type FileTables = { 'files.file': FileTable }

export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<FileTables>()
