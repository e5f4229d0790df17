import type { ColumnType, Generated } from 'kysely'
import type { VideoFacts } from '#kernel/files/shapes-video.ts'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Points } from '../rules/rank.ts'
import type { ContestRules, RoundRule } from '../shapes.ts'
import type { ResultTables } from './tables-result.ts'

type Json<T> = ColumnType<T, string, string>
/** Written by the database’s own clock; only a demo, whose story lies in the past, gives it. */
type Recorded = ColumnType<Date, Date | undefined, never>

export type Assigned = {
  readonly entries: number
  readonly judges: number
  readonly sheets: number
  readonly most: number
  readonly fewest: number
  readonly status: 'optimal' | 'cut-off'
  readonly seconds: number
}

type Tables = {
  'contests.contest': {
    id: string
    organisation_id: string
    title: string
    state: Generated<'draft' | 'open' | 'ended'>
    rules: Json<ContestRules>
    entries_from: Date
    entries_until: Date
    version: Generated<number>
    made_by: string
    made_by_bk: number | null
    made_by_id: string | null
    created_at: Date
    opened_at: Date | null
  }
  'contests.amendment': {
    contest_id: string
    no: number
    rules: Json<ContestRules>
    reason: string
    made_by: string
    at: Date
  }
  'contests.entry': {
    id: string
    contest_id: string
    category: string
    no: number
    kind: 'person' | 'team' | 'unit'
    title: string
    unit_id: string
    entrant_bk: number
    entrant_id: string
    state: Generated<'submitted' | 'withdrawn'>
    body: string | null
    file_id: string | null
    entered_at: Recorded
    recorded_at: Recorded
  }
  'contests.entry_event': {
    entry_id: string
    no: number
    state: 'submitted' | 'withdrawn'
    valid_from: Date
    recorded_at: Recorded
  }
  'contests.film': {
    entry_id: string
    file_id: string
    facts: Json<VideoFacts>
    poster_file_id: string | null
    playback_file_id: string | null
    tries: Generated<number>
  }
  /** A view: entries that are out now. */
  'contests.disqualification': {
    entry_id: string
    reason: string
    decided_by: string
    decided_at: Date
  }
  'contests.entry_decision': {
    entry_id: string
    /** Odd ones take it out, even ones take it back. */
    no: number
    reason: string
    decided_by: string
    decided_by_bk: number | null
    decided_by_id: string | null
    decided_at: Date
  }
  'contests.participant': {
    entry_id: string
    no: number
    name: string
    is_minor: boolean
    guardian_name: string
    consented_at: Date
  }
  'contests.publication_consent': {
    entry_id: string
    participant_no: number
    no: number
    agrees: boolean
    at: Date
  }
  'contests.judge': {
    id: string
    contest_id: string
    no: number
    person_bk: number
    person_id: string
    name: string
    unit_id: string
    left_at: Date | null
    left_reason: string | null
    added_at: Date
  }
  'contests.kin': { judge_id: string; name: string; declared_at: Date }
  'contests.round': {
    id: string
    contest_id: string
    no: number
    state: Generated<'judging' | 'closed'>
    rule: Json<RoundRule>
    tie_criteria: Json<string[]>
    public_key: Buffer
    private_key_sealed: Buffer
    assignment: Json<Assigned>
    opened_at: Date
    closed_at: Date | null
    list_digest: string | null
  }
  'contests.round_entry': { round_id: string; entry_id: string; label: number }
  'contests.assignment': {
    id: string
    round_id: string
    entry_id: string
    judge_id: string
    ended_at: Date | null
    ended_reason: string | null
  }
  'contests.draft': { assignment_id: string; sealed: Buffer; saved_at: Date }
  'contests.sheet': { assignment_id: string; sealed: Buffer; commitment: string; submitted_at: Date }
  'contests.opened_sheet': { assignment_id: string; points: Json<Points>; nonce: string }
  'contests.ranking': {
    round_id: string
    entry_id: string
    rank: number
    numerator: string
    denominator: string
  }
  'contests.tie_decision': {
    round_id: string
    no: number
    entry_ids: string[]
    reason: string
    decided_by: string
    decided_by_bk: number | null
    decided_by_id: string | null
    decided_at: Date
  }
}

export type ContestTables = Tables & ResultTables

export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<ContestTables & OrganisationsReadable>()
