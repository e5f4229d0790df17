import type { ColumnType } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'

type Fixed<T> = ColumnType<T, T, never>
type JsonText = ColumnType<Text, string, never>

type MessageTable = {
  bk: Fixed<number>
  id: Fixed<string>
  person_id: Fixed<string | null>
  account_id: Fixed<string | null>
  kind: Fixed<string>
  title: JsonText
  body: JsonText
  href: Fixed<string | null>
  created_at: Fixed<Date>
  recorded_at: ColumnType<Date, never, never>
  read_at: ColumnType<Date | null, never, Date>
}

export type NotificationTables = { 'notifications.message': MessageTable }

export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<NotificationTables>()
