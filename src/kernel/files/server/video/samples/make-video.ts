// For tests and benches, which share it: films of any length from one real key frame, so that no long film is kept in the repository.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  BufferSource,
  BufferTarget,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'

export type Clip =
  | 'landscape-1080'
  | 'portrait-1080'
  | 'rotated-1080'
  | 'landscape-720'
  | 'hevc-1080'
  | 'two-videos'
  | 'sound-only'

export const clipPath = (clip: Clip): string => fileURLToPath(new URL(`./clips/${clip}.mp4`, import.meta.url))

type Film = {
  readonly clip?: Clip
  /** Of the whole film: one frame that stands, and at the end `frames` of a 25th of a second. */
  readonly seconds: number
  readonly frames?: number
  /** The table of contents after the film, as most phones write it. */
  readonly contentsLast?: boolean
  /** Bytes of each frame of H.264; what the picture does not need is filler. */
  readonly frameBytes?: number
}

const FRAME_SECONDS = 0.04
const FILLER_UNIT = 12

/** Writes the film to `path`. Its frames come 25 a second, but for the first, which stands as long as is needed. */
export async function makeVideo(path: string, film: Film): Promise<void> {
  const { seconds, frames = 50, clip = 'landscape-1080', contentsLast = false, frameBytes } = film
  const input = new Input({ source: new BufferSource(await readFile(clipPath(clip))), formats: [MP4] })
  const track = (await input.getPrimaryVideoTrack())!
  const key = (await new EncodedPacketSink(track).getFirstPacket())!
  const data = frameBytes === undefined ? key.data : padded(key.data, frameBytes)
  const target = new BufferTarget()
  const format = new Mp4OutputFormat({ fastStart: contentsLast ? false : 'in-memory' })
  const output = new Output({ format, target })
  const source = new EncodedVideoPacketSource((await track.getCodec())!)
  output.addVideoTrack(source)
  await output.start()
  const decoderConfig = (await track.getDecoderConfig())!
  const stands = seconds - (frames - 1) * FRAME_SECONDS
  for (let frame = 0; frame < frames; frame++) {
    const at = frame === 0 ? 0 : stands + (frame - 1) * FRAME_SECONDS
    const lasts = frame === 0 ? stands : FRAME_SECONDS
    await source.add(new EncodedPacket(data, 'key', at, lasts), { decoderConfig })
  }
  await output.finalize()
  input.dispose()
  await writeFile(path, new Uint8Array(target.buffer!))
}

/** With a unit of filler (ISO/IEC 14496-10, 7.4.2.7) after the picture, so that the film still decodes. */
function padded(data: Uint8Array, bytes: number): Uint8Array {
  const filler = bytes - data.byteLength - 4
  if (filler < 2) return data
  const whole = new Uint8Array(bytes).fill(0xff)
  whole.set(data)
  new DataView(whole.buffer).setUint32(data.byteLength, filler)
  whole[data.byteLength + 4] = FILLER_UNIT
  whole[bytes - 1] = 0x80
  return whole
}
