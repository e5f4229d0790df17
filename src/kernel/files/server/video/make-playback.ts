import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Context } from '#platform/context.ts'
import type { StoredFile } from '../get-file.ts'
import { storeBytes } from '../store-bytes.ts'

const run = promisify(execFile)

export type Playback = { readonly posterFileId: string; readonly playbackFileId: string }

/** An hour for one film; a damaged one must not hold the job for ever. */
const TIMEOUT_MS = 3_600_000
/** The short side of the small copy: sharp enough to judge by, 5 minutes of it go over a phone's line in one. */
const SHORT_SIDE = 720
const POSTER_SHORT_SIDE = 540

/** Whether this machine can make posters and small copies. Asked once: programs come with a restart. */
let answer: Promise<boolean> | undefined
export const hasFfmpeg = (): Promise<boolean> =>
  (answer ??= run('ffmpeg', ['-version']).then(
    () => true,
    () => false,
  ))

/**
 * A poster and a small copy that plays everywhere (H.264 and AAC, contents first), without what the original says of its
 * maker. Undefined on a machine without `ffmpeg`; throws where the film cannot be decoded, and where `signal` ends it.
 * Meant for a job: five minutes of film take minutes of one core.
 */
export async function makePlayback(
  ctx: Context,
  original: Pick<StoredFile, 'id' | 'path' | 'purpose'>,
  organisationId: string | null,
  signal?: AbortSignal,
): Promise<Playback | undefined> {
  if (!(await hasFfmpeg())) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'zhenyi-playback-'))
  try {
    const [poster, film] = [join(folder, 'poster.jpg'), join(folder, 'film.mp4')]
    await ffmpeg(original.path, film, [...SMALL, '-vf', scaledTo(SHORT_SIDE)], signal)
    await ffmpeg(
      film,
      poster,
      ['-frames:v', '1', '-vf', `thumbnail=25,${scaledTo(POSTER_SHORT_SIDE)}`],
      signal,
    )
    const store = async (path: string, name: string, mediaType: string) =>
      storeBytes(ctx, {
        purpose: original.purpose,
        // Not the original's name, which may hold its maker's.
        name,
        mediaType,
        content: await readFile(path),
        organisationId,
        madeFrom: original.id,
      })
    return {
      posterFileId: await store(poster, 'poster.jpg', 'image/jpeg'),
      playbackFileId: await store(film, 'playback.mp4', 'video/mp4'),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const SMALL = '-map 0:v:0 -map 0:a:0? -c:v libx264 -preset veryfast -crf 26 -maxrate 1500k -bufsize 3000k'
  .concat(' -pix_fmt yuv420p -c:a aac -b:a 96k -ac 2 -movflags +faststart -threads 1')
  .split(' ')

/** Never enlarged; both sides even, as the codec asks. */
const scaledTo = (side: number) =>
  `scale='if(gt(iw,ih),-2,trunc(min(iw,${side})/2)*2)':'if(gt(iw,ih),trunc(min(ih,${side})/2)*2,-2)'`

const ffmpeg = (from: string, to: string, what: readonly string[], signal?: AbortSignal) =>
  run(
    'ffmpeg',
    // Only files: a film that names an address on the network is not followed there.
    ['-v', 'error', '-nostdin', '-y', '-protocol_whitelist', 'file', '-i', from, ...what, ...FORGETFUL, to],
    { timeout: TIMEOUT_MS, ...(signal && { signal }) },
  )

const FORGETFUL = '-map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact'.split(' ')
