import type { Text } from '#ui/i18n/text.ts'
import type { IconName } from '#ui/pictures/icon.tsx'
import type { Status } from '#ui/data/status-badge.tsx'
import { messages } from './messages.ts'
import type { AnswerKind, Proof, Report, ReportKind, StationDetail } from './types.ts'
import type { OpenKind } from './view/open-answer.ts'

/** The contract's words as people read them. A word that the contract gains is a type error here. */
export const openWords: Readonly<Record<OpenKind, Text>> = {
  open: messages.open,
  'probably-locked': messages.probablyLocked,
  closed: messages.closed,
  unknown: messages.unknown,
}

export const reportWords: Readonly<Record<ReportKind, { text: Text; icon: IconName }>> = {
  locked: { text: messages.locked, icon: 'lock' },
  broken: { text: messages.broken, icon: 'wrench' },
  'no-water': { text: messages.noWater, icon: 'water' },
  dirty: { text: messages.dirty, icon: 'trash' },
  other: { text: messages.other, icon: 'edit' },
}

export const answerWords: Readonly<Record<AnswerKind, Text>> = {
  'was-open': messages.wasOpen,
  opened: messages.opened,
  fixed: messages.fixed,
  'will-fix': messages.willFix,
  'not-so': messages.notSo,
}

export const proofWords: Readonly<Record<Proof, Text>> = {
  'code-and-position': messages.proofFull,
  code: messages.proofCode,
  position: messages.proofPosition,
  none: messages.proofNone,
}

export const levelWords: Readonly<Record<StationDetail['level'], Text>> = {
  'national-best': messages.levelNationalBest,
  provincial: messages.levelProvincial,
  municipal: messages.levelMunicipal,
  county: messages.levelCounty,
  ordinary: messages.levelOrdinary,
}

/** Where a report stands, with the shape that says it without colour. */
export function standingOf({ state, late }: Report): { status: Status; text: Text } {
  if (late && (state === 'open' || state === 'reopened')) return { status: 'bad', text: messages.stateLate }
  return standings[state]
}

const standings: Readonly<Record<Report['state'], { status: Status; text: Text }>> = {
  open: { status: 'warn', text: messages.stateOpen },
  answered: { status: 'info', text: messages.stateAnswered },
  reopened: { status: 'warn', text: messages.stateReopened },
  settled: { status: 'good', text: messages.stateSettled },
}
