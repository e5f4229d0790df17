import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import type { ReportInput, VisitInput } from '../types.ts'

/** Something on its way. Its key goes with it through every try, so that it arrives exactly once. */
type OnTheWay = {
  readonly key: string
  readonly stationName: string
  /** Milliseconds since the epoch. */
  readonly madeAt: number
  readonly sendAfter: number
  /** Whether the server may have seen it: from then on the body must not change under the same key. */
  readonly isTried: boolean
  /** Why the server would not take it; a person must look. */
  readonly refusal: Text | null
}

export type ReportItem = OnTheWay & {
  /** Absent on those that an older page queued. */
  readonly kind?: 'report'
  readonly input: ReportInput
}

/** A picture taken on a visit: its bytes lie apart, and once they are uploaded their file is remembered. */
export type VisitPicture = {
  readonly id: string
  readonly what: VisitInput['photos'][number]['what']
  readonly capturedAt: string
  readonly fileId?: string
}

/** An inspection's result, which goes out after its pictures. */
export type VisitItem = OnTheWay & {
  readonly kind: 'visit'
  readonly input: VisitInput
  readonly pictures: readonly VisitPicture[]
  readonly refusalCode?: string
}

export type OutboxItem = ReportItem | VisitItem

export const isReport = (item: OutboxItem): item is ReportItem => item.kind !== 'visit'
export const isVisit = (item: OutboxItem): item is VisitItem => item.kind === 'visit'

/** As long as the page offers to take it back. */
export const UNDO_MS = 5_000

export const isWaiting = (item: OutboxItem, now: number) => item.refusal === null && item.sendAfter <= now

/** The item as it goes out, with when it was made; what was tried once stays as it is. A visit bears its own times. */
export function readyToSend(item: ReportItem): ReportItem
export function readyToSend(item: OutboxItem): OutboxItem
export function readyToSend(item: OutboxItem): OutboxItem {
  if (item.isTried) return item
  if (isVisit(item)) return { ...item, isTried: true }
  return { ...item, input: { ...item.input, madeAt: new Date(item.madeAt).toISOString() }, isTried: true }
}

/**
 * What becomes of an item that did not get through. No answer and an answer of the moment (busy, broken) leave it
 * as it is, to be tried again; a refusal is for the person to read.
 */
export function afterFailure(item: OutboxItem, error: unknown): OutboxItem {
  if (!(error instanceof Failure && isRefusal(error.status))) return item
  if (isVisit(item)) return { ...item, refusal: error.text, refusalCode: error.code }
  return { ...item, refusal: error.text }
}

/** A refusal that somebody else was there at the same time: both results may be kept, once a person has said so. */
export const mayBeSentAgain = ({ refusalCode }: VisitItem): boolean => refusalCode === 'inspected-at-once'

const isRefusal = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 429
