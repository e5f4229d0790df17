import { Worker } from 'node:worker_threads'
import { Failure, type Problem } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { takingTurns } from '#platform/turns.ts'
import type { VideoFacts } from '../../shapes-video.ts'
import { damaged } from './read-video-bytes.ts'

type Refusal = { status: number; code: string; text: Text; problems: readonly Problem[] }
export type VideoAnswer = { readonly facts: VideoFacts } | { readonly refusal: Refusal }

const THREAD = new URL('./read-video-thread.ts', import.meta.url)
/** An honest film of gigabytes takes a tenth of a second, on a machine that is busy two or three. */
const DEADLINE_MS = 15_000
const HEAP_MAX_MEGABYTES = 256

const inTurn = takingTurns({
  atOnce: 2,
  waitingMax: 100,
  busy: () =>
    new Failure(503, 'video-busy', {
      zh: '正在检查的视频太多，文件已经存好，请过一分钟再提交。',
      en: 'Too many videos are being looked at. The file is kept; hand it in again in a minute.',
    }),
})

/**
 * What a video is, as `readVideoBytes` says it, in a thread of its own with a deadline: a file can be made so that the
 * library counts without end or fills the memory, and then the thread ends and the file is refused as damaged.
 */
export const readVideo = (path: string, deadlineMs = DEADLINE_MS): Promise<VideoFacts> =>
  inTurn(() => readInThread(path, deadlineMs))

async function readInThread(path: string, deadlineMs: number): Promise<VideoFacts> {
  const thread = new Worker(THREAD, {
    workerData: { path },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MEGABYTES },
  })
  const { promise, resolve, reject } = Promise.withResolvers<VideoAnswer>()
  const late = setTimeout(() => reject(damaged()), deadlineMs)
  thread.on('message', resolve)
  thread.on('error', (error) => reject(isOutOfMemory(error) ? damaged() : error))
  thread.on('exit', (code) => reject(new Error(`the reader's thread ended by itself (${code})`)))
  try {
    const answer = await promise
    if ('facts' in answer) return answer.facts
    const { status, code, text, problems } = answer.refusal
    throw new Failure(status, code, text, problems)
  } finally {
    clearTimeout(late)
    await thread.terminate()
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
