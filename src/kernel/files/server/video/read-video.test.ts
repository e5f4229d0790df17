import { appendFile, copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VideoRule } from '../../shapes-video.ts'
import { openFileBytes } from './file-bytes.ts'
import { readVideoBytes } from './read-video-bytes.ts'
import { readVideo } from './read-video.ts'
import { requireVideo } from './require-video.ts'
import { clipPath, makeVideo, type Clip } from './samples/make-video.ts'

const long: VideoRule = { maxSeconds: 300, resolution: '1080p', maxBytes: 4e9 }
const short: VideoRule = { maxSeconds: 60, resolution: 'any', maxBytes: 1e9 }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhenyi-video-'))
})
afterAll(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const required = (path: string, rule: VideoRule) => requireVideo({ path }, rule)
const film = async (name: string, wish: Parameters<typeof makeVideo>[1]) => {
  await makeVideo(at(name), wish)
  return at(name)
}

test.each<[Clip, number, number]>([
  ['landscape-1080', 1920, 1080],
  ['portrait-1080', 1080, 1920],
  // Coded lying, shown standing: what a phone held upright writes.
  ['rotated-1080', 1080, 1920],
])('%s counts as 1080P', async (clip, width, height) => {
  const facts = { codec: 'avc', width, height, playsEverywhere: true, hasSound: false }
  expect(await required(clipPath(clip), long)).toMatchObject(facts)
})

test('720p is refused where 1080P is asked for, with both said, and taken where any will do', async () => {
  await expect(required(clipPath('landscape-720'), long)).rejects.toMatchObject({
    status: 422,
    code: 'video-too-coarse',
    problems: [
      {
        reason: { zh: expect.stringContaining('1280×720') },
        accepted: { zh: expect.stringContaining('1920×1080') },
      },
    ],
  })
  expect(await required(clipPath('landscape-720'), short)).toMatchObject({ height: 720 })
})

test('an ordinary export of five minutes is taken: one frame more is no second more', async () => {
  expect((await required(await film('5min.mp4', { seconds: 300.02 }), long)).seconds).toBeCloseTo(300.02, 2)
  const oneFrame = await required(await film('frame.mp4', { seconds: 300.04 }), long)
  expect(oneFrame.frameSeconds).toBeCloseTo(0.04, 3)
  await expect(required(await film('two.mp4', { seconds: 300.08 }), long)).rejects.toMatchObject({
    code: 'video-too-long',
  })
})

test.each([
  [300.4, '300.4 秒，超出 0.4 秒'],
  [301, '301 秒，超出 1 秒'],
])('%d s is refused, and the words say by how much', async (seconds, said) => {
  await expect(required(await film(`${seconds}.mp4`, { seconds }), long)).rejects.toMatchObject({
    code: 'video-too-long',
    problems: [
      {
        field: 'file',
        reason: { zh: expect.stringContaining(said) },
        accepted: { zh: expect.stringContaining('5分钟') },
      },
    ],
  })
})

test('every fault is told at once', async () => {
  const path = await film('both.mp4', { seconds: 61, clip: 'landscape-720' })
  const refusal = required(path, { ...long, maxSeconds: 60 })
  await expect(refusal).rejects.toMatchObject({
    code: 'invalid-input',
    problems: [{ code: 'video-too-long' }, { code: 'video-too-coarse' }],
  })
})

test('trimmed on a phone, it is as long as it is shown, not as long as what was trimmed off', async () => {
  const path = await film('trimmed.mp4', { seconds: 320 })
  await writeFile(path, withEdit(await readFile(path), 250))
  expect((await required(path, long)).seconds).toBeCloseTo(250, 1)
})

test('whatever is no MP4 is refused under the name of one', async () => {
  await writeFile(at('text.mp4'), '这不是视频')
  await writeFile(at('pdf.mp4'), '%PDF-1.7 and so on, long enough for a head')
  for (const name of ['text.mp4', 'pdf.mp4'])
    await expect(readVideo(at(name))).rejects.toMatchObject({ code: 'video-not-mp4' })
  await writeFile(at('zero.mp4'), '')
  await expect(readVideo(at('zero.mp4'))).rejects.toMatchObject({ code: 'video-empty' })
})

test.each([false, true])('cut off in the middle is refused; contents last: %s', async (contentsLast) => {
  const path = await film('whole.mp4', { seconds: 10, contentsLast })
  expect((await readVideo(path)).seconds).toBeCloseTo(10, 2)
  const { length } = await readFile(path)
  await truncate(path, Math.floor(length * 0.6))
  await expect(readVideo(path)).rejects.toMatchObject({ code: 'video-cut-off' })
})

test('ten gigabytes claimed in a box of a small file is a file cut off, and nothing is read for it', async () => {
  await copyFile(clipPath('landscape-1080'), at('huge.mp4'))
  const head = Buffer.alloc(16)
  head.writeUInt32BE(1, 0)
  head.write('mdat', 4, 'latin1')
  head.writeBigUInt64BE(10n * 1024n ** 3n, 8)
  await appendFile(at('huge.mp4'), head)
  const bytes = await openFileBytes(at('huge.mp4'))
  await expect(readVideoBytes(bytes)).rejects.toMatchObject({ code: 'video-cut-off' })
  expect(bytes.bytesRead()).toBeLessThan(1000)
  await bytes.close()
})

test('two pictures, or none, are refused', async () => {
  await expect(readVideo(clipPath('two-videos'))).rejects.toMatchObject({ code: 'video-two-pictures' })
  await expect(readVideo(clipPath('sound-only'))).rejects.toMatchObject({ code: 'video-no-picture' })
})

test('HEVC is taken, and it is said that it does not play everywhere', async () => {
  expect(await required(clipPath('hevc-1080'), long)).toMatchObject({ codec: 'hevc', playsEverywhere: false })
})

test('of a large film little is read, wherever its contents stand', async () => {
  const wish = { seconds: 40, frames: 1000, frameBytes: 20_000, contentsLast: true }
  const bytes = await openFileBytes(await film('large.mp4', wish))
  expect(bytes.size).toBeGreaterThan(20_000_000)
  expect((await readVideoBytes(bytes)).seconds).toBeCloseTo(40, 2)
  expect(bytes.bytesRead()).toBeLessThan(500_000)
  await bytes.close()
})

test('a table that claims thousands of millions of frames is damaged, and is not counted through', async () => {
  const film = await readFile(clipPath('landscape-1080'))
  film.writeUInt32BE(0xff_ff_ff_ff, film.indexOf('stts', 0, 'latin1') + 12)
  await writeFile(at('endless.mp4'), film)
  await expect(readVideo(at('endless.mp4'))).rejects.toMatchObject({ code: 'video-damaged' })
})

/** The film with an edit list that shows its first seconds: put in the track, and the boxes around it made longer. */
function withEdit(film: Buffer, seconds: number): Buffer {
  const found = (name: string) => film.indexOf(name, 0, 'latin1') - 4
  const timescale = film.readUInt32BE(found('mvhd') + 20)
  const edit = Buffer.alloc(36)
  edit.writeUInt32BE(36, 0)
  edit.write('edts', 4, 'latin1')
  edit.writeUInt32BE(28, 8)
  edit.write('elst', 12, 'latin1')
  edit.writeUInt32BE(1, 20)
  edit.writeUInt32BE(seconds * timescale, 24)
  edit.writeUInt32BE(0x1_0000, 32)
  for (const outer of ['moov', 'trak']) {
    const place = found(outer)
    film.writeUInt32BE(film.readUInt32BE(place) + edit.length, place)
  }
  const before = found('mdia')
  const table = found('stco') + 16
  if (found('moov') < found('mdat'))
    for (let chunk = 0; chunk < film.readUInt32BE(table - 4); chunk++)
      film.writeUInt32BE(film.readUInt32BE(table + chunk * 4) + edit.length, table + chunk * 4)
  return Buffer.concat([film.subarray(0, before), edit, film.subarray(before)])
}
