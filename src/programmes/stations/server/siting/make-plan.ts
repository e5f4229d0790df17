import type { SolverWish } from '#platform/solver/solve.ts'
import { personsCovered, placesNear } from '../../rules/siting/coverage.ts'
import { buildGreedily, closeGreedily } from '../../rules/siting/greedy.ts'
import { reachMetres } from '../../rules/siting/reach.ts'
import type { SitingPlan } from '../../shapes-siting.ts'
import { choosePlaces } from './choose-places.ts'
import type { Demand, Ground, Place } from './read-ground.ts'

type Planned =
  | { readonly status: 'optimal' | 'cut-off' | 'none-in-reach'; readonly plan: SitingPlan }
  | { readonly status: 'nothing-found'; readonly plan: null }

type Wish = Pick<SolverWish, 'signal' | 'onProgress'>

/** The plan for a ground: where the next stations should stand, or which could close with least harm. */
export const makePlan = (ground: Ground, wish: Wish = {}): Promise<Planned> =>
  ground.question === 'build' ? planBuilding(ground, wish) : planClosing(ground, wish)

async function planBuilding(ground: Ground, wish: Wish): Promise<Planned> {
  const { demand, stations, sites, count } = ground
  const metres = reachMetres(ground.reach)
  const nearStations = placesNear(demand, stations, metres)
  const nearSites = placesNear(demand, sites, metres)
  const isFree = (point: number) => nearStations[point]!.length === 0
  // Who has a station already gains nothing; their points are out of the problem.
  const left = demand.map((point, index) => (isFree(index) ? point : { ...point, persons: 0 }))
  const nothing = {
    ...planOf(ground, metres, nearStations, nearStations),
    chosen: [],
    seconds: 0,
    outOfReach: personsOf(demand, (point) => isFree(point) && nearSites[point]!.length === 0),
  }
  if (!left.some(({ persons }, point) => persons > 0 && nearSites[point]!.length > 0))
    return { status: 'none-in-reach', plan: nothing }
  const greedy = new Set(buildGreedily(left, nearSites, sites.length, count))
  const chosen = await choosePlaces(
    { demand: left, near: nearSites, places: sites.length, count, keepsAll: false },
    { ...wish, timeLimitSeconds: ground.timeLimitSeconds },
  )
  if (chosen.status === 'nothing-found') return { status: chosen.status, plan: null }
  const standing = new Set(chosen.places)
  const after = demand.map((_, point) => [
    ...nearStations[point]!.map((station) => -1 - station),
    ...nearSites[point]!.filter((site) => standing.has(site)),
  ])
  const before = nothing.coveredBefore
  return {
    status: chosen.status,
    plan: {
      ...planOf(ground, metres, nearStations, after),
      bound: before + chosen.bound,
      gap: chosen.gap,
      seconds: chosen.seconds,
      greedyAfter: before + personsCovered(left, nearSites, (site) => greedy.has(site)),
      outOfReach: nothing.outOfReach,
      chosen: chosen.places
        .map((site) => plannedPlace(sites[site]!, site, demand, after))
        .sort((a, b) => b.alone - a.alone),
    },
  }
}

