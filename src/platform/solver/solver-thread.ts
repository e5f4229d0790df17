/** The solver's own thread: one problem in, messages about its progress and one answer out. */
import { parentPort, workerData } from 'node:worker_threads'
import loadHighs, { type Highs, type HighsCallbackMap, type Model } from 'highs'
import type { PackedProblem } from './problem.ts'
import type { SolverAnswer, SolverMessage } from './solve.ts'

const SEED = 20_260_101

const { problem, timeLimitSeconds, gapShare } = workerData as {
  problem: PackedProblem
  timeLimitSeconds: number
  gapShare: number
}

const highs = await loadHighs()
const started = performance.now()
const send = (message: SolverMessage) => parentPort!.postMessage(message)
// The model holds memory outside the heap; `withModel` gives it back even where the run throws.
send({ kind: 'answer', answer: highs.withModel(dataOf(highs, problem), solveModel) })

function solveModel(model: Model): SolverAnswer {
  model.options.set({
    output_flag: false,
    random_seed: SEED,
    time_limit: timeLimitSeconds,
    mip_rel_gap: gapShare,
  })
  model.run(progressOf(highs))
  const seconds = (performance.now() - started) / 1000
  const status = model.getModelStatus()
  const { optimal, timeLimit, infeasible, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus
  if (status === infeasible || status === unbounded || status === unboundedOrInfeasible)
    return { status: 'impossible', seconds }
  if (status !== optimal && status !== timeLimit) throw new Error(`the solver ended with status ${status}`)
  return foundBy(model, status === optimal, seconds)
}

function foundBy(model: Model, isOptimal: boolean, seconds: number): SolverAnswer {
  const isWhole = problem.whole.includes(1)
  const value = model.getObjectiveValue()
  const values = Float64Array.from(model.getSolution().colValue)
  // Cut off before anything was found: the objective is without end, and so is the gap.
  if (!isOptimal && !Number.isFinite(value)) return { status: 'nothing-found', seconds }
  const bound = isWhole ? Number(model.info.get('mip_dual_bound')) : value
  return {
    status: isOptimal ? 'optimal' : 'cut-off',
    seconds,
    value,
    bound,
    gap: Math.abs(bound - value) / Math.max(Math.abs(value), 1e-9),
    values,
  }
}

function progressOf({ constants }: Highs): HighsCallbackMap {
  return {
    [constants.callbackType.mipLogging]: ({ data }) => {
      send({
        kind: 'progress',
        progress: {
          seconds: data.running_time ?? 0,
          best: finite(data.mip_primal_bound),
          bound: finite(data.mip_dual_bound),
        },
      })
      return undefined
    },
  }
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Math.abs(value) < 1e29 ? value : null

function dataOf({ constants }: Highs, packed: PackedProblem) {
  const [numCols, numRows] = [packed.costs.length, packed.rowLowers.length]
  return {
    numCols,
    numRows,
    sense:
      packed.sense === 'maximise' ? constants.objectiveSense.maximize : constants.objectiveSense.minimize,
    colCost: packed.costs,
    colLower: packed.lowers,
    colUpper: packed.uppers,
    rowLower: packed.rowLowers,
    rowUpper: packed.rowUppers,
    integrality: packed.whole,
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: packed.starts,
      indices: packed.indices,
      values: packed.values,
    },
  }
}
