/** The reader's own thread: one path in, what the video is or why it is refused out. */
import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '#platform/failures.ts'
import { openFileBytes } from './file-bytes.ts'
import { readVideoBytes } from './read-video-bytes.ts'
import type { VideoAnswer } from './read-video.ts'

const bytes = await openFileBytes((workerData as { path: string }).path)
parentPort!.postMessage(await answer())
await bytes.close()

async function answer(): Promise<VideoAnswer> {
  try {
    return { facts: await readVideoBytes(bytes) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    // A class does not survive the way between threads; its parts do.
    const { status, code, text, problems } = error
    return { refusal: { status, code, text, problems } }
  }
}
