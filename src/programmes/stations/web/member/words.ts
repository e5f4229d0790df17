import type { Text } from '#ui/i18n/text.ts'
import type { IconName } from '#ui/pictures/icon.tsx'
import type { Status } from '#ui/data/status-badge.tsx'
import { keeperMessages } from './keeper-messages.ts'
import { stationMessages } from './station-messages.ts'
import type { AnswerKind, Proof, Report, ReportKind, StationDetail } from './types.ts'

/** The contract's words as people read them. A word that the contract gains is a type error here. */
export const reportWords: Readonly<Record<ReportKind, { text: Text; icon: IconName }>> = {
  locked: { text: stationMessages.locked, icon: 'lock' },
  broken: { text: stationMessages.broken, icon: 'wrench' },
  'no-water': { text: stationMessages.noWater, icon: 'water' },
  dirty: { text: stationMessages.dirty, icon: 'trash' },
  other: { text: stationMessages.other, icon: 'edit' },
}

export const answerWords: Readonly<Record<AnswerKind, Text>> = {
  'was-open': keeperMessages.wasOpen,
  opened: keeperMessages.opened,
  fixed: keeperMessages.fixed,
  'will-fix': keeperMessages.willFix,
  'not-so': keeperMessages.notSo,
}

export const proofWords: Readonly<Record<Proof, Text>> = {
  'code-and-position': stationMessages.proofFull,
  code: stationMessages.proofCode,
  position: stationMessages.proofPosition,
  none: stationMessages.proofNone,
}

export const levelWords: Readonly<Record<StationDetail['level'], Text>> = {
  'national-best': stationMessages.levelNationalBest,
  provincial: stationMessages.levelProvincial,
  municipal: stationMessages.levelMunicipal,
  county: stationMessages.levelCounty,
  ordinary: stationMessages.levelOrdinary,
}

/** Where a report stands, with the shape that says it without colour. */
export function standingOf({ state, late }: Report): { status: Status; text: Text } {
  if (late && (state === 'open' || state === 'reopened'))
    return { status: 'bad', text: stationMessages.stateLate }
  return standings[state]
}

const standings: Readonly<Record<Report['state'], { status: Status; text: Text }>> = {
  open: { status: 'warn', text: stationMessages.stateOpen },
  answered: { status: 'info', text: stationMessages.stateAnswered },
  reopened: { status: 'warn', text: stationMessages.stateReopened },
  settled: { status: 'good', text: stationMessages.stateSettled },
}
