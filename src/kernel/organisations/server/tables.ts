import type { ColumnType, Generated, Selectable } from 'kysely'
import type { OrganisationKind } from '../contract.ts'

type OrganisationTable = {
  id: string
  path: string
  parent_id: string | null
  kind: OrganisationKind
  name: string
  adcode: string
  credit_code: string | null
  state: 'active' | 'dissolved'
  version: Generated<number>
  created_at: Generated<Date>
}

type HistoryTable = {
  organisation_id: string
  version: number
  valid_from: string
  recorded_at: Generated<Date>
  parent_id: string | null
  kind: OrganisationKind
  name: string
  adcode: string
  credit_code: string | null
  state: 'active' | 'dissolved'
  made_by: string
}

export type OrganisationTables = {
  'organisations.organisation': OrganisationTable
  'organisations.organisation_history': HistoryTable
}

/** A table that may be read in a join and never written: inserts and updates of it do not compile. */
export type ReadOnlyTable<Table> = {
  readonly [Column in keyof Selectable<Table>]: ColumnType<Selectable<Table>[Column], never, never>
}
