import { makeProblem } from '#platform/solver/problem.ts'
import { solve, type SolverAnswer, type SolverWish } from '#platform/solver/solve.ts'
import { personsCovered, type DemandPoint } from '../../rules/siting/coverage.ts'

export type Choosing = {
  readonly demand: readonly Pick<DemandPoint, 'persons'>[]
  /** Of each demand point, the numbers of the places within reach. */
  readonly near: readonly (readonly number[])[]
  readonly places: number
  /** Exactly so many places stand where `keepsAll`, at most so many otherwise. */
  readonly count: number
  readonly keepsAll: boolean
  /** Where persons weigh the same, the place that is used more stands; 0 where nothing is known. */
  readonly useOf?: (place: number) => number
}

export type Chosen =
  | { readonly status: 'nothing-found'; readonly seconds: number }
  | {
      readonly status: 'optimal' | 'cut-off'
      readonly places: readonly number[]
      /** Counted anew from the places, never taken from the solver. */
      readonly persons: number
      /** No plan reaches more persons. */
      readonly bound: number
      /** Between the two, as a share of the persons reached. */
      readonly gap: number
      readonly seconds: number
    }

/** All secondary wishes together weigh less than half a person, so that none ever costs one. */
const SECONDARY_MAX = 0.4

/**
 * Maximal covering location (Church and ReVelle, 1974): which places reach the most persons. Points that no place
 * reaches are left out, so that only what can be gained is in the problem.
 */
export async function choosePlaces(choosing: Choosing, wish: SolverWish): Promise<Chosen> {
  const problem = makeProblem('maximise')
  const costs = secondaryCosts(choosing)
  const places = costs.map((cost) => problem.variable({ cost, upper: 1, isWhole: true }))
  const { count, keepsAll } = choosing
  problem.row({
    ...(keepsAll && { lower: count }),
    upper: count,
    terms: places.map((place) => [place, 1] as const),
  })
  for (const [point, near] of choosing.near.entries()) {
    const { persons } = choosing.demand[point]!
    if (near.length === 0 || persons === 0) continue
    // Reached is at most one, and at most as many as stand near; between whole places it is whole by itself.
    const reached = problem.variable({ cost: persons, upper: 1 })
    problem.row({ upper: 0, terms: [[reached, 1], ...near.map((place) => [places[place]!, -1] as const)] })
  }
  return read(choosing, await solve(problem, wish))
}

function secondaryCosts({ places, useOf, keepsAll }: Choosing): number[] {
  const numbers = Array.from({ length: places }, (_, place) => place)
  if (!keepsAll) return numbers.map(() => -SECONDARY_MAX / (places + 1))
  const uses = numbers.map((place) => useOf?.(place) ?? 0)
  const all = uses.reduce((sum, use) => sum + use, 0)
  return uses.map((use) => (all === 0 ? 0 : (SECONDARY_MAX * use) / (all + 1)))
}

function read(choosing: Choosing, answer: SolverAnswer): Chosen {
  if (answer.status === 'impossible') throw new Error('a covering problem has always a plan')
  if (answer.status === 'nothing-found') return { status: answer.status, seconds: answer.seconds }
  const places = Array.from({ length: choosing.places }, (_, place) => place).filter(
    (place) => answer.values[place]! > 0.5,
  )
  const standing = new Set(places)
  const persons = personsCovered(choosing.demand, choosing.near, (place) => standing.has(place))
  // The solver counts persons and secondary wishes together; more than that apart, one of the two is wrong.
  if (Math.abs(persons - answer.value) > 1)
    throw new Error(`the solver says ${answer.value} and its places reach ${persons}`)
  const bound = Math.max(persons, Math.floor(answer.bound + SECONDARY_MAX))
  return {
    status: answer.status,
    places,
    persons,
    bound,
    gap: persons === 0 ? 0 : (bound - persons) / persons,
    seconds: answer.seconds,
  }
}
