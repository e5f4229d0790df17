import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { formatDateTime } from '#ui/i18n/format-time.ts'
import type { ReportInput } from '../types.ts'

/** A report on its way. Its key goes with it through every try, so that it arrives exactly once. */
export type OutboxItem = {
  readonly key: string
  readonly input: ReportInput
  readonly stationName: string
  /** Milliseconds since the epoch. */
  readonly madeAt: number
  readonly sendAfter: number
  /** When the proof in `input.presence` runs out. */
  readonly presenceUntil: number | null
  /** Whether the server may have seen it: from then on the body must not change under the same key. */
  readonly isTried: boolean
  /** Why the server would not take it; a person must look. */
  readonly refusal: Text | null
}

/** As long as the page offers to take it back. */
export const UNDO_MS = 5_000

export const isWaiting = (item: OutboxItem, now: number) => item.refusal === null && item.sendAfter <= now

/** From this age on a report tells when it was made, because the server dates it by its arrival. */
const LATE_MS = 3 * 60_000
const WORDS_MAX = 300

/**
 * The item as it goes out. An expired proof would be refused; without it the report still counts, for less. What
 * was tried once stays as it is.
 */
export function readyToSend(item: OutboxItem, now: number): OutboxItem {
  if (item.isTried) return item
  const isExpired = item.presenceUntil !== null && item.presenceUntil <= now
  const valid = isExpired ? withoutPresence(item) : item
  return { ...(now - item.madeAt >= LATE_MS ? withTimeOfMaking(valid) : valid), isTried: true }
}

function withTimeOfMaking(item: OutboxItem): OutboxItem {
  const note = `（${formatDateTime(item.madeAt, 'zh')} 反映，当时没有网络）`
  const words = `${item.input.words ?? ''}`.slice(0, WORDS_MAX - note.length)
  return { ...item, input: { ...item.input, words: words + note } }
}

export type Outcome = { readonly kind: 'keep' } | { readonly kind: 'change'; readonly item: OutboxItem }

/**
 * What becomes of an item that did not get through. No answer and an answer of the moment (busy, broken) keep it
 * as it is. A refusal rolled everything back, so that a changed body may go under a new key.
 */
export function afterFailure(item: OutboxItem, error: unknown, newKey: () => string): Outcome {
  if (!(error instanceof Failure) || !isRefusal(error.status)) return { kind: 'keep' }
  if (item.input.presence !== undefined && error.problems.some(({ field }) => field === 'presence')) {
    return { kind: 'change', item: { ...withoutPresence(item), key: newKey(), isTried: false } }
  }
  return { kind: 'change', item: { ...item, refusal: error.text } }
}

const isRefusal = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 429

function withoutPresence(item: OutboxItem): OutboxItem {
  const { presence: _expired, ...input } = item.input
  return { ...item, input, presenceUntil: null }
}
