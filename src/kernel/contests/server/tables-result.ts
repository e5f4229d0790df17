import type { Generated } from 'kysely'
import type { Ground } from '../contract-certificates.ts'

type Certificate = {
  code: string
  no: string
  result_id: string
  entry_id: string | null
  unit_id: string | null
  award_name: string
  place: number
  /** The code of a revoked one in whose place it stands. */
  replaces: Generated<string | null>
  /** Null: as they stand in the entry. */
  names: Generated<string[] | null>
}

export type ResultTables = {
  'contests.result': {
    id: string
    contest_id: string
    no: number
    digest: string
    proposed_by: string
    proposed_by_bk: number | null
    proposed_by_id: string | null
    proposed_at: Date
  }
  'contests.result_award': {
    result_id: string
    entry_id: string
    award: string
    award_name: string
    place: number
    rank: number
    mean: string
  }
  'contests.result_unit': {
    result_id: string
    unit_id: string
    place: number
    entries: number
    awards: number
    points: number
    is_awarded: boolean
  }
  'contests.result_recommended': {
    result_id: string
    entry_id: string
    place: number
    rank: number
    mean: string
  }
  'contests.standing_result': {
    contest_id: string
    result_id: string
    series: number
    published_at: Date
    /** The audit log's latest seal then. */
    seal_no: number | null
    seal_digest: string | null
  }
  'contests.certificate': Certificate
  /** A view: those that were not revoked. */
  'contests.current_certificate': Certificate
  'contests.revocation': {
    code: string
    no: number
    ground: Ground
    reason: string
    proposed_by: string
    proposed_by_bk: number | null
    proposed_by_id: string | null
    proposed_at: Date
  }
  'contests.revoked_certificate': { code: string; no: number; revoked_at: Date }
  'contests.certificate_batch': {
    result_id: string
    no: number
    from_place: number
    to_place: number
    file_id: string | null
    tries: Generated<number>
    asked_by: string
    asked_at: Date
    made_at: Date | null
  }
}
