export const ROUNDS = 3
export const ROUND_SECONDS = 4

type Contestants = Readonly<Record<string, () => Promise<number>>>

/**
 * Runs the contestants in turn, round by round, so that what else the machine does falls on all of them, and
 * answers each one's median.
 */
export async function interleaved<C extends Contestants>(
  contestants: C,
  rounds = ROUNDS,
): Promise<{ readonly [K in keyof C]: number }> {
  const seen = new Map<string, number[]>(Object.keys(contestants).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, once] of Object.entries(contestants)) seen.get(name)!.push(await once())
  }
  return Object.fromEntries([...seen].map(([name, values]) => [name, median(values)])) as {
    [K in keyof C]: number
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
