import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileBytes } from '#kernel/files/server/video/file-bytes.ts'
import { readVideoBytes } from '#kernel/files/server/video/read-video-bytes.ts'
import { makeVideo } from '#kernel/files/server/video/samples/make-video.ts'
import type { Measure } from '../harness/measure.ts'
import { rounded, type Result } from '../harness/result.ts'

const FRAMES = 7500
const FRAME_BYTES = 40_000
/** Of 300 MB: what may be read to know what a film is. */
const LIMIT_MB = 3

/** What is read of a film of five minutes and 300 MB to know what it is, its contents first and last. */
export const filesVideo: Measure = {
  names: ['files-video.first', 'files-video.last'],
  run: async (bench) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhenyi-bench-video-'))
    try {
      const results: Result[] = []
      for (const contentsLast of [false, true]) {
        bench.say(`a film of 300 MB, contents ${contentsLast ? 'last' : 'first'}`)
        const path = join(folder, 'film.mp4')
        await makeVideo(path, { seconds: 300, frames: FRAMES, frameBytes: FRAME_BYTES, contentsLast })
        results.push(await measure(path, contentsLast ? 'last' : 'first'))
      }
      return results
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}

async function measure(path: string, name: string): Promise<Result> {
  const bytes = await openFileBytes(path)
  globalThis.gc?.()
  const before = process.memoryUsage().arrayBuffers
  const started = performance.now()
  const { seconds } = await readVideoBytes(bytes)
  const took = performance.now() - started
  const grown = process.memoryUsage().arrayBuffers - before
  await bytes.close()
  const megabytes = bytes.bytesRead() / 1e6
  return {
    name: `files-video.${name}`,
    value: rounded(megabytes),
    unit: 'MB read',
    against: `${LIMIT_MB} MB`,
    ratio: LIMIT_MB / megabytes,
    target: 1,
    note: `of ${rounded(bytes.size / 1e6)} MB, ${seconds} s of film; ${rounded(took)} ms; ${rounded(grown / 1e6)} MB of buffers`,
  }
}
