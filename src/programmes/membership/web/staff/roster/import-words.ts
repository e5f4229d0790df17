import type { ImportState, RowVerdictWord } from '#programmes/membership/shapes-roster-import.ts'
import type { KeptWhy, UndoState } from '#programmes/membership/contract-roster-undo.ts'
import type { Status } from '#ui/data/status-badge.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { messages } from './messages.ts'
import { undoMessages } from './undo-messages.ts'

export const stateWords: Readonly<Record<ImportState, { readonly text: Text; readonly status: Status }>> = {
  checking: { text: messages.checking, status: 'info' },
  comparing: { text: messages.comparing, status: 'info' },
  preview: { text: messages.preview, status: 'warn' },
  writing: { text: messages.writing, status: 'info' },
  done: { text: messages.done, status: 'good' },
  stopped: { text: messages.stopped, status: 'warn' },
  cancelled: { text: messages.cancelled, status: 'quiet' },
  failed: { text: messages.failed, status: 'bad' },
}

export const undoWords: Readonly<Record<UndoState, { readonly text: Text; readonly status: Status }>> = {
  asked: { text: undoMessages.asked, status: 'warn' },
  refused: { text: undoMessages.refused, status: 'good' },
  undoing: { text: undoMessages.undoing, status: 'info' },
  done: { text: undoMessages.undone, status: 'quiet' },
}

export const keptWords: Readonly<Record<KeptWhy, Text>> = {
  'moved-on': undoMessages.movedOn,
  merged: undoMessages.merged,
  'later-import': undoMessages.laterImport,
  'in-use': undoMessages.inUse,
  'changed-since': undoMessages.changedSince,
}

export const verdictWords: Readonly<
  Record<RowVerdictWord, { readonly text: Text; readonly status: Status }>
> = {
  new: { text: messages.new, status: 'good' },
  joins: { text: messages.joins, status: 'good' },
  changes: { text: messages.changes, status: 'info' },
  present: { text: messages.present, status: 'quiet' },
  elsewhere: { text: messages.elsewhere, status: 'warn' },
  twice: { text: messages.twice, status: 'quiet' },
  refused: { text: messages.refused, status: 'bad' },
}

/** As people read them: what will be registered, what needs nothing, what stays out. */
export const verdictsInOrder = Object.keys(verdictWords) as RowVerdictWord[]

type Tally = Readonly<Partial<Record<RowVerdictWord, number>>>

const sumOf = (tally: Tally, verdicts: readonly RowVerdictWord[]) =>
  verdicts.reduce((sum, verdict) => sum + (tally[verdict] ?? 0), 0)

export const leftOutOf = (tally: Tally): number => sumOf(tally, ['refused', 'elsewhere', 'twice'])
export const joiningOf = (tally: Tally): number => sumOf(tally, ['new', 'joins'])

const UNDER_WAY: readonly ImportState[] = ['checking', 'comparing', 'writing']
export const isUnderWay = (state: ImportState): boolean => UNDER_WAY.includes(state)
