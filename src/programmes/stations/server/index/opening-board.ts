import {
  compileOpeningHours,
  isOpenAt,
  type CompiledOpeningHours,
} from '../../rules/compile-opening-hours.ts'
import { localMoment, type LocalMoment } from '../../rules/local-time.ts'
import { estimateOpenNow } from '../../rules/open-now.ts'
import { type OpenSignal } from '../../rules/open-signal.ts'
import { openStateAt } from '../../rules/open-state.ts'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'
import { openNowOf, type OpenNowAnswer } from './open-now-answer.ts'

type HoursClass = {
  readonly compiled: CompiledOpeningHours
  /** Somebody wrote hours; a roster without them leaves a week in which nothing stands. */
  readonly isKnown: boolean
  /** What follows from the hours alone, of the board's minute. */
  answer: OpenNowAnswer | undefined
}

/**
 * Which doors are open this minute. Of thousands of stations most keep one of a few dozen hours, so hours are judged
 * once a class and a minute; only stations of which something was heard are judged one by one.
 */
export type OpeningBoard = {
  readonly classes: HoursClass[]
  readonly classOf: Map<string, number>
  /** By class: 1 where the declared hours say open in `minute`. */
  open: Uint8Array
  /** Minutes since 1970 that the board shows. */
  minute: number
  at: Date
  moment: LocalMoment
}

export function makeOpeningBoard(): OpeningBoard {
  const at = new Date(0)
  return {
    classes: [],
    classOf: new Map(),
    open: new Uint8Array(64),
    minute: -1,
    at,
    moment: localMoment(at),
  }
}

/** The class of these hours; a new one is judged at the board's minute. */
export function hoursClass(board: OpeningBoard, hours: OpeningHours): number {
  const key = JSON.stringify(hours)
  const known = board.classOf.get(key)
  if (known !== undefined) return known
  const number = board.classes.length
  const isKnown = hours.exceptions.length > 0 || hours.seasons.some((season) => season.weekly.length > 0)
  board.classes.push({ compiled: compileOpeningHours(hours), isKnown, answer: undefined })
  board.classOf.set(key, number)
  if (number === board.open.length) board.open = grown(board.open)
  judgeClass(board, number)
  return number
}

/** Turns the board to this minute; true where it was another. */
export function turnTo(board: OpeningBoard, now: Date): boolean {
  const minute = Math.floor(now.getTime() / 60_000)
  if (minute === board.minute) return false
  board.minute = minute
  board.at = now
  board.moment = localMoment(now)
  for (let number = 0; number < board.classes.length; number++) judgeClass(board, number)
  return true
}

function judgeClass(board: OpeningBoard, number: number): void {
  const known = board.classes[number]!
  known.answer = undefined
  board.open[number] = isOpenAt(known.compiled, board.moment) ? 1 : 0
}

/** Signals with what these hours said in the moment of each: a visit before closing says little of the evening. */
export function withDeclared(
  board: OpeningBoard,
  number: number,
  signals: readonly OpenSignal[],
): readonly OpenSignal[] {
  const { compiled, isKnown } = board.classes[number]!
  if (!isKnown) return signals
  return signals.map((signal) => ({ ...signal, declaredOpen: isOpenAt(compiled, localMoment(signal.at)) }))
}

/** What is said of a station with these hours of which nothing was heard. */
export function declaredAnswer(board: OpeningBoard, number: number): OpenNowAnswer {
  const known = board.classes[number]!
  known.answer ??= learnedAnswer(board, number, [])
  return known.answer
}

/** What is said of a station with these hours and these signals. */
export function learnedAnswer(
  board: OpeningBoard,
  number: number,
  signals: readonly OpenSignal[],
): OpenNowAnswer {
  const { compiled, isKnown } = board.classes[number]!
  const declared = openStateAt(compiled, board.at)
  const estimate = estimateOpenNow(isKnown ? declared.open : undefined, signals, board.at)
  return openNowOf(declared, isKnown, estimate)
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2)
  larger.set(bytes)
  return larger
}
