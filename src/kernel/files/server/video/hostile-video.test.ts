import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Failure } from '#platform/failures.ts'
import { readVideo } from './read-video.ts'
import { clipPath } from './samples/make-video.ts'

let folder: string
let film: Buffer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhenyi-hostile-'))
  film = await readFile(clipPath('landscape-1080'))
})
afterAll(() => rm(folder, { recursive: true }))

type Change = readonly [place: number, value: number]

/** A place in front of the film's own pictures, where every byte means something to the reader. */
const change = fc.tuple(fc.nat(1400), fc.nat(255))

async function changed(name: string, changes: readonly Change[]): Promise<string> {
  const bytes = Buffer.from(film)
  for (const [place, value] of changes) bytes[place % bytes.length] = value
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** Found by changing bytes at random: the library counts without end. */
const ENDLESS: readonly Change[] = [
  [794, 203],
  [55, 70],
  [406, 127],
  [1038, 34],
  [1029, 67],
  [317, 15],
]

test('a film that keeps the reader counting without end is refused as damaged, and others are read meanwhile', async () => {
  const path = await changed('endless.mp4', ENDLESS)
  const endless = readVideo(path, 2_000).catch((error: unknown) => error)
  const first = await Promise.race([endless, readVideo(clipPath('landscape-1080'))])
  expect(first).toMatchObject({ height: 1080 })
  expect(await endless).toMatchObject({ status: 422, code: 'video-damaged', problems: [{ field: 'file' }] })
})

test('whatever bytes are changed, a film is read or refused in words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      try {
        expect(await readVideo(await changed('changed.mp4', changes), 2_000)).toMatchObject({
          container: 'mp4',
        })
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
        expect((error as Failure).code).toMatch(/^video-/)
      }
    }),
    { numRuns: 20 },
  )
})
