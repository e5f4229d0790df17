import { Failure, invalid } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import type { VideoFacts } from '../../shapes-video.ts'
import { readBoxes, type Box } from './boxes.ts'
import { shownSeconds } from './edits.ts'
import { areTablesSane } from './sane-tables.ts'
import type { FileBytes } from './file-bytes.ts'

/** What browsers of the last ten years and the phones of members show; HEVC and AV1 some do and some do not. */
const PLAYS_EVERYWHERE = new Set(['avc'])
const CACHE_BYTES = 4 * 1024 * 1024
const ACCEPTED: Text = { zh: '完整的 MP4 视频，只有一条画面', en: 'a whole MP4 video with one picture track' }

const refuse = (code: string, reason: Text): Failure =>
  invalid(code, { field: 'file', code, reason, accepted: ACCEPTED })

/**
 * What a video is, from the file itself: its first boxes, its table of contents wherever that stands, and its last
 * frame's place. Throws where it is no MP4, is cut off, or has no picture or more than one. A hostile file can make it
 * run without end: it runs in a thread of its own (`readVideo`).
 */
export async function readVideoBytes(bytes: FileBytes): Promise<VideoFacts> {
  // Asked first: the library takes an empty file for a mistake of ours.
  if (bytes.size === 0) throw refuse('video-empty', { zh: '文件是空的。', en: 'The file is empty.' })
  const boxes = await readBoxes(bytes, 0, bytes.size)
  if (boxes[0]?.name !== 'ftyp') throw notMp4()
  const movie = requireWhole(bytes, boxes)
  if (!(await areTablesSane(bytes, movie))) throw damaged()
  try {
    return await lookInside(bytes, movie)
  } catch (error) {
    if (error instanceof Failure) throw error
    // The library throws plain errors at a table of contents that contradicts itself; what is sent is not our mistake.
    throw damaged()
  }
}

export const damaged = () =>
  refuse('video-damaged', {
    zh: '视频已损坏，目录读不出来。请重新导出。',
    en: 'The video is damaged: its table of contents cannot be read. Export it again.',
  })

const notMp4 = () =>
  refuse('video-not-mp4', {
    zh: '从内容看，这不是 MP4 视频，改文件名不能改变格式。',
    en: 'By its content this is no MP4 video; another name does not change what it is.',
  })

const cutOff = () =>
  refuse('video-cut-off', {
    zh: '视频不完整，后面的部分缺了。请从手机里重新选取原文件。',
    en: 'The video is cut off: its end is missing. Choose the original on the phone once more.',
  })

/** The table of contents. Every box says how long it is, so that a missing end shows without reading the film. */
function requireWhole(bytes: FileBytes, boxes: readonly Box[]): Box {
  const movie = boxes.find(({ name }) => name === 'moov')
  if (movie === undefined || boxes.at(-1)!.to > bytes.size) throw cutOff()
  return movie
}

async function lookInside(bytes: FileBytes, movie: Box): Promise<VideoFacts> {
  // Loaded with the first video, so that no start carries it for nothing.
  const { CustomSource, EncodedPacketSink, Input, MP4 } = await import('mediabunny')
  const source = new CustomSource({ getSize: () => bytes.size, read: bytes.read, maxCacheSize: CACHE_BYTES })
  const input = new Input({ source, formats: [MP4] })
  try {
    if (!(await input.canRead())) throw notMp4()
    const tracks = await input.getVideoTracks()
    const [video] = tracks
    if (video === undefined)
      throw refuse('video-no-picture', {
        zh: '文件里只有声音，没有画面。',
        en: 'There is sound and no picture.',
      })
    if (tracks.length > 1) throw tooManyPictures(tracks.length)
    const last = await new EncodedPacketSink(video).getPacket(Infinity)
    if (last === null) throw cutOff()
    const codec = await video.getCodec()
    const media = await video.computeDuration()
    return {
      container: 'mp4',
      codec,
      width: await video.getDisplayWidth(),
      height: await video.getDisplayHeight(),
      seconds: Math.min(media, (await shownSeconds(bytes, movie, video.id)) ?? media),
      frameSeconds: last.duration,
      bytes: bytes.size,
      hasSound: (await input.getPrimaryAudioTrack()) !== null,
      playsEverywhere: codec !== null && PLAYS_EVERYWHERE.has(codec),
    }
  } finally {
    input.dispose()
  }
}

const tooManyPictures = (count: number) =>
  refuse('video-two-pictures', {
    zh: `文件里有 ${count} 条画面，看不出该评哪一条。请在剪辑软件里合成一条再导出。`,
    en: `There are ${count} picture tracks, and which to judge cannot be told. Export it again as one.`,
  })
