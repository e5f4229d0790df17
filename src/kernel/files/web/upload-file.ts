import type { DetailedError, Upload } from 'tus-js-client'
import { call } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import { files, type UploadedFile } from '../contract.ts'

type UploadOptions = {
  /** 0 to 100. */
  readonly onProgress?: (percent: number) => void
  readonly signal?: AbortSignal
}

/** A line that comes back within a minute and a half is never noticed but as a pause. */
const RETRY_DELAYS_MS = [500, 2_000, 5_000, 10_000, 20_000, 30_000, 30_000]
/** Small enough that a phone at the edge of a cell gets one through. */
const CHUNK_BYTES = 1024 * 1024

/**
 * Uploads a file and has its content judged. Goes on where an earlier try stopped, also after the page was closed:
 * the same file for the same purpose is recognised. Throws the server's Failure, `offline`, or an AbortError.
 */
export async function uploadFile(
  purpose: string,
  file: File,
  options: UploadOptions = {},
): Promise<UploadedFile & { readonly fileId: string }> {
  const fileId = await sendBytes(purpose, file, options)
  const { signal } = options
  const uploaded = await call(files.finishUpload, { id: fileId }, signal === undefined ? {} : { signal })
  return { ...uploaded, fileId }
}

async function sendBytes(
  purpose: string,
  file: File,
  { onProgress, signal }: UploadOptions,
): Promise<string> {
  // Loaded with the first upload, so that no page carries it for nothing.
  const tus = await import('tus-js-client')
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const upload = new tus.Upload(file, {
    endpoint: '/api/files/uploads',
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_DELAYS_MS,
    onShouldRetry: isWorthAnotherTry,
    metadata: { purpose, filename: file.name },
    fingerprint: async () => ['zhenyi', purpose, file.name, file.size, file.lastModified].join('-'),
    onProgress: (sent, total) => onProgress?.(Math.floor((100 * sent) / total)),
    onSuccess: () => resolve(upload.url!.split('/').at(-1)!),
    onError: (error) => reject(failureOf(error)),
  })
  const stop = () => {
    void upload.abort()
    reject(signal?.reason ?? new DOMException('The upload was stopped', 'AbortError'))
  }
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted === true) stop()
  else await startOrResume(upload)
  return promise.finally(() => signal?.removeEventListener('abort', stop))
}

/** A lost line, a busy server and a lock still held by the try before; the client's own rule gives up when offline. */
function isWorthAnotherTry(error: DetailedError): boolean {
  const status = error.originalResponse?.getStatus() ?? 0
  return status === 0 || status >= 500 || status === 409 || status === 423 || status === 429
}

async function startOrResume(upload: Upload): Promise<void> {
  const [previous] = await upload.findPreviousUploads()
  if (previous !== undefined) upload.resumeFromPreviousUpload(previous)
  upload.start()
}

/** The server's own words where it gave some; otherwise there is no way to it. */
function failureOf(error: Error | DetailedError): Failure {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
  try {
    const { status, code, text, problems } = JSON.parse(body ?? '')
    return new Failure(status, code, text, problems)
  } catch {
    return new Failure(0, 'offline', {
      zh: '网络断开，没有传完。连上网络后再选一次同一个文件，会从断开的地方继续。',
      en: 'The line broke before the end. Choose the same file again once online; it goes on from where it stopped.',
    })
  }
}
