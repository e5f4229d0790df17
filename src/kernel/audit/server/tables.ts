import type { ColumnType, Generated } from 'kysely'

export type AuditTables = {
  'audit.line': {
    id: string
    at: Generated<Date>
    operation: string
    outcome: 'done' | 'refused'
    code: string | null
    origin: string
    actor_kind: string
    actor: string
    actor_name: string
    person_bk: number | null
    person_id: string | null
    organisation_id: string | null
    subjects: string[]
    subject_count: number
    reason: string | null
    input: ColumnType<unknown, string | null, never>
    detail: ColumnType<unknown, string | null, never>
    request_id: string
  }
  'audit.seal': {
    no: number
    sealed_at: Generated<Date>
    line_count: number
    previous_digest: string
    digest: string
  }
  'audit.sealed_line': { line_id: string; seal_no: number; position: number; digest: string }
}
