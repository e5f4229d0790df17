import type { ColumnType, Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { OpeningHours } from '../rules/opening-hours-schema.ts'
import type { BecomingTables } from './tables-becoming.ts'
import type { SitingTables } from './tables-siting.ts'
import type { CertificateTables } from './tables-certificates.ts'
import type { AnswerKind, EventKind, PresenceProof, ReportKind, StationLevel, StationState } from './words.ts'

/** Written as JSON text, read as what it says. */
type Json<Value> = ColumnType<Value, string, string>

type StationTable = {
  id: string
  code: string
  version: number
  organisation_id: string
  state: StationState
  name: string
  adcode: string
  address: string
  longitude: number
  latitude: number
  received_longitude: number
  received_latitude: number
  received_datum: 'WGS-84' | 'GCJ-02'
  received_text: string
  hours: Json<OpeningHours>
  hours_text: string
  facilities: string[]
  other_facilities: string[]
  host_unit: string
  phone: string
  level: StationLevel
  opened_on: string | null
  updated_at: Generated<Date>
}

type StationVersionTable = {
  station_id: string
  version: number
  valid_from: string
  recorded_at: Generated<Date>
  made_by: string
  made_by_bk: number | null
  made_by_id: string | null
  reason: string
  organisation_id: string
  code: string
  state: StationState
  name: string
  adcode: string
  level: StationLevel
  snapshot: Json<Record<string, unknown>>
}

type PlateTable = {
  id: string
  station_id: string
  secret_index: Buffer
  secret_sealed: Buffer
  issued_at: Date
  ended_at: ColumnType<Date | null, undefined, Date>
}

type KeeperTable = {
  id: string
  station_id: string
  name: string
  phone_index: Buffer
  phone_sealed: Buffer
  from_at: Date
  until_at: ColumnType<Date | null, undefined, Date>
}

type CheckInTable = {
  bk: number
  id: string
  visitor: Buffer
  station_id: string
  at: Date
  recorded_at: Generated<Date>
  half_hour: number
  proof: PresenceProof
  distance_metres: number | null
}

type ReportTable = {
  id: string
  station_id: string
  kind: ReportKind
  facility: string | null
  words: string
  visitor_bk: number
  visitor: Buffer
  at: Date
  recorded_at: Generated<Date>
  proof: PresenceProof
  distance_metres: number | null
  weight: number
  due_at: Date
  arrived_at: ColumnType<Date | null, Date | null | undefined, never>
}

type ReportEventTable = {
  report_id: string
  no: number
  kind: EventKind
  answer: AnswerKind | null
  words: string
  at: Date
  recorded_at: Generated<Date>
  by_kind: 'reporter' | 'keeper' | 'officer' | 'system'
  by_name: string
  by_bk: number | null
  by_id: string | null
}

type PhotoTable = {
  id: string
  station_id: string
  file_id: string
  thumbnail_file_id: string | null
  kind: 'sign' | 'outside' | 'inside' | 'equipment' | 'rules'
  taken_at: Date | null
  added_at: Date
  removed_at: ColumnType<Date | null, undefined, Date>
}

type ImportTable = {
  id: string
  organisation_id: string
  file_id: string
  file_name: string
  datum: 'WGS-84' | 'GCJ-02'
  state: ColumnType<
    'preview' | 'committed' | 'abandoned',
    'preview' | undefined,
    'preview' | 'committed' | 'abandoned'
  >
  columns: Json<unknown>
  made_by_bk: number | null
  made_by_id: string | null
  created_at: Date
  committed_at: ColumnType<Date | null, undefined, Date>
}

type ImportRowTable = {
  import_id: string
  row: number
  cells: Json<Record<string, string>>
  decision: 'ready' | 'confirm' | 'refused' | 'skipped' | 'confirmed'
  problems: Json<unknown>
  parsed: ColumnType<unknown, string | null, string | null>
  changes_code: string | null
}

export type StationTables = BecomingTables &
  SitingTables &
  CertificateTables & {
    'stations.station': StationTable
    'stations.station_version': StationVersionTable
    'stations.plate': PlateTable
    'stations.keeper': KeeperTable
    'stations.check_in': CheckInTable
    'stations.report': ReportTable
    'stations.report_event': ReportEventTable
    'stations.photo': PhotoTable
    'stations.import': ImportTable
    'stations.import_row': ImportRowTable
  }

/** This programme's tables to read and write, and the federation's tree to join. */
export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<StationTables & OrganisationsReadable>()
