import type { Text } from '#ui/i18n/text.ts'
import { messages } from './messages.ts'
import type { OpenKind } from './view/open-answer.ts'

/** The answers as people read them. */
export const openWords: Readonly<Record<OpenKind, Text>> = {
  open: messages.open,
  'probably-locked': messages.probablyLocked,
  closed: messages.closed,
  unknown: messages.unknown,
}
