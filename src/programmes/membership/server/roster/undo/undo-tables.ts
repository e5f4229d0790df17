import type { Generated } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { KeptWhy, UndoState } from '../../../contract-roster-undo.ts'
import type { RosterTables } from '../tables.ts'

type TraceTable = {
  import_id: string
  row: number
  verdict: 'new' | 'joins' | 'changes'
  bk: number
  person_id: string
  membership_id: string | null
  written_at: Date
  outcome: 'taken-back' | 'kept' | null
  why: KeptWhy | null
  places: string[] | null
}

type UndoTable = {
  id: string
  import_id: string
  reason: string
  state: UndoState
  through_row: Generated<number>
  rows_looked_at: Generated<number>
  ended: Generated<number>
  restored: Generated<number>
  kept: Generated<number>
  made_by: string
  made_by_bk: number | null
  made_by_id: string | null
  created_at: Generated<Date>
  ended_at: Date | null
}

export type UndoTables = {
  'membership.roster_trace': TraceTable
  'membership.roster_undo': UndoTable
}

export const undoTables = (ctx: Pick<Context, 'db'>) => ctx.db.withTables<UndoTables & RosterTables>()
