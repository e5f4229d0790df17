import KDBush from 'kdbush'
import { facilities } from '../../rules/facilities.ts'
import type { OpenSignal } from '../../rules/open-signal.ts'
import { SIGNAL_DAYS } from './open-signals.ts'
import type { OpenNowAnswer } from './open-now-answer.ts'
import {
  declaredAnswer,
  hoursClass,
  learnedAnswer,
  makeOpeningBoard,
  turnTo,
  withDeclared,
  type OpeningBoard,
} from './opening-board.ts'
import type { IndexedStation } from './read-stations.ts'

if (facilities.length > 32) throw new Error('a set of facilities no longer fits into 32 bits')

/**
 * Every station, in memory, by slot. What a search asks of each candidate stands in typed columns; what it answers
 * of the few it finds stands in `stations`. PostgreSQL is the truth: this is only ever read off it.
 */
export type StationIndex = {
  /** Grows with every change, so that whatever was derived knows when it is old. */
  version: number
  readonly stations: IndexedStation[]
  readonly slotById: Map<string, number>
  readonly slotByCode: Map<string, number>
  readonly board: OpeningBoard
  readonly signals: Map<number, readonly OpenSignal[]>
  /** Of stations with signals, what was said in the board's minute. */
  readonly answers: Map<number, OpenNowAnswer>
  operating: Uint8Array
  hoursClasses: Uint32Array
  facilityBits: Uint32Array
  /** 1 where something was heard, so that the class alone does not answer. */
  heard: Uint8Array
  /** Undefined after a station came or moved, until the next search: 60 ms for 180,000 stations, under 1 for 301. */
  tree: KDBush | undefined
}

export const makeStationIndex = (): StationIndex => ({
  version: 0,
  stations: [],
  slotById: new Map(),
  slotByCode: new Map(),
  board: makeOpeningBoard(),
  signals: new Map(),
  answers: new Map(),
  operating: new Uint8Array(0),
  hoursClasses: new Uint32Array(0),
  facilityBits: new Uint32Array(0),
  heard: new Uint8Array(0),
  tree: undefined,
})

/** Puts stations as they now stand, with what was heard of them. */
export function putStations(
  index: StationIndex,
  stations: readonly IndexedStation[],
  signals: ReadonlyMap<string, readonly OpenSignal[]>,
): void {
  makeRoom(index, index.stations.length + stations.length)
  for (const station of stations) putStation(index, station, signals.get(station.id) ?? [])
  index.version++
}

function putStation(index: StationIndex, station: IndexedStation, signals: readonly OpenSignal[]): void {
  const known = index.slotById.get(station.id)
  const slot = known ?? index.stations.length
  const before = known === undefined ? undefined : index.stations[known]!
  // Two readings may overtake each other; the newer stays.
  if (before !== undefined && before.version > station.version) return
  if (before?.longitude !== station.longitude || before.latitude !== station.latitude) index.tree = undefined
  index.stations[slot] = station
  index.slotById.set(station.id, slot)
  index.slotByCode.set(station.code, slot)
  index.operating[slot] = station.state === 'operating' ? 1 : 0
  index.hoursClasses[slot] = hoursClass(index.board, station.hours)
  index.facilityBits[slot] = facilityBitsOf(station.facilities)
  index.heard[slot] = signals.length > 0 ? 1 : 0
  index.answers.delete(slot)
  if (signals.length > 0)
    index.signals.set(slot, withDeclared(index.board, index.hoursClasses[slot], signals))
  else index.signals.delete(slot)
}

function makeRoom(index: StationIndex, slots: number): void {
  if (slots <= index.operating.length) return
  const room = Math.max(slots, index.operating.length * 2)
  index.operating = widened(new Uint8Array(room), index.operating)
  index.heard = widened(new Uint8Array(room), index.heard)
  index.hoursClasses = widened(new Uint32Array(room), index.hoursClasses)
  index.facilityBits = widened(new Uint32Array(room), index.facilityBits)
}

function widened<Column extends Uint8Array | Uint32Array>(wider: Column, column: Column): Column {
  wider.set(column)
  return wider
}

const bitOf = new Map<string, number>(facilities.map(({ id }, bit) => [id, 2 ** bit]))

/** A set of facilities as bits; one that is not known any more counts for nothing. */
export const facilityBitsOf = (ids: readonly string[]): number =>
  ids.reduce((bits, id) => (bits | (bitOf.get(id) ?? 0)) >>> 0, 0)

/** Turns the index to this minute. Every search and every answer begins with it. */
export function turnIndexTo(index: StationIndex, now: Date): void {
  if (turnTo(index.board, now)) index.answers.clear()
}

/** What is said of the station in this slot, of the minute the index was turned to. */
export function answerOf(index: StationIndex, slot: number): OpenNowAnswer {
  const number = index.hoursClasses[slot]!
  if (index.heard[slot] === 0) return declaredAnswer(index.board, number)
  const known = index.answers.get(slot)
  if (known !== undefined) return known
  const since = index.board.at.getTime() - SIGNAL_DAYS * 86_400_000
  const signals = index.signals.get(slot)!.filter(({ at }) => at.getTime() > since)
  const answer = learnedAnswer(index.board, number, signals)
  index.answers.set(slot, answer)
  return answer
}

/** The tree of all places, grown again where it is out of date. */
export function treeOf(index: StationIndex): KDBush {
  if (index.tree !== undefined) return index.tree
  const tree = new KDBush(index.stations.length)
  for (const { longitude, latitude } of index.stations) tree.add(longitude, latitude)
  index.tree = tree.finish()
  return tree
}
