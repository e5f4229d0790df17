import { Worker } from 'node:worker_threads'
import type { CheckOrder } from './check-worker.ts'
import type { FromChecker, ToChecker } from './checker-words.ts'

/** A thread judging one roster. `next` waits for its next word, `taken` lets it send another batch. */
export type Checker = {
  next(): Promise<FromChecker>
  taken(): void
  close(): Promise<void>
}

/** Of the thread's own heap: a roster of a million rows needs no more than one of a thousand. */
const HEAP_MB = 192

export function openChecker(order: CheckOrder): Checker {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
  })
  const words: FromChecker[] = []
  let failure: Error | undefined
  let isOver = false
  let wake: (() => void) | undefined
  const rouse = () => wake?.()
  worker.on('message', (word: FromChecker) => {
    words.push(word)
    rouse()
  })
  worker.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error))
    rouse()
  })
  worker.on('exit', () => {
    isOver = true
    rouse()
  })
  return {
    async next() {
      for (;;) {
        const word = words.shift()
        if (word !== undefined) return word
        if (failure !== undefined) throw failure
        if (isOver) throw new Error('the thread that reads the roster ended before its file did')
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    taken: () => worker.postMessage('taken' satisfies ToChecker),
    close: async () => void (await worker.terminate()),
  }
}
