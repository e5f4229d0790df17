import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePlan } from './make-plan.ts'
import type { Ground } from './read-ground.ts'

/** Of its own, so that a plan is not checked by the code that made it: metres by the haversine on a sphere. */
function metresBetween(a: { longitude: number; latitude: number }, b: typeof a): number {
  const rad = Math.PI / 180
  const [u, v] = [a.latitude * rad, b.latitude * rad]
  const s =
    Math.sin((v - u) / 2) ** 2 +
    Math.cos(u) * Math.cos(v) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(s))
}

type Spot = { readonly longitude: number; readonly latitude: number }

const reached = (demand: Ground['demand'], places: readonly Spot[], metres: number) =>
  demand
    .filter((point) => places.some((place) => metresBetween(point, place) <= metres))
    .reduce((sum, { persons }) => sum + persons, 0)

/** All choices of `count` out of `of`. */
function choices<T>(of: readonly T[], count: number): T[][] {
  if (count === 0) return [[]]
  return of.flatMap((first, index) => choices(of.slice(index + 1), count - 1).map((rest) => [first, ...rest]))
}

const spot = fc.record({
  longitude: fc.integer({ min: 0, max: 40 }).map((step) => 113.2 + step * 0.003),
  latitude: fc.integer({ min: 0, max: 40 }).map((step) => 33.7 + step * 0.003),
})
const demandOf = fc.array(
  fc.tuple(spot, fc.integer({ min: 0, max: 50 })).map(([at, persons]) => ({ ...at, persons, adcode: null })),
  { minLength: 1, maxLength: 25 },
)
const placed = (spots: readonly Spot[], name: string) =>
  spots.map((at, number) => ({ ...at, id: `${name}${number}`, name, checkIns90Days: null }))

const groundOf = (
  demand: Ground['demand'],
  stations: readonly Spot[],
  sites: readonly Spot[],
  count: number,
): Ground => ({
  question: 'build',
  count,
  reach: { kind: 'one-km', detourFactor: 1.3 },
  timeLimitSeconds: 20,
  demand,
  stations: placed(stations, 's').map((one, number) => ({ ...one, checkIns90Days: number, isOwn: true })),
  sites: placed(sites, 'x'),
})

describe('where to build', () => {
  it('reaches as many as any choice, never fewer than greedy, and claims no more than it reaches', async () => {
    await fc.assert(
      fc.asyncProperty(
        demandOf,
        fc.array(spot, { maxLength: 3 }),
        fc.array(spot, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 3 }),
        async (demand, stations, sites, wished) => {
          const count = Math.min(wished, sites.length)
          const { status, plan } = await makePlan(groundOf(demand, stations, sites, count))
          if (plan === null) throw new Error(status)
          const best = Math.max(
            ...choices(sites, count).map((those) => reached(demand, [...stations, ...those], 1000)),
          )
          expect(plan.coveredBefore).toBe(reached(demand, stations, 1000))
          expect(plan.coveredAfter).toBe(reached(demand, [...stations, ...plan.chosen], 1000))
          expect(plan.coveredAfter).toBe(best)
          expect(plan.coveredAfter).toBeGreaterThanOrEqual(plan.greedyAfter)
          expect(plan.bound).toBe(plan.coveredAfter)
          expect(plan.chosen.length).toBeLessThanOrEqual(count)
          expect(plan.chosen.every(({ alone, near }) => near > 0 && alone <= near)).toBe(true)
        },
      ),
      { numRuns: 8 },
    )
  }, 60_000)

  it('says the same twice', async () => {
    const random = (seed: number) => ((seed * 9301 + 49_297) % 233_280) / 233_280
    const spots = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        longitude: 113.2 + random(from + index) * 0.1,
        latitude: 33.7 + random(from * 3 + index * 7) * 0.1,
      }))
    const demand = spots(1, 120).map((at, index) => ({ ...at, persons: 1 + (index % 9), adcode: null }))
    const ground = groundOf(demand, [], spots(400, 60), 8)
    const [first, second] = [await makePlan(ground), await makePlan(ground)]
    expect(first.plan!.chosen).toEqual(second.plan!.chosen)
  })

  it('says that nothing is in reach instead of naming a place that helps nobody', async () => {
    const demand = [{ longitude: 113.2, latitude: 33.7, persons: 10, adcode: null }]
    const far = [{ longitude: 113.3, latitude: 33.9 }]
    const { status, plan } = await makePlan(groundOf(demand, [], far, 1))
    expect(status).toBe('none-in-reach')
    expect(plan).toMatchObject({ chosen: [], coveredAfter: 0, outOfReach: 10 })
  })
})

describe('what could close', () => {
  it('costs as few as any choice, and where none is missed closes what is used least', async () => {
    await fc.assert(
      fc.asyncProperty(
        demandOf,
        fc.array(spot, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 1, max: 3 }),
        async (demand, stations, wished) => {
          const count = Math.min(wished, stations.length - 1)
          const ground = { ...groundOf(demand, stations, [], count), question: 'close' as const }
          const { plan } = await makePlan(ground)
          const best = Math.max(
            ...choices(stations, stations.length - count).map((kept) => reached(demand, kept, 1000)),
          )
          const closed = new Set(plan!.chosen.map(({ id }) => id))
          const kept = ground.stations.filter(({ id }) => !closed.has(id))
          expect(closed.size).toBe(count)
          expect(plan!.coveredAfter).toBe(reached(demand, kept, 1000))
          expect(plan!.coveredAfter).toBe(best)
          expect(plan!.coveredAfter).toBeGreaterThanOrEqual(plan!.greedyAfter)
        },
      ),
      { numRuns: 6 },
    )
    const at = { longitude: 113.2, latitude: 33.7 }
    const ground = groundOf([{ ...at, persons: 5, adcode: null }], [at, at, at], [], 2)
    const { plan } = await makePlan({ ...ground, question: 'close' })
    expect(plan!.chosen.map(({ checkIns90Days }) => checkIns90Days)).toEqual([0, 1])
  }, 60_000)

  it('leaves the neighbours’ stations alone, and counts on them', async () => {
    const at = { longitude: 113.2, latitude: 33.7 }
    const ground = groundOf([{ ...at, persons: 5, adcode: null }], [at, at], [], 1)
    const stations = ground.stations.map((one, number) => ({ ...one, isOwn: number === 0 }))
    const own = await makePlan({
      ...ground,
      question: 'close',
      stations: [...stations, { ...stations[0]!, id: 's9' }],
    })
    expect(own.plan).toMatchObject({ candidates: 2, coveredAfter: 5 })
    expect(own.plan!.chosen.every(({ id }) => id !== 's1')).toBe(true)
  })
})
