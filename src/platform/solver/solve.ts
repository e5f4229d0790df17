import { Worker } from 'node:worker_threads'
import { Failure } from '../failures.ts'
import { takingTurns } from '../turns.ts'
import type { Problem } from './problem.ts'

export type SolverProgress = {
  readonly seconds: number
  /** Best plan found so far, and what no plan can beat; null while there is none. */
  readonly best: number | null
  readonly bound: number | null
}

export type SolverWish = {
  /** At most 120; 20 unless said. */
  readonly timeLimitSeconds?: number
  /** How far from the best plan is good enough, as a share of it: 0 unless said. */
  readonly gapShare?: number
  /** Ends the solver at once; the promise is then refused with the signal's reason. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: SolverProgress) => void
}

type Found = {
  readonly seconds: number
  readonly value: number
  /** No plan is better than this. */
  readonly bound: number
  /** Between value and bound, as a share of the value. */
  readonly gap: number
  /** By variable. */
  readonly values: Float64Array
}

export type SolverAnswer =
  | ({ readonly status: 'optimal' | 'cut-off' } & Found)
  | { readonly status: 'impossible'; readonly seconds: number }
  | { readonly status: 'nothing-found'; readonly seconds: number }

export type SolverMessage =
  | { readonly kind: 'progress'; readonly progress: SolverProgress }
  | { readonly kind: 'answer'; readonly answer: SolverAnswer }

const THREAD = new URL('./solver-thread.ts', import.meta.url)
export const TIME_LIMIT_MAX_SECONDS = 120
const TIME_LIMIT_SECONDS = 20
/** Beyond the limit that the solver keeps by itself: it looks at the clock between steps, and a step may be long. */
const GRACE_MS = 15_000
const AT_ONCE = 2
const WAITING_MAX = 16
const HEAP_MAX_MEGABYTES = 1_024

/** Two run at once, sixteen wait, and whoever comes after is refused with `solver-busy`. */
const inTurn = takingTurns({ atOnce: AT_ONCE, waitingMax: WAITING_MAX, busy: () => busy() })

/**
 * Solves a problem in a thread of its own, when its turn has come. The answer is the same for the same problem, unless
 * the time was up (`cut-off`).
 */
export async function solve(problem: Problem, wish: SolverWish = {}): Promise<SolverAnswer> {
  wish.signal?.throwIfAborted()
  return inTurn(async () => {
    wish.signal?.throwIfAborted()
    return runThread(problem, wish)
  })
}

async function runThread(problem: Problem, wish: SolverWish): Promise<SolverAnswer> {
  const timeLimitSeconds = Math.min(wish.timeLimitSeconds ?? TIME_LIMIT_SECONDS, TIME_LIMIT_MAX_SECONDS)
  const thread = new Worker(THREAD, {
    workerData: { problem: problem.packed(), timeLimitSeconds, gapShare: wish.gapShare ?? 0 },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MEGABYTES },
  })
  const { promise, resolve, reject } = Promise.withResolvers<SolverAnswer>()
  const abort = () => reject(wish.signal!.reason as Error)
  const late = setTimeout(
    () => resolve({ status: 'nothing-found', seconds: timeLimitSeconds }),
    timeLimitSeconds * 1000 + GRACE_MS,
  )
  wish.signal?.addEventListener('abort', abort, { once: true })
  thread.on('message', (message: SolverMessage) => {
    if (message.kind === 'answer') resolve(message.answer)
    else wish.onProgress?.(message.progress)
  })
  thread.on('error', reject)
  thread.on('exit', (code) => reject(new Error(`the solver's thread ended by itself (${code})`)))
  try {
    return await promise
  } finally {
    clearTimeout(late)
    wish.signal?.removeEventListener('abort', abort)
    await thread.terminate()
  }
}

const busy = () =>
  new Failure(503, 'solver-busy', {
    zh: '正在算的方案太多，请过几分钟再试。',
    en: 'Too many plans are being computed; try again in a few minutes.',
  })
