import type { Failure } from './failures.ts'

type Turns = {
  readonly atOnce: number
  readonly waitingMax: number
  /** Said to whoever comes when so many wait already. */
  readonly busy: () => Failure
}

/** Lets `atOnce` pieces of heavy work run at a time; the next wait in the order they came, and more are refused. */
export function takingTurns({ atOnce, waitingMax, busy }: Turns) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (running >= atOnce) {
      if (waiting.length >= waitingMax) throw busy()
      await new Promise<void>((resolve) => void waiting.push(resolve))
    }
    running++
    try {
      return await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}
