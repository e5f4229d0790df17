import { readBoxes, type Box } from './boxes.ts'
import type { FileBytes } from './file-bytes.ts'

/** From the first byte to before the last, counted from the start of the file. */
export type Span = { readonly from: number; readonly to: number; readonly with: Uint8Array }

/** Where phones write place, device, author and title (ISO/IEC 14496-12, 8.10 and 8.11; XMP in `uuid`). */
const PRIVATE = new Set(['udta', 'meta', 'uuid'])
const FREE = new Uint8Array([0x66, 0x72, 0x65, 0x65])

/**
 * The parts of a film that say who made it, where and with what. They are sent as free space, which players skip, so
 * that a judge who watches the original learns nothing and no second copy of it is needed.
 */
export async function readPrivateSpans(bytes: FileBytes): Promise<Span[]> {
  const outer = await readBoxes(bytes, 0, bytes.size)
  const movie = outer.find(({ name }) => name === 'moov')
  const spans = outer.filter(isPrivate).flatMap(blanked)
  if (movie === undefined) return spans
  const inner = await readBoxes(bytes, movie.from, movie.to)
  spans.push(...inner.filter(isPrivate).flatMap(blanked))
  for (const track of inner.filter(({ name }) => name === 'trak')) {
    const inTrack = await readBoxes(bytes, track.from, track.to)
    if (await isShown(bytes, inTrack)) spans.push(...inTrack.filter(isPrivate).flatMap(blanked))
    else spans.push(...blanked(track))
  }
  return spans
}

const isPrivate = ({ name }: Box): boolean => PRIVATE.has(name)

/** The box stays as long as it is, under the name of free space, with nothing in it. */
const blanked = ({ at, from, to }: Box): Span[] => [
  { from: at + 4, to: at + 8, with: FREE },
  { from, to, with: new Uint8Array(0) },
]

/** Picture and sound are; a phone's track of places and times is not. */
async function isShown(bytes: FileBytes, inTrack: readonly Box[]): Promise<boolean> {
  const media = inTrack.find(({ name }) => name === 'mdia')
  if (media === undefined) return false
  const handler = (await readBoxes(bytes, media.from, media.to)).find(({ name }) => name === 'hdlr')
  if (handler === undefined) return false
  const kind = Buffer.from(await bytes.read(handler.from + 8, handler.from + 12)).toString('latin1')
  return kind === 'vide' || kind === 'soun'
}

/** Blanks what falls into this piece of the file, in place. */
export function blank(piece: Uint8Array, at: number, spans: readonly Span[]): void {
  for (const span of spans) {
    const from = Math.max(span.from, at)
    const to = Math.min(span.to, at + piece.byteLength)
    for (let place = from; place < to; place++) piece[place - at] = span.with[place - span.from] ?? 0
  }
}
