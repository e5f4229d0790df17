import type { SolverProgress } from '#platform/solver/solve.ts'

type Computing = { readonly stop: AbortController; progress: SolverProgress | null }

/** Runs that this process computes; another process of the same city knows only that they have no answer yet. */
const running = new Map<string, Computing>()

export function beginComputing(id: string): Computing {
  const computing = { stop: new AbortController(), progress: null }
  running.set(id, computing)
  return computing
}

export const endComputing = (id: string): void => void running.delete(id)
export const isComputing = (id: string): boolean => running.has(id)
export const progressOf = (id: string): SolverProgress | null => running.get(id)?.progress ?? null
export const stopRun = (id: string): void => running.get(id)?.stop.abort(new Error('cancelled'))
