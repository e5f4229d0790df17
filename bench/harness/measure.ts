import type { Bench } from './bench.ts'
import type { Result } from './result.ts'

/** One file a measure. It may answer several names where one run gives them all. */
export type Measure = {
  readonly names: readonly string[]
  run(bench: Bench): Promise<readonly Result[]>
}
