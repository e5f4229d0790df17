import type { DemoStation } from './demo-station.ts'
import type { Random } from './random.ts'

/**
 * What is planted into the certificates, so that every state has stations in it:
 * - kept: all of it is fresh;
 * - lapsing: one thing runs out within thirty days;
 * - lapsed: one thing has run out;
 * - unconfirmed: the keeper has not said a word for months;
 * - found-wanting: the last inspection found something, and nothing was mended since;
 * - suspended, withdrawn: by decision, after warnings;
 * - warned, mended: warned once; the one has time left, the other says that all is well again.
 */
export type DemoFate =
  | 'kept'
  | 'lapsing'
  | 'lapsed'
  | 'unconfirmed'
  | 'found-wanting'
  | 'suspended'
  | 'withdrawn'
  | 'warned'
  | 'mended'

const weights: readonly (readonly [DemoFate, number])[] = [
  ['kept', 0.66],
  ['lapsing', 0.13],
  ['lapsed', 0.08],
  ['unconfirmed', 0.07],
  ['found-wanting', 0.06],
]

/** Decisions are few; none is about a station that is honoured. */
const decided: readonly DemoFate[] = ['suspended', 'suspended', 'withdrawn', 'warned', 'mended']

/** A fate for each station, in their order. The one that the demo's keeper looks after has something to renew. */
export function drawFates(random: Random, stations: readonly DemoStation[], keeperAt: number): DemoFate[] {
  const fates = stations.map(() => random.weighted(weights, ([, weight]) => weight)[0])
  const free = random
    .shuffled(stations.map((_, index) => index))
    .filter((index) => stations[index]!.honour === undefined && index !== keeperAt)
  for (const [at, fate] of decided.entries()) fates[free[at]!] = fate
  fates[keeperAt] = 'lapsing'
  return fates
}
