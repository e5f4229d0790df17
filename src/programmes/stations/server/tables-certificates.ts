import type { ColumnType, Generated } from 'kysely'
import type { CertificateState } from '../rules/certificate/certify.ts'
import type { ProposedSanction, SanctionKind } from '../rules/certificate/sanctions.ts'
import type { Standard } from '../rules/standard/standard-schema.ts'
import type { PresenceProof } from './words.ts'

/** Written as JSON text, read as what it says. */
type Json<Value> = ColumnType<Value, string, string>
type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

type Maker = { made_by: string; made_by_bk: number | null; made_by_id: string | null }
type By = { by_name: string; by_bk: number | null; by_id: string | null }

export type EvidenceKind = 'photo' | 'document' | 'answer' | 'keeper'

type EvidenceTable = By & {
  id: string
  station_id: string
  kind: EvidenceKind
  what: string
  is_favourable: Generated<boolean>
  at: Date
  recorded_at: Generated<Date>
  by_kind: 'keeper' | 'officer' | 'inspector'
  photo_id: ColumnType<string | null, string | undefined, never>
  file_id: ColumnType<string | null, string | undefined, never>
  inspection_id: ColumnType<string | null, string | undefined, never>
  challenge: ColumnType<string | null, string | undefined, never>
  distance_metres: ColumnType<number | null, number | null | undefined, never>
  proof: ColumnType<PresenceProof | null, PresenceProof | undefined, never>
  camera_at: ColumnType<Date | null, Date | null | undefined, never>
}

export type CertificateTables = {
  'stations.standard_version': Maker & {
    id: string
    standard: string
    no: number
    content: Json<Standard>
    made_at: Date
    recorded_at: Generated<Date>
  }
  'stations.standard_draft': Maker & {
    id: string
    standard: string
    organisation_id: string
    revision: Generated<number>
    content: Json<Standard>
    updated_at: Date
  }
  'stations.standard_proposal': {
    version_id: string
    draft_id: string
    from_day: string
    case_id: string
    recorded_at: Generated<Date>
  }
  'stations.standard_force': {
    version_id: string
    from_day: string
    case_id: string | null
    recorded_at: Generated<Date>
  }
  'stations.evidence': EvidenceTable
  'stations.evidence_withdrawal': By & {
    evidence_id: string
    at: Date
    recorded_at: Generated<Date>
    reason: string
    cause: 'officer' | 'same-picture' | 'finding-lifted'
  }
  'stations.picture_print': { evidence_id: string; station_id: string; difference: string; pattern: string }
  'stations.likeness': {
    id: string
    evidence_id: string
    other_id: string
    distance_bits: number
    found_at: Date
  }
  'stations.likeness_verdict': By & { likeness_id: string; is_same: boolean; reason: string; at: Date }
  'stations.sanction': {
    id: string
    station_id: string
    kind: SanctionKind | 'warning-lifted'
    from_day: string
    reason: string
    case_id: string
    recorded_at: Generated<Date>
  }
  'stations.sanction_proposal': {
    case_id: string
    station_id: string
    kind: ProposedSanction
    reason: string
    made_at: Date
  }
  'stations.certificate': {
    station_id: string
    no: number
    version_id: string
    state: CertificateState
    since: string
    failing: string[]
    lapses_on: string | null
    turns_on: string | null
    computed_at: Date
  }
  'stations.certificate_state': {
    station_id: string
    no: number
    version_id: string
    state: CertificateState
    failing: string[]
    lapses_on: string | null
    valid_from: string
    recorded_at: Generated<Date>
    cause: string
  }
  'stations.inspection_round': Maker & {
    id: string
    day: string
    organisation_id: string
    inspector_bk: number
    inspector_id: string
    inspector_name: string
    revision: Generated<number>
    made_at: Date
  }
  'stations.inspection': {
    id: string
    station_id: string
    round_id: Later<string>
    position: Later<number>
    kind: 'unannounced' | 'repeat'
    repeats: ColumnType<string | null, string | undefined, never>
    due_on: ColumnType<string | null, string | undefined, never>
    version_id: string
    begun_at: Later<Date>
    begun_by_name: Later<string>
    begun_by_bk: Later<number>
    begun_by_id: Later<string>
    ended_at: Later<Date>
    called_off_at: Later<Date>
    called_off_why: Later<string>
    made_at: Date
  }
  'stations.inspection_result': By & {
    inspection_id: string
    client_key: string
    started_at: Date
    ended_at: Date
    recorded_at: Generated<Date>
    answers: Json<Record<string, 'yes' | 'no'>>
    is_passed: boolean
    failing: string[]
    words: string
    proof: PresenceProof
    distance_metres: number | null
    case_id: string | null
  }
}
