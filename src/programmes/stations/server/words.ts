import type { z } from 'zod'
import type {
  answerKind,
  datum,
  presenceProof,
  reportKind,
  reportState,
  stationLevel,
  stationState,
} from '../shapes.ts'

/** The contract's words as types, so that a table and a rule cannot spell one differently. */
export type StationState = z.output<typeof stationState>
export type StationLevel = z.output<typeof stationLevel>
export type PresenceProof = z.output<typeof presenceProof>
export type ReportKind = z.output<typeof reportKind>
export type ReportState = z.output<typeof reportState>
export type AnswerKind = z.output<typeof answerKind>
export type Datum = z.output<typeof datum>
export type EventKind = 'reported' | 'answered' | 'reopened' | 'settled'
