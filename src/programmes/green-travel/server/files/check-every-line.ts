import { createReadStream } from 'node:fs'
import type { Context } from '#platform/context.ts'
import { sampledLine, type SampledLine } from './sample.ts'
import { scanRideFile } from './scan-ride-file.ts'
import { forgedAmong } from './signatures.ts'

/** Every line's signature, where one of the sample did not hold: about a tenth of a millisecond each. */
export async function forgedLines(
  ctx: Context,
  path: string,
  fareFen: number | null,
  onProgress: (bytes: number) => Promise<void>,
): Promise<number[]> {
  const forged: number[] = []
  let waiting: SampledLine[] = []
  const check = async () => {
    const lines = waiting
    waiting = []
    forged.push(...(await forgedAmong(ctx, lines)))
  }
  await scanRideFile(createReadStream(path), {
    onHead: async () => undefined,
    against: () => ({ fareFen, routeOf: () => 0 }),
    onRow: (fields, bytes) => void waiting.push(sampledLine(fields, bytes)),
    onRefused: () => undefined,
    onChunk: async (bytes) => {
      await check()
      await onProgress(bytes)
    },
  })
  await check()
  return forged
}
