import type { DemoStation } from './demo-station.ts'
import { quotas } from './places.ts'
import { createRandom, indexAbove } from './random.ts'
import type { Random } from './random.ts'

export const VISITOR_COUNT = 6500

/** Who comes to one station: visitor numbers (1 to 6,500) and running totals of how often. */
export type Regulars = { readonly visitors: readonly number[]; readonly totals: readonly number[] }

/** How many people pass each station: its district's bustle, and luck of the corner it stands on. */
export function bustleOf(seed: number, stations: readonly DemoStation[]): Float64Array {
  const random = createRandom(seed, 'bustle')
  const byDistrict = new Map(quotas.map(({ adcode, bustle }) => [adcode, bustle]))
  return Float64Array.from(
    stations,
    ({ districtAdcode, honour }) =>
      (byDistrict.get(districtAdcode) ?? 1) *
      Math.exp(0.5 * random.normal()) *
      (honour === undefined ? 1 : 1.35),
  )
}

/**
 * Everybody has a home station and up to three more in the district. How often they come has a long tail:
 * a few hundred come most days, most come now and then.
 */
export function gatherRegulars(
  seed: number,
  stations: readonly DemoStation[],
  bustle: Float64Array,
): Regulars[] {
  const random = createRandom(seed, 'visitors')
  const totals = runningTotals(bustle)
  const byDistrict = Map.groupBy(stations.keys(), (index) => stations[index]?.districtAdcode ?? '')
  const drafts = stations.map(() => ({ visitors: [] as number[], totals: [] as number[] }))
  const join = (station: number, visitor: number, weight: number) => {
    const draft = drafts[station]
    if (draft === undefined || weight <= 0) return
    draft.visitors.push(visitor)
    draft.totals.push((draft.totals.at(-1) ?? 0) + weight)
  }
  for (let visitor = 1; visitor <= VISITOR_COUNT; visitor++) {
    const home = homeOf(random, visitor, stations.length, totals)
    const often = Math.min(40, (1 - random.unit()) ** -0.8)
    join(home, visitor, often)
    const nearby = byDistrict.get(stations[home]?.districtAdcode ?? '') ?? []
    for (let more = random.whole(0, 3); more > 0; more--) join(random.pick(nearby), visitor, often * 0.3)
  }
  return drafts
}

/** The first visitors each take a station in turn, so that none is without people. */
function homeOf(random: Random, visitor: number, stations: number, totals: readonly number[]): number {
  if (visitor <= 4 * stations) return (visitor - 1) % stations
  return indexAbove(totals, random.unit() * (totals.at(-1) ?? 0))
}

export function drawRegular(random: Random, { visitors, totals }: Regulars): number {
  return visitors[indexAbove(totals, random.unit() * (totals.at(-1) ?? 0))] ?? 1
}

function runningTotals(weights: Float64Array): number[] {
  let total = 0
  return Array.from(weights, (weight) => (total += weight))
}
