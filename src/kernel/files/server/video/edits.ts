import { readBoxes, viewOf, type Box } from './boxes.ts'
import type { FileBytes } from './file-bytes.ts'

/** An edit list has a handful of entries of at most 20 bytes. */
const EDIT_LIST_BYTES_MAX = 20_000

/**
 * How long a track is shown by its edit list, in seconds; undefined where it has none, or one that says "to the end".
 * The library reads where a track's showing begins and not where it ends, so that a film trimmed on a phone would be
 * as long as before it was trimmed (decision 0016).
 */
export async function shownSeconds(
  bytes: FileBytes,
  movie: Box,
  trackId: number,
): Promise<number | undefined> {
  const inMovie = await readBoxes(bytes, movie.from, movie.to)
  const timescale = await readTimescale(bytes, inMovie)
  for (const track of inMovie.filter(({ name }) => name === 'trak')) {
    const inTrack = await readBoxes(bytes, track.from, track.to)
    if ((await readTrackId(bytes, inTrack)) !== trackId) continue
    const edits = inTrack.find(({ name }) => name === 'edts')
    if (edits === undefined) return undefined
    const list = (await readBoxes(bytes, edits.from, edits.to)).find(({ name }) => name === 'elst')
    return list === undefined ? undefined : sumOfEdits(await readPiece(bytes, list), timescale)
  }
  return undefined
}

const readPiece = async (bytes: FileBytes, box: Box): Promise<DataView> =>
  viewOf(await bytes.read(box.from, Math.min(box.to, box.from + EDIT_LIST_BYTES_MAX)))

/** Ticks a second of the whole film, in which edits are counted (ISO/IEC 14496-12, 8.2.2). */
async function readTimescale(bytes: FileBytes, inMovie: readonly Box[]): Promise<number> {
  const header = inMovie.find(({ name }) => name === 'mvhd')
  if (header === undefined) return 0
  const view = await readPiece(bytes, header)
  if (view.byteLength === 0) return 0
  const at = view.getUint8(0) === 1 ? 20 : 12
  return view.byteLength < at + 4 ? 0 : view.getUint32(at)
}

async function readTrackId(bytes: FileBytes, inTrack: readonly Box[]): Promise<number | undefined> {
  const header = inTrack.find(({ name }) => name === 'tkhd')
  if (header === undefined) return undefined
  const view = await readPiece(bytes, header)
  if (view.byteLength === 0) return undefined
  const at = view.getUint8(0) === 1 ? 20 : 12
  return view.byteLength < at + 4 ? undefined : view.getUint32(at)
}

/** ISO/IEC 14496-12, 8.6.6: each entry says how long it is shown; an empty one (media time -1) shows nothing. */
function sumOfEdits(list: DataView, timescale: number): number | undefined {
  if (timescale === 0 || list.byteLength < 8) return undefined
  const isLong = list.getUint8(0) === 1
  const entryBytes = isLong ? 20 : 12
  const count = Math.min(list.getUint32(4), Math.floor((list.byteLength - 8) / entryBytes))
  let ticks = 0
  for (let entry = 0; entry < count; entry++) {
    const at = 8 + entry * entryBytes
    const duration = isLong ? Number(list.getBigUint64(at)) : list.getUint32(at)
    const mediaTime = isLong ? Number(list.getBigInt64(at + 8)) : list.getInt32(at + 4)
    if (mediaTime >= 0) ticks += duration
  }
  return ticks === 0 ? undefined : ticks / timescale
}
