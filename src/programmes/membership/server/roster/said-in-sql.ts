import { sql, type RawBuilder } from 'kysely'
import type { RosterField } from './roster-columns.ts'
import type { RowProblem } from './verdict.ts'

/**
 * A problem as the database writes it into a row, where what it says depends on other rows. `zh` and `en` are texts or
 * SQL expressions of texts.
 */
export function saidInSql(
  field: RosterField,
  code: string,
  severity: RowProblem['severity'],
  zh: RawBuilder<string>,
  en: RawBuilder<string>,
): RawBuilder<unknown> {
  return sql`jsonb_build_array(jsonb_build_object(
    'field', ${field}::text, 'code', ${code}::text, 'severity', ${severity}::text,
    'reason', jsonb_build_object('zh', ${zh}, 'en', ${en})))`
}

export const words = (text: string): RawBuilder<string> => sql<string>`${text}::text`