async function planClosing(ground: Ground, wish: Wish): Promise<Planned> {
  const { demand, stations, count } = ground
  const metres = reachMetres(ground.reach)
  // The county's own first, so that a plan's numbers are theirs; the others stand whatever is decided.
  const own = stations.filter(({ isOwn }) => isOwn)
  const others = stations.filter(({ isOwn }) => !isOwn)
  const nearOwn = placesNear(demand, own, metres)
  const nearOthers = placesNear(demand, others, metres)
  const left = demand.map((point, index) =>
    nearOthers[index]!.length === 0 ? point : { ...point, persons: 0 },
  )
  const both = (kept: (station: number) => boolean) =>
    demand.map((_, point) => [
      ...nearOthers[point]!.map((other) => -1 - other),
      ...nearOwn[point]!.filter(kept),
    ])
  const before = both(() => true)
  const greedy = new Set(closeGreedily(left, nearOwn, own.length, count))
  const kept = await choosePlaces(
    {
      demand: left,
      near: nearOwn,
      places: own.length,
      count: own.length - count,
      keepsAll: true,
      useOf: (station) => own[station]!.checkIns90Days ?? 0,
    },
    { ...wish, timeLimitSeconds: ground.timeLimitSeconds },
  )
  if (kept.status === 'nothing-found') return { status: kept.status, plan: null }
  const standing = new Set(kept.places)
  const after = both((station) => standing.has(station))
  const ofOthers = personsOf(demand, (point) => nearOthers[point]!.length > 0)
  return {
    status: kept.status,
    plan: {
      ...planOf(ground, metres, before, after),
      bound: ofOthers + kept.bound,
      gap: kept.gap,
      seconds: kept.seconds,
      greedyAfter: ofOthers + personsCovered(left, nearOwn, (station) => !greedy.has(station)),
      outOfReach: personsOf(demand, (point) => before[point]!.length === 0),
      candidates: own.length,
      chosen: own
        .flatMap((station, number) =>
          standing.has(number) ? [] : [closingPlace(station, number, demand, before, after)],
        )
        .sort((a, b) => a.alone - b.alone || (a.checkIns90Days ?? 0) - (b.checkIns90Days ?? 0)),
    },
  }
}

type Near = readonly (readonly number[])[]

const personsOf = (demand: readonly Demand[], holds: (point: number) => boolean): number =>
  demand.reduce((sum, { persons }, point) => (holds(point) ? sum + persons : sum), 0)

/** What every plan says, counted from who is near what before and after. */
function planOf({ demand, stations, sites }: Ground, metres: number, before: Near, after: Near): SitingPlan {
  const [coveredBefore, coveredAfter] = [before, after].map((near) =>
    personsOf(demand, (point) => near[point]!.length > 0),
  ) as [number, number]
  const numbers = demand.map((_, point) => point)
  const districts = Map.groupBy(numbers, (point) => demand[point]!.adcode ?? '')
  const inDistrict = (points: readonly number[], near?: Near) =>
    points.reduce(
      (sum, point) => (near === undefined || near[point]!.length > 0 ? sum + demand[point]!.persons : sum),
      0,
    )
  return {
    demandPersons: personsOf(demand, () => true),
    coveredBefore,
    coveredAfter,
    bound: coveredAfter,
    gap: 0,
    seconds: 0,
    greedyAfter: coveredAfter,
    outOfReach: 0,
    candidates: sites.length,
    stations: stations.length,
    reachMetres: metres,
    chosen: [],
    districts: [...districts]
      .map(([adcode, points]) => ({
        adcode,
        demand: inDistrict(points),
        before: inDistrict(points, before),
        after: inDistrict(points, after),
      }))
      .sort((a, b) => a.adcode.localeCompare(b.adcode)),
  }
}

const faceOf = ({ id, name, longitude, latitude, checkIns90Days }: Place) => ({
  id,
  name,
  longitude,
  latitude,
  checkIns90Days,
})

/** A place to build: who has it near, and who has nothing else once all is built. */
const plannedPlace = (place: Place, number: number, demand: readonly Demand[], after: Near) => ({
  ...faceOf(place),
  near: personsOf(demand, (point) => after[point]!.includes(number)),
  alone: personsOf(demand, (point) => after[point]!.length === 1 && after[point]![0] === number),
})

/** A place that closes: who had it near, and who has nothing any more; shared where two close together. */
const closingPlace = (
  place: Place,
  number: number,
  demand: readonly Demand[],
  before: Near,
  after: Near,
) => ({
  ...faceOf(place),
  near: personsOf(demand, (point) => before[point]!.includes(number)),
  alone: personsOf(demand, (point) => before[point]!.includes(number) && after[point]!.length === 0),
})
