import type { Bench } from '../harness/bench.ts'
import { DISTRICTS } from '../harness/generated-stations.ts'
import { makeLoad } from '../harness/load.ts'
import { adcodeOf } from '../harness/generated-stations.ts'
import { interleaved, ROUND_SECONDS } from '../harness/rounds.ts'

const CONNECTIONS = 32

export type AgainstFloor = { readonly ours: number; readonly floor: number; readonly ratio: number }

/** Ours and the floor in turn. The floor runs with two sizes of pool, and the better one counts. */
export async function againstFloor(
  bench: Bench,
  paths: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<AgainstFloor> {
  const [small, large] = await bench.floors()
  const { origin } = await bench.bigCity()
  const load = { folder: bench.folder, connections: CONNECTIONS, seconds: ROUND_SECONDS }
  const lists = Array.from({ length: DISTRICTS }, (_, district) => `/?adcode=${adcodeOf(district)}`)
  const ask = async (
    where: { origin: string; headers: Readonly<Record<string, string>> },
    of: typeof paths,
  ) => (await makeLoad({ ...load, ...where, paths: of })).rate
  await makeLoad({ ...load, origin, headers, paths, seconds: 2 })
  const seen = await interleaved({
    ours: () => ask({ origin, headers }, paths),
    small: () => ask(small!, lists),
    large: () => ask(large!, lists),
  })
  const floor = Math.max(seen.small, seen.large)
  return { ours: seen.ours, floor, ratio: seen.ours / floor }
}
