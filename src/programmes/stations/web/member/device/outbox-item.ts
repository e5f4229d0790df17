import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import type { ReportInput } from '../types.ts'

/** A report on its way. Its key goes with it through every try, so that it arrives exactly once. */
export type OutboxItem = {
  readonly key: string
  readonly input: ReportInput
  readonly stationName: string
  /** Milliseconds since the epoch. */
  readonly madeAt: number
  readonly sendAfter: number
  /** Whether the server may have seen it: from then on the body must not change under the same key. */
  readonly isTried: boolean
  /** Why the server would not take it; a person must look. */
  readonly refusal: Text | null
}

/** As long as the page offers to take it back. */
export const UNDO_MS = 5_000

export const isWaiting = (item: OutboxItem, now: number) => item.refusal === null && item.sendAfter <= now

/** The item as it goes out, with when it was made; what was tried once stays as it is. */
export const readyToSend = (item: OutboxItem): OutboxItem =>
  item.isTried
    ? item
    : { ...item, input: { ...item.input, madeAt: new Date(item.madeAt).toISOString() }, isTried: true }

/**
 * What becomes of an item that did not get through. No answer and an answer of the moment (busy, broken) leave it
 * as it is, to be tried again; a refusal is for the person to read.
 */
export function afterFailure(item: OutboxItem, error: unknown): OutboxItem {
  const isRefused = error instanceof Failure && isRefusal(error.status)
  return isRefused ? { ...item, refusal: error.text } : item
}

const isRefusal = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 429
